import type { Op } from "../graph";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";

/** Every entry, those below 0 made 0. */
export const relu: Op = entrywise(
  "relu",
  (z) => Math.max(0, z),
  ({ a, gradient, lay }) => lay(multiply, [gradient, lay(reluSlope, [a])]),
);

/** 1 where z is above 0, else 0: at 0 itself, where a ReLU has no slope, it is taken as 0. */
export const reluSlope: Op = flat("reluSlope", (z) => (z > 0 ? 1 : 0));

/** What a leaky ReLU lets through of a z below 0. */
const leak = 0.01;

/** Every entry, those below 0 made a hundredth of themselves. */
export const leakyRelu: Op = entrywise(
  "leakyRelu",
  (z) => (z > 0 ? z : leak * z),
  ({ a, gradient, lay }) => lay(multiply, [gradient, lay(leakyReluSlope, [a])]),
);

/** 1 where z is above 0, else the leak. */
export const leakyReluSlope: Op = flat("leakyReluSlope", (z) => (z > 0 ? 1 : leak));

/** A slope that moves with nothing, but at a kink. */
function flat(name: string, f: (z: number) => number): Op {
  const { pullback: _, ...op } = entrywise(name, f, ({ gradient }) => gradient);
  return op;
}
