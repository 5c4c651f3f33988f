import {
  type AdamMeans,
  layAdam,
  layDescent,
  layMeans,
  layVelocity,
  type Node,
  tensor,
  usualDecay,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { toNumber } from "@/lib/exercise/coerce";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { isLaidRecord, type Laid, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { laidRecordAt, listAt, nodeAt, numberAt, optionsAt } from "./arguments";
import type { FunctionTable, LayTools } from "./function";
import { laidNetworkAt } from "./network";

export const optimisers: FunctionTable = {
  sgd: {
    topic: "engine",
    signature: "sgd(net, pass, alpha)",
    summary: "The network after one step downhill: every W and b less alpha times its gradient.",
    example:
      "sgd(network([1, 1], { W: [2], b: [-6] }), { dW: [0, -1.5], db: [0, -0.5] }, 0.1).W[1]",
    value: "vector([2.15])",
    arity: [3, 3],
    lay: (args, tools) => {
      const net = laidNetworkAt(args, 0, tools.lay);
      const record = laidRecordAt(args, 0, "the network");
      const pass = laidRecordAt(args, 1, "the pass");
      const alpha = nodeAt(args, 2, "alpha", tools.lay);
      const stepped = (of: readonly Node[], slopes: Laid | undefined) =>
        of.map((one, l) =>
          l === 0 ? one : layDescent(tools.graph, one, slopeAt(slopes, l, tools), alpha),
        );
      return { ...record, W: stepped(net.W, pass.dW), b: stepped(net.b, pass.db) };
    },
  },
  momentum: {
    topic: "engine",
    signature: "momentum(gradients, beta)",
    summary:
      "The velocity of every step from a list of the gradients so far: v ← β v + g, v being 0 at first. Index 0 holds the first step's.",
    example: "momentum([2, 1], 0.5)",
    value: "[vector([2]), vector([2])]",
    arity: [2, 2],
    lay: (args, tools) => {
      const gradients = gradientsAt(args, tools);
      numberAt([toValue(args[1]!)], 0, "beta");
      const beta = nodeAt(args, 1, "beta", tools.lay);
      const velocities: Node[] = [];
      for (const g of gradients) {
        velocities.push(layVelocity(tools.graph, beta, g, velocities.at(-1)));
      }
      return velocities;
    },
  },
  adam: {
    topic: "engine",
    signature: "adam(gradients, { beta1, beta2, epsilon })",
    summary:
      "What Adam makes of a list of the gradients so far, the last one just now: m and v, its running means of the gradients and of their squares; mHat and vHat, those with their bias to 0 taken out; direction, mHat over the root of vHat plus epsilon. 0.9, 0.999 and 1e−8 by default.",
    example: "adam([2, 2]).mHat",
    value: "vector([2])",
    arity: [1, 2],
    lay: (args, tools) => {
      const gradients = gradientsAt(args, tools);
      const decay = decayAt(args, tools);
      let means: AdamMeans | undefined;
      for (const g of gradients) means = layMeans(tools.graph, decay, g, means);
      const t = lone(gradients.length, tools);
      return { ...layAdam(tools.graph, { ...decay, t }, means!) };
    },
  },
};

const lone = (v: number, { lay }: LayTools) => lay(constant, [], tensor(1, 1, [v]));

function slopeAt(slope: Laid | undefined, l: number, { lay, meter }: LayTools): Node {
  if (!Array.isArray(slope)) {
    throw new Refusal("the pass has no gradients", "Give what backprop(net, x, y) came to.");
  }
  const node = nodeAt(slope, l, `the gradient of layer ${l}`, lay);
  spendTensor(meter, node.rows, node.cols);
  return node;
}

/** The gradients of the steps so far, one at least, all of one shape. */
function gradientsAt(args: readonly Laid[], { lay, meter }: LayTools): Node[] {
  const list = listAt(args, 0, "what is gathered");
  const gradients = list.map((_, i) => nodeAt(list, i, `gradient ${i + 1}`, lay));
  const [first] = gradients;
  if (!first) throw new Refusal("there is no gradient", "Give a list of one or more.");
  for (const [i, { rows, cols }] of gradients.entries()) {
    spendTensor(meter, rows, cols);
    spend(meter, 4 * rows * cols);
    if (rows === first.rows && cols === first.cols) continue;
    throw new Refusal(
      `gradient ${i + 1} is ${rows}×${cols} and the first ${first.rows}×${first.cols}`,
      "Give the gradients of one parameter, all of its shape.",
    );
  }
  return gradients;
}

function decayAt(args: readonly Laid[], tools: LayTools) {
  const values = optionsAt(args.map(toValue), 1, Object.keys(usualDecay));
  const options = args[1] !== undefined && isLaidRecord(args[1]) ? args[1] : {};
  const told = (name: keyof typeof usualDecay) => {
    const value = values[name];
    if (value === undefined) return lone(usualDecay[name], tools);
    const number = toNumber(value);
    if (number !== undefined && number >= 0 && number < 1) {
      return nodeAt([options[name] ?? ""], 0, name, tools.lay);
    }
    throw new Refusal(`${name} is not from 0 to 1`, `Use ${usualDecay[name]}, say.`);
  };
  return { beta1: told("beta1"), beta2: told("beta2"), epsilon: told("epsilon") };
}
