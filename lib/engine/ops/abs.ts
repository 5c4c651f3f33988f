import type { Op } from "../graph";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";
import { sign } from "./sign";

/** Every entry without its sign; the slope at 0 is taken as 0. */
export const abs: Op = entrywise("abs", Math.abs, ({ a, gradient, lay }) =>
  lay(multiply, [gradient, lay(sign, [a])]),
);
