import type { Variant } from "@/lib/exercise";
import { type Rows, times } from "../diagnosis/by-loops";
import { rowsIn } from "./an-architecture";

export const epsilon = 0.1;

export function given({ givens }: Variant) {
  const [x, gamma, beta, G] = [givens.x, givens.gamma, givens.beta, givens.G].map(
    rowsIn,
  ) as unknown as [Rows, Rows, Rows, Rows];
  return { x, gamma, beta, G };
}

export type Numbers = ReturnType<typeof given>;

export const meanOf = (list: readonly number[]) => list.reduce((a, v) => a + v, 0) / list.length;

/** The mean of the squared distances; over n − 1 where that is said. */
export function varianceOf(list: readonly number[], n = list.length): number {
  const mean = meanOf(list);
  return list.reduce((a, v) => a + (v - mean) ** 2, 0) / n;
}

/** Numbers less their mean, over their deviation. */
export function standardised(list: readonly number[], { n = list.length, eps = epsilon } = {}) {
  const root = Math.sqrt(varianceOf(list, n) + eps);
  return list.map((v) => (v - meanOf(list)) / root);
}

export const scaledShifted = ({ gamma, beta }: Numbers, xhat: Rows): number[][] =>
  xhat.map((row, i) => row.map((v) => gamma[i]![0]! * v + beta[i]![0]!));

export const lossOf = ({ G }: Numbers, y: Rows) =>
  times(G, y)
    .flat()
    .reduce((sum, v) => sum + v, 0);

/** The gradient by what a norm standardises, from g by its xhat, along one list: the paths through the mean and through the
 *  variance may be left out. */
export function backAlong(
  x: readonly number[],
  g: readonly number[],
  { mean = true, variance = true } = {},
): number[] {
  const n = x.length;
  const root = Math.sqrt(varianceOf(x) + epsilon);
  const xhat = standardised(x);
  const total = g.reduce((a, v) => a + v, 0);
  const along = g.reduce((a, v, i) => a + v * xhat[i]!, 0);
  return g.map(
    (v, i) => (v - (mean ? total / n : 0) - (variance ? (xhat[i]! * along) / n : 0)) / root,
  );
}
