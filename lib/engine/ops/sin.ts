import type { Op } from "../graph";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";
import { negate } from "./negate";

/** The sine of every entry, in radians. */
export const sin: Op = entrywise("sin", Math.sin, ({ a, gradient, lay }) =>
  lay(multiply, [gradient, lay(cos, [a])]),
);

/** The cosine of every entry, in radians. */
export const cos: Op = entrywise("cos", Math.cos, ({ a, gradient, lay }) =>
  lay(multiply, [gradient, lay(negate, [lay(sin, [a])])]),
);
