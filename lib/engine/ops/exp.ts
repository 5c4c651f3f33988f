import type { Op } from "../graph";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";

/** e to the power of every entry. */
export const exp: Op = entrywise("exp", Math.exp, ({ out, gradient, lay }) =>
  lay(multiply, [gradient, out]),
);
