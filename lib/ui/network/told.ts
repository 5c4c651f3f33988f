import { type Backprop, type Network, type Step, type StepRule, trace } from "@/lib/engine";
import type { Quantity } from "./quantity";

/** A step of the engine's trace with what it works out, and of which layer. */
export interface Told {
  readonly step: Step;
  readonly quantity: Quantity;
  readonly layer: number;
}

/** More losses of single examples than these, and only their mean is told. */
const mostExamples = 4;

/** Longer TeX than this is no formula to read, as of a matrix with hundreds of entries. */
const longest = 1400;

const quantities: Readonly<Record<Exclude<StepRule, "descent">, Quantity>> = {
  "weighted-sum": "z",
  activation: "h",
  loss: "example loss",
  "mean-of-losses": "loss",
  "loss-derivative": "dp",
  "activation-derivative": "dz",
  "output-gradient": "dz",
  "weight-gradient": "dW",
  "bias-gradient": "db",
  "back-through-weights": "dh",
};

/** The steps a walkthrough tells, in order. dx is left out, since nothing is learnt from it; so are the losses of
 *  the single examples of a large batch. */
export function toldSteps(net: Network, pass: Backprop, alpha: number | undefined): Told[] {
  const examples = pass.p.cols;
  return trace(net, pass, { alpha })
    .map((step): Told => {
      const quantity = quantityOf(step, examples);
      // Where the trace counts by the weights gone back through, the diagram counts by the neurons reached.
      return { step, quantity, layer: quantity === "dh" ? step.layer - 1 : step.layer };
    })
    .filter(({ layer }) => layer > 0)
    .filter(({ quantity }) => quantity !== "example loss" || examples <= mostExamples);
}

function quantityOf({ rule, symbols }: Step, examples: number): Quantity {
  if (rule === "descent") return symbols.startsWith("W") ? "W" : "b";
  if (rule === "loss" && examples === 1) return "loss";
  return quantities[rule];
}

/** A step with its numbers as TeX, left side included; of a tensor too large to be read, its shape. */
export function numbersOf({ symbols, numbers, value }: Step): string {
  const [, left = "", sign = "="] = /^(.*?) (=|\\leftarrow) /.exec(symbols) ?? [];
  if (numbers.length <= longest) return `${left} ${sign} ${saidOnce(numbers)}`;
  if (typeof value === "number") return `${left} = ${Number(value.toPrecision(4))}`;
  return `${left} \\in \\mathbb{R}^{${value.rows} \\times ${value.cols}}`;
}

/** db of one example is its dz: "(-0.5) = -0.5" says it twice. */
function saidOnce(numbers: string): string {
  const [first = "", ...rest] = numbers.split(" = ");
  const bare = first.replace(/^\((.*)\)$/, "$1");
  return rest.length === 1 && rest[0] === bare ? bare : numbers;
}
