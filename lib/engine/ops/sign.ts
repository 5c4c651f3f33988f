import type { Op } from "../graph";
import { entrywise } from "./entrywise";
import { subtract } from "./subtract";

/** 1 above 0, −1 below, 0 at 0. Its slope is 0 everywhere it has one. */
export const sign: Op = entrywise("sign", Math.sign, ({ gradient, lay }) =>
  lay(subtract, [gradient, gradient]),
);
