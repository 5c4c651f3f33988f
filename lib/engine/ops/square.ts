import type { Op } from "../graph";
import { add } from "./add";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";

/** Every entry times itself. */
export const square: Op = entrywise(
  "square",
  (v) => v * v,
  ({ a, gradient, lay }) => lay(multiply, [gradient, lay(add, [a, a])]),
);
