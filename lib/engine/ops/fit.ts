import type { Lay, Node, Shape } from "../graph";
import { ShapeError, shapeOf } from "../shape-error";
import type { Tensor } from "../tensor";
import { rowSums, sum } from "./sum";

/** The shape of an operation entry by entry: of one shape, or one of them a lone number that stands for every entry, or a
 *  column that stands for every column. Throws ShapeError for any other two. */
export function fitted(sign: string, a: Shape, b: Shape): Shape {
  if (isLone(b)) return a;
  if (isLone(a)) return b;
  const cols = a.cols === 1 ? b.cols : a.cols;
  if (a.rows === b.rows && (b.cols === cols || b.cols === 1)) return { rows: a.rows, cols };
  throw new ShapeError(`${shapeOf(a)} ${sign} ${shapeOf(b)} do not fit`);
}

/** Fills `out` entry by entry, as `fitted` pairs them. */
export function pairwise(
  out: Tensor,
  a: Tensor,
  b: Tensor,
  f: (u: number, v: number) => number,
): void {
  const { cols, data } = out;
  const [us, vs] = [a.data, b.data];
  if (us.length === data.length && vs.length === data.length) {
    for (let i = 0; i < data.length; i++) data[i] = f(us[i]!, vs[i]!);
    return;
  }
  for (let i = 0; i < data.length; i++) {
    data[i] = f(us[placeIn(a, cols, i)]!, vs[placeIn(b, cols, i)]!);
  }
}

function placeIn({ cols, data }: Tensor, of: number, i: number): number {
  if (data.length === 1) return 0;
  return cols === of ? i : Math.floor(i / of);
}

/** A gradient brought to the shape of an input that stood for more than one entry: what comes along each is added. */
export function fittedBack(gradient: Node, to: Shape, lay: Lay): Node {
  if (gradient.rows === to.rows && gradient.cols === to.cols) return gradient;
  return lay(isLone(to) ? sum : rowSums, [gradient]);
}

const isLone = ({ rows, cols }: Shape) => rows === 1 && cols === 1;
