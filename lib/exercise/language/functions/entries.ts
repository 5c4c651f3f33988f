import type { Op } from "@/lib/engine";
import { spendTensor } from "@/lib/exercise/language/budget";
import { asLone } from "@/lib/exercise/language/operators";
import { nodeAt } from "./arguments";
import type { LaidDown } from "./function";

/** A function of every entry: a number for a number, a tensor of the same shape for the rest. */
export function overEntries(op: Op): LaidDown["lay"] {
  return (args, { lay, meter }) => {
    const a = nodeAt(args, 0, "a", lay);
    spendTensor(meter, a.rows, a.cols);
    return asLone(lay(op, [a]), ...args);
  };
}
