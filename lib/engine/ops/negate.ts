import type { Op } from "../graph";
import { entrywise } from "./entrywise";

/** −a. */
export const negate: Op = entrywise(
  "negate",
  (v) => -v,
  ({ gradient, lay }) => lay(negate, [gradient]),
);
