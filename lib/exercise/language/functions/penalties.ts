import { l1Penalty } from "@/lib/engine/ops/l1-penalty";
import { l2Penalty } from "@/lib/engine/ops/l2-penalty";
import { spend } from "@/lib/exercise/language/budget";
import { Lone, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { laidOptionsAt, nodeAt } from "./arguments";
import type { FunctionTable } from "./function";

export const penalties: FunctionTable = {
  l1Penalty: {
    topic: "architecture",
    signature: "l1Penalty(W, lambda)",
    summary: "lambda Σ |w| over all entries of W.",
    example: "l1Penalty([1, -3], 0.5)",
    value: "2",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const [W, lambda] = [nodeAt(args, 0, "W", lay), nodeAt(args, 1, "lambda", lay)];
      spend(meter, W.data.length);
      return new Lone(lay(l1Penalty, [W, lambda]));
    },
  },
  l2Penalty: {
    topic: "architecture",
    signature: "l2Penalty(W, lambda, { half })",
    summary: "lambda Σ w² over all entries of W, or with { half: true } half of that.",
    example: "l2Penalty([1, -3], 0.5)",
    value: "5",
    arity: [2, 3],
    lay: (args, { lay, meter }) => {
      const [W, lambda] = [nodeAt(args, 0, "W", lay), nodeAt(args, 1, "lambda", lay)];
      const { half = false } = laidOptionsAt(args, 2, ["half"]);
      if (typeof half !== "boolean") {
        throw new Refusal(`half is ${String(toValue(half))}`, "Write { half: true }.");
      }
      spend(meter, W.data.length);
      return new Lone(lay(l2Penalty, [W, lambda], { isHalved: half }));
    },
  },
};
