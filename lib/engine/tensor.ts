import { ShapeError } from "./shape-error";

/** A matrix, row by row in `data`. Always two axes: a vector is an n×1 column, a batch of m vectors n×m.
 *  Nothing changes a tensor once it is made, so results may share one. */
export interface Tensor {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A tensor of a copy of `data`, row by row. Throws ShapeError unless there are rows × cols numbers. */
export function tensor(rows: number, cols: number, data: ArrayLike<number>): Tensor {
  const whole = Number.isInteger(rows) && Number.isInteger(cols) && rows >= 0 && cols >= 0;
  if (whole && data.length === rows * cols) return { rows, cols, data: new Float64Array(data) };
  throw new ShapeError(`${data.length} numbers do not fill ${rows}×${cols}`);
}

export function zeros(rows: number, cols: number): Tensor {
  return { rows, cols, data: new Float64Array(rows * cols) };
}

/** What stands at index 0 of a list that is indexed by layer, where layer 0 has no such thing. */
export const empty: Tensor = zeros(0, 0);

/** [1, 2, 3] as a 3×1 tensor. */
export function column(numbers: readonly number[]): Tensor {
  return tensor(numbers.length, 1, numbers);
}

/** [[1, 2], [3, 4]] as a 2×2 tensor. Throws ShapeError when the rows differ in length. */
export function fromRows(rows: readonly (readonly number[])[]): Tensor {
  const cols = rows[0]?.length ?? 0;
  const odd = rows.find((row) => row.length !== cols);
  if (odd) throw new ShapeError(`rows of ${cols} and of ${odd.length} numbers make no matrix`);
  return tensor(rows.length, cols, rows.flat());
}

export function toRows(a: Tensor): number[][] {
  const rows: number[][] = [];
  for (let i = 0, at = 0; i < a.rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < a.cols; j++) row.push(a.data[at++]!);
    rows.push(row);
  }
  return rows;
}

/** A function of every entry, in a tensor of the same shape. */
export function map({ rows, cols, data }: Tensor, f: (v: number) => number): Tensor {
  const out = zeros(rows, cols);
  for (let i = 0; i < data.length; i++) out.data[i] = f(data[i]!);
  return out;
}
