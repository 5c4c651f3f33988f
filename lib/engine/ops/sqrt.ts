import type { Op } from "../graph";
import { add } from "./add";
import { divide } from "./divide";
import { entrywise } from "./entrywise";

/** The square root of every entry. */
export const sqrt: Op = entrywise("sqrt", Math.sqrt, ({ out, gradient, lay }) =>
  lay(divide, [gradient, lay(add, [out, out])]),
);
