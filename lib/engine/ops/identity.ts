import type { Op } from "../graph";
import { entrywise } from "./entrywise";

/** Every entry as it is: an activation that is none, or a place of its own for a value. */
export const identity: Op = entrywise(
  "identity",
  (v) => v,
  ({ gradient }) => gradient,
);
