import type { Op } from "../graph";
import { divide } from "./divide";
import { entrywise } from "./entrywise";

/** The natural logarithm of every entry. */
export const log: Op = entrywise("log", Math.log, ({ a, gradient, lay }) =>
  lay(divide, [gradient, a]),
);
