import { minus, plus, unlessCancelled } from "./cancelled";
import { ShapeError, shapeOf } from "./shape-error";

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
  return Array.from({ length: a.rows }, (_, i) => [
    ...a.data.subarray(i * a.cols, (i + 1) * a.cols),
  ]);
}

export function transpose(a: Tensor): Tensor {
  const out = zeros(a.cols, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) out.data[j * a.rows + i] = a.data[i * a.cols + j]!;
  }
  return out;
}

/** a + b: of one shape, or one of them a column that is added to every column of the other. */
export function add(a: Tensor, b: Tensor): Tensor {
  return entrywise("plus", a, b, plus);
}

/** a − b: of one shape, or one of them a column that stands for every column of the other. */
export function subtract(a: Tensor, b: Tensor): Tensor {
  return entrywise("minus", a, b, minus);
}

/** a ⊙ b, entry by entry (Hadamard); a column stands for every column of the other. For the matrix product, see matmul. */
export function multiply(a: Tensor, b: Tensor): Tensor {
  return entrywise("⊙", a, b, (u, v) => u * v);
}

export function scale(a: Tensor, k: number): Tensor {
  return map(a, (v) => k * v);
}

export function map({ rows, cols, data }: Tensor, f: (v: number) => number): Tensor {
  const out = zeros(rows, cols);
  for (let i = 0; i < data.length; i++) out.data[i] = f(data[i]!);
  return out;
}

/** The sum of all entries; 0 of none, and where they cancel. */
export function sum({ data }: Tensor): number {
  let total = 0;
  let size = 0;
  for (let i = 0; i < data.length; i++) {
    total += data[i]!;
    size += Math.abs(data[i]!);
  }
  return unlessCancelled(total, size);
}

/** The mean of all entries; NaN of none. */
export function mean(a: Tensor): number {
  return sum(a) / a.data.length;
}

function entrywise(
  sign: string,
  a: Tensor,
  b: Tensor,
  f: (u: number, v: number) => number,
): Tensor {
  const cols = a.cols === 1 ? b.cols : a.cols;
  const fits = a.rows === b.rows && (b.cols === cols || b.cols === 1);
  if (!fits) throw new ShapeError(`${shapeOf(a)} ${sign} ${shapeOf(b)} do not fit`);
  const out = zeros(a.rows, cols);
  for (let i = 0; i < out.data.length; i++) {
    const row = Math.floor(i / cols);
    const u = a.data[a.cols === cols ? i : row]!;
    const v = b.data[b.cols === cols ? i : row]!;
    out.data[i] = f(u, v);
  }
  return out;
}
