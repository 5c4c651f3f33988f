import {
  type Activation,
  activated,
  activationPairs,
  leakyRelu,
  map,
  rightRules,
  sigmoid,
  throughHidden,
} from "@/lib/engine";
import { spendTensor } from "@/lib/exercise/language/budget";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { tensorAt } from "./arguments";
import type { FunctionTable, LanguageFunction } from "./function";
import { mapped } from "./tensor";

export const activations: FunctionTable = {
  sigmoid: activationOf(
    "sigmoid(z)",
    "1 / (1 + exp(−z)) of every entry.",
    "sigmoid(0)",
    "0.5",
    sigmoid,
  ),
  tanh: activationOf(
    "tanh(z)",
    "The hyperbolic tangent of every entry.",
    "tanh(1)",
    "0.761594",
    Math.tanh,
  ),
  relu: activationOf(
    "relu(z)",
    "Every entry, those below 0 made 0.",
    "relu([-1, 2])",
    "vector([0, 2])",
    (z) => Math.max(0, z),
  ),
  leakyRelu: activationOf(
    "leakyRelu(z)",
    "Every entry, those below 0 made a hundredth of themselves.",
    "leakyRelu([-1, 2])",
    "vector([-0.01, 2])",
    leakyRelu,
  ),
  slopeOf: {
    topic: "engine",
    signature: "slopeOf(activation, z)",
    summary:
      'The derivative at every entry of z of an activation that works entry by entry: "sigmoid", "tanh", "relu", "leaky-relu" or "identity".',
    example: 'slopeOf("sigmoid", 0)',
    value: "0.25",
    arity: [2, 2],
    call: (args, { meter, rules = rightRules }) => {
      const g = activationAt(args);
      const z = tensorAt(args, 1, "z");
      spendTensor(meter, z.rows, z.cols);
      const slopes = throughHidden(
        g,
        map(z, () => 1),
        z,
        activated(g, z, rules),
        rules,
      );
      return typeof args[1] === "number" ? slopes.data[0]! : slopes;
    },
    ruled: true,
  },
  softmax: {
    topic: "engine",
    signature: "softmax(z)",
    summary: "Probabilities from logits, each column by itself.",
    example: "softmax([0, 0])",
    value: "vector([0.5, 0.5])",
    arity: [1, 1],
    call: (args, { meter, rules = rightRules }) => {
      const z = tensorAt(args, 0, "z");
      spendTensor(meter, z.rows, z.cols);
      return activated("softmax", z, rules);
    },
    ruled: true,
  },
};

const entrywise: readonly string[] = Object.keys(activationPairs).filter(
  (name) => name !== "softmax",
);

function activationAt(args: readonly Value[]): Activation {
  const name = args[0];
  if (typeof name === "string" && entrywise.includes(name)) return name as Activation;
  throw new Refusal(
    "this is no activation that works entry by entry",
    `Use one of ${entrywise.join(", ")}.`,
  );
}

/** An activation of every entry; left out, its z is what comes back. */
function activationOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  g: (z: number) => number,
): LanguageFunction {
  const call: LanguageFunction["call"] = (args, tools) => {
    const { hiddenActivation, decimals } = tools.rules ?? rightRules;
    if (hiddenActivation === "left-out") return args[0] as Value;
    const h = (z: number) => (decimals === "all" ? g(z) : Number(g(z).toFixed(decimals)));
    return mapped(args[0] as Value, tools, h);
  };
  return { topic: "engine", signature, summary, example, value, arity: [1, 1], call, ruled: true };
}
