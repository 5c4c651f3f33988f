import type { Activation, Lay, Node, Op } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { leakyRelu, leakyReluSlope, relu, reluSlope } from "@/lib/engine/ops/relu";
import { sigmoid, sigmoidSlope } from "@/lib/engine/ops/sigmoid";
import { softmax } from "@/lib/engine/ops/softmax";
import { softmaxRows } from "@/lib/engine/ops/softmax-rows";
import { tanh, tanhSlope } from "@/lib/engine/ops/tanh";
import { spendTensor } from "@/lib/exercise/language/budget";
import { type Laid, toValue } from "@/lib/exercise/language/laid";
import { asLone } from "@/lib/exercise/language/operators";
import { Refusal } from "@/lib/exercise/language/refusal";
import { nodeAt, wordOption } from "./arguments";
import { overEntries } from "./entries";
import type { FunctionTable, LanguageFunction } from "./function";

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
    tanh,
  ),
  relu: activationOf(
    "relu(z)",
    "Every entry, those below 0 made 0.",
    "relu([-1, 2])",
    "vector([0, 2])",
    relu,
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
    lay: (args, { lay, meter }) => {
      const g = activationAt(args);
      const z = nodeAt(args, 1, "z", lay);
      spendTensor(meter, z.rows, z.cols);
      return asLone(slopes[g](z, lay), args[1]!);
    },
  },
  softmax: {
    topic: "engine",
    signature: 'softmax(z, "columns" or "rows")',
    summary: "Probabilities from logits, each column by itself, or each row.",
    example: "softmax([0, 0])",
    value: "vector([0.5, 0.5])",
    arity: [1, 2],
    lay: (args, { lay, meter }) => {
      const z = nodeAt(args, 0, "z", lay);
      const axis = wordOption({ axis: toValue(args[1] ?? "columns") }, "axis", axes);
      spendTensor(meter, z.rows, z.cols);
      return lay(axis === "rows" ? softmaxRows : softmax, [z]);
    },
  },
};

const axes = ["columns", "rows"] as const;

type Entrywise = Exclude<Activation, "softmax">;

/** The slope of each activation that works entry by entry, laid down from its z. */
const slopes: Readonly<Record<Entrywise, (z: Node, lay: Lay) => Node>> = {
  sigmoid: (z, lay) => lay(sigmoidSlope, [lay(sigmoid, [z]), z]),
  tanh: (z, lay) => lay(tanhSlope, [lay(tanh, [z]), z]),
  relu: (z, lay) => lay(reluSlope, [z]),
  "leaky-relu": (z, lay) => lay(leakyReluSlope, [z]),
  identity: ({ rows, cols }, lay) =>
    lay(constant, [], { rows, cols, data: new Float64Array(rows * cols).fill(1) }),
};

const isEntrywise = (name: Laid | undefined): name is Entrywise =>
  typeof name === "string" && Object.hasOwn(slopes, name);

function activationAt([name]: readonly Laid[]): Entrywise {
  if (isEntrywise(name)) return name;
  throw new Refusal(
    "this is no activation that works entry by entry",
    `Use one of ${Object.keys(slopes).join(", ")}.`,
  );
}

function activationOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op,
): LanguageFunction {
  const lay = overEntries(op);
  return { topic: "engine", signature, summary, example, value, arity: [1, 1], lay };
}
