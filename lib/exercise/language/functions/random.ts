import { uniformInt } from "pure-rand/distribution/uniformInt";
import { tensor } from "@/lib/engine";
import { limits, spend, spendTensor } from "@/lib/exercise/language/budget";
import type { Generator } from "@/lib/exercise/language/expr";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { integerAt, listAt, numberAt, optionsAt } from "./arguments";
import type { FunctionTable, Tools } from "./function";
import { drawOnGrid, grid, openUnit, roundToStep } from "./grid";

const always = () => true;
type Options = { readonly [name: string]: Value };

export const random: FunctionTable = {
  uniform: {
    topic: "random",
    signature: "uniform(a, b, { shape, step })",
    summary:
      "Numbers drawn evenly from a to b. With step 0.1 they lie on a, a + 0.1, … exactly. shape n gives a vector, shape [r, c] a matrix.",
    example: "uniform(-1, 1, { shape: 2, step: 0.1 })",
    value: "vector([-0.4, 0.2])",
    arity: [2, 3],
    draws: always,
    call: (args, tools) => {
      const options = optionsAt(args, 2, ["shape", "step"]);
      const a = numberAt(args, 0, "the lower end");
      const b = numberAt(args, 1, "the upper end");
      if (!(a <= b)) throw new Refusal(`${a} is above ${b}`, "Put the smaller end first.");
      if (options.step === undefined) {
        return shaped(options, tools, (generator) => a + (b - a) * openUnit(generator));
      }
      const places = grid(a, b, numberAt([options.step], 0, "step"));
      return shaped(options, tools, (generator) => drawOnGrid(places, generator));
    },
  },
  normal: {
    topic: "random",
    signature: "normal(mean, deviation, { shape, step })",
    summary: "Numbers drawn from a normal distribution, rounded to step where it is given.",
    example: "normal(0, 1, { shape: [2, 2], step: 0.01 })",
    value: "matrix([[-0.77, 1.47], [-0.57, -2.22]])",
    arity: [2, 3],
    draws: always,
    call: (args, tools) => {
      const options = optionsAt(args, 2, ["shape", "step"]);
      const mean = numberAt(args, 0, "the mean");
      const deviation = numberAt(args, 1, "the deviation");
      const step = options.step === undefined ? 0 : numberAt([options.step], 0, "step");
      return shaped(options, tools, (generator) => {
        const value = mean + deviation * standardNormal(generator);
        return options.step === undefined ? value : roundToStep(value, step);
      });
    },
  },
  integer: {
    topic: "random",
    signature: "integer(a, b, { shape })",
    summary: "Whole numbers drawn from a to b, both included.",
    example: "integer(1, 6, { shape: 3 })",
    value: "vector([1, 1, 3])",
    arity: [2, 3],
    draws: always,
    call: (args, tools) => {
      const a = integerAt(args, 0, "the lower end", -(2 ** 31), 2 ** 31);
      const b = integerAt(args, 1, "the upper end", a, 2 ** 31);
      const options = optionsAt(args, 2, ["shape"]);
      return shaped(options, tools, (generator) => uniformInt(generator, a, b));
    },
  },
  pick: {
    topic: "random",
    signature: "pick(a, b, …) or pick(list)",
    summary: "One of the values.",
    example: 'pick("sigmoid", "tanh", "relu")',
    value: '"sigmoid"',
    arity: [1, 100],
    draws: always,
    call: (args, tools) => {
      const values = args.length === 1 ? listAt(args, 0, "what to pick from") : args;
      const value = values[uniformInt(source(tools), 0, Math.max(0, values.length - 1))];
      if (value !== undefined) return value;
      throw new Refusal("there is nothing to pick from", "Put a value in the list.");
    },
  },
  shuffle: {
    topic: "random",
    signature: "shuffle(list)",
    summary: "The values of a list in a drawn order.",
    example: "shuffle([1, 2, 3, 4, 5])",
    value: "[5, 4, 1, 3, 2]",
    arity: [1, 1],
    draws: always,
    call: (args, tools) => drawDistinct(listAt(args, 0, "what to shuffle"), Infinity, tools),
  },
  sample: {
    topic: "random",
    signature: "sample(list, n)",
    summary: "n different places of a list, in a drawn order.",
    example: "sample([10, 20, 30, 40, 50], 3)",
    value: "[50, 40, 10]",
    arity: [2, 2],
    draws: always,
    call: (args, tools) => {
      const list = listAt(args, 0, "what to sample from");
      return drawDistinct(list, integerAt(args, 1, "n", 0, list.length), tools);
    },
  },
  probabilities: {
    topic: "random",
    signature: "probabilities(n, { step })",
    summary: "A vector of n probabilities above 0 that sum to 1, each a multiple of step (0.05).",
    example: "probabilities(3, { step: 0.1 })",
    value: "vector([0.1, 0.3, 0.6])",
    arity: [1, 2],
    draws: always,
    call: (args, tools) => {
      const { step = 0.05 } = optionsAt(args, 1, ["step"]);
      const places = grid(0, 1, numberAt([step], 0, "step"));
      const parts = places.count - 1;
      if (parts * places.step !== places.scale || parts > limits.elements) {
        throw new Refusal("step does not divide 1", "Use a step such as 0.1, 0.05 or 0.01.");
      }
      const n = integerAt(args, 0, "n", 1, parts);
      const cuts = Array.from({ length: parts - 1 }, (_, i) => i + 1);
      const chosen = drawDistinct(cuts, n - 1, tools) as number[];
      const bounds = [0, ...chosen.sort((a, b) => a - b), parts];
      const share = (i: number) => (bounds[i + 1] ?? 0) - (bounds[i] ?? 0);
      const values = Float64Array.from(
        { length: n },
        (_, i) => (share(i) * places.step) / places.scale,
      );
      return tensor(n, 1, values);
    },
  },
  oneHot: {
    topic: "random",
    signature: "oneHot(n, i)",
    summary:
      "The vector of n entries with 1 in place i, counted from 1, and 0 elsewhere. Without i, a drawn place.",
    example: "oneHot(3, 2)",
    value: "vector([0, 1, 0])",
    arity: [1, 2],
    draws: (count) => count < 2,
    call: (args, tools) => {
      const n = integerAt(args, 0, "n", 1, limits.elements);
      spendTensor(tools.meter, n, 1);
      const i = args.length > 1 ? integerAt(args, 1, "i", 1, n) : uniformInt(source(tools), 1, n);
      return tensor(
        n,
        1,
        Float64Array.from({ length: n }, (_, k) => (k === i - 1 ? 1 : 0)),
      );
    },
  },
};

/** The generator of a call that draws; throws Refusal where nothing may be drawn. */
export function source({ generator }: Tools): Generator {
  if (generator) return generator;
  throw new Refusal("nothing can be drawn here", "Draw it in a <Given>, and use its name here.");
}

/** One drawn number, or a tensor of them when the options have a shape. */
function shaped(options: Options, tools: Tools, draw: (generator: Generator) => number): Value {
  const generator = source(tools);
  if (options.shape === undefined) return draw(generator);
  const size = Array.isArray(options.shape) ? options.shape : [options.shape, 1];
  const rows = integerAt(size, 0, "the rows of shape", 1, limits.elements);
  const cols = integerAt(size, 1, "the columns of shape", 1, limits.elements);
  spendTensor(tools.meter, rows, cols);
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < data.length; i++) data[i] = draw(generator);
  return tensor(rows, cols, data);
}

/** The first `n` of a Fisher–Yates shuffle. */
function drawDistinct(list: readonly Value[], n: number, tools: Tools): Value[] {
  spend(tools.meter, list.length);
  const generator = source(tools);
  const values = [...list];
  const count = Math.min(n, values.length);
  for (let i = 0; i < count && i < values.length - 1; i++) {
    const j = uniformInt(generator, i, values.length - 1);
    const chosen = values[j] as Value;
    values[j] = values[i] as Value;
    values[i] = chosen;
  }
  return values.slice(0, count);
}

/** Box and Muller's transform; its second number is left, so that each draw stands alone. */
function standardNormal(generator: Generator): number {
  const radius = Math.sqrt(-2 * Math.log(openUnit(generator)));
  return radius * Math.cos(2 * Math.PI * openUnit(generator));
}
