import {
  adapted,
  faded,
  gathered,
  multiply,
  rightRules,
  sgd,
  type Tensor,
  usualDecay,
  zeros,
} from "@/lib/engine";
import { toNumber } from "@/lib/exercise/coerce";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { listAt, numberAt, optionsAt, recordAt, tensorAt } from "./arguments";
import type { FunctionTable, Tools } from "./function";
import { networkAt } from "./network";

export const optimisers: FunctionTable = {
  sgd: {
    topic: "engine",
    signature: "sgd(net, pass, alpha)",
    summary: "The network after one step downhill: every W and b less alpha times its gradient.",
    example:
      "sgd(network([1, 1], { W: [2], b: [-6] }), { dW: [0, -1.5], db: [0, -0.5] }, 0.1).W[1]",
    value: "vector([2.15])",
    arity: [3, 3],
    call: (args, tools) => {
      const net = networkAt(args, 0);
      const pass = recordAt(args, 1, "the pass");
      const alpha = numberAt(args, 2, "alpha");
      const slopes = (of: Value | undefined) =>
        net.W.map((_, l) => (l === 0 ? net.W[0]! : slopeAt(of, l, tools)));
      const gradients = { dW: slopes(pass.dW), db: slopes(pass.db) };
      const { net: stepped } = sgd(net, gradients, { alpha }, undefined, tools.rules);
      return stepped as unknown as Value;
    },
    ruled: true,
  },
  momentum: {
    topic: "engine",
    signature: "momentum(gradients, beta)",
    summary:
      "The velocity of every step from a list of the gradients so far: v ← β v + g, v being 0 at first. Index 0 holds the first step's.",
    example: "momentum([2, 1], 0.5)",
    value: "[vector([2]), vector([2])]",
    arity: [2, 2],
    call: (args, tools) => {
      const gradients = gradientsAt(args, tools);
      const beta = numberAt(args, 1, "beta");
      const rules = tools.rules ?? rightRules;
      const velocities: Tensor[] = [];
      for (const g of gradients) {
        velocities.push(gathered(velocities.at(-1) ?? zeros(g.rows, g.cols), g, beta, rules));
      }
      return velocities;
    },
    ruled: true,
  },
  adam: {
    topic: "engine",
    signature: "adam(gradients, { beta1, beta2, epsilon })",
    summary:
      "What Adam makes of a list of the gradients so far, the last one just now: m and v, its running means of the gradients and of their squares; mHat and vHat, those with their bias to 0 taken out; direction, mHat over the root of vHat plus epsilon. 0.9, 0.999 and 1e−8 unless told.",
    example: "adam([2, 2]).mHat",
    value: "vector([2])",
    arity: [1, 2],
    call: (args, tools) => {
      const gradients = gradientsAt(args, tools);
      const decay = decayAt(args);
      let m = zeros(gradients[0]!.rows, gradients[0]!.cols);
      let v = m;
      for (const g of gradients) {
        m = faded(m, g, decay.beta1);
        v = faded(v, multiply(g, g), decay.beta2);
      }
      const rules = tools.rules ?? rightRules;
      return { m, v, ...adapted(m, v, gradients.length, decay, rules) };
    },
    ruled: true,
  },
};

function slopeAt(slope: Value | undefined, l: number, { meter }: Tools): Tensor {
  if (!Array.isArray(slope)) {
    throw new Refusal("the pass has no gradients", "Give what backprop(net, x, y) came to.");
  }
  const tensor = tensorAt(slope, l, `the gradient of layer ${l}`);
  spendTensor(meter, tensor.rows, tensor.cols);
  return tensor;
}

/** The gradients of the steps so far, one at least, all of one shape. */
function gradientsAt(args: readonly Value[], { meter }: Tools): Tensor[] {
  const list = listAt(args, 0, "what is gathered");
  const gradients = list.map((_, i) => tensorAt(list, i, `gradient ${i + 1}`));
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

function decayAt(args: readonly Value[]) {
  const options = optionsAt(args, 1, Object.keys(usualDecay));
  const told = (name: keyof typeof usualDecay) => {
    const number = options[name] === undefined ? usualDecay[name] : toNumber(options[name]);
    if (number !== undefined && number >= 0 && number < 1) return number;
    throw new Refusal(`${name} is not from 0 to 1`, `Use ${usualDecay[name]}, say.`);
  };
  return { beta1: told("beta1"), beta2: told("beta2"), epsilon: told("epsilon") };
}
