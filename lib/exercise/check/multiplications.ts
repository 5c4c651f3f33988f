import type { Node, Tensor } from "@/lib/engine";

/** How many multiplications a student writes down to work these nodes out: those by 0, 1 or −1 are none. NaN where one of
 *  them multiplies in a way of its own. */
export function multiplicationsIn(worked: readonly Node[]): number {
  return worked.reduce(
    (sum, node) => sum + (ownWay.has(node.op.name) ? Number.NaN : inOne(node)),
    0,
  );
}

/** Ops that multiply on their way to more than a product. */
const ownWay: ReadonlySet<string> = new Set([
  "adapt",
  "attentionScores",
  "batchedProduct",
  "blend",
  "cellState",
  "correlate",
  "inputBack",
  "inverse",
  "kernelBack",
  "overDeviation",
  "scaleShift",
  "softmaxBack",
  "softmaxRowsBack",
  "solve",
  "standardised",
]);

function inOne({ op, inputs, data, cols }: Node): number {
  const [a, b, c, d] = inputs;
  if (!a || !b) return 0;
  switch (op.name) {
    case "matmul":
    case "affine":
      return inProduct(a, b);
    case "outer":
      return inProduct(a, { rows: b.cols, cols: b.rows, data: b.data });
    case "recurrentSum":
      return inProduct(a, b) + (c && d ? inProduct(c, d) : 0);
    case "multiply":
    case "divide":
      return countOf(
        data.length,
        (at) => counts(fitted(a, at, cols)) && counts(fitted(b, at, cols)),
      );
    default:
      return 0;
  }
}

/** Whether a number is one to multiply by. */
const counts = (v: number) => v !== 0 && Math.abs(v) !== 1;

function inProduct(a: Tensor, b: Tensor): number {
  let count = 0;
  for (let k = 0; k < a.cols; k++) {
    const left = countOf(a.rows, (i) => counts(a.data[i * a.cols + k]!));
    const right = countOf(b.cols, (j) => counts(b.data[k * b.cols + j]!));
    count += left * right;
  }
  return count;
}

/** The entry that stands for place `at` of a result of so many columns: a lone number for all, a column for each column. */
function fitted({ data, cols }: Tensor, at: number, wide: number): number {
  if (data.length === 1) return data[0]!;
  return cols === 1 ? data[Math.floor(at / wide)]! : data[at]!;
}

function countOf(length: number, has: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < length; at++) if (has(at)) count += 1;
  return count;
}
