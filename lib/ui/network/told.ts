import {
  type Backprop,
  Graph,
  type LaidBackprop,
  layBackprop,
  layDescent,
  layWeights,
  type Network,
  type Node,
  type Tensor,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { formulaOf, inLetters, inNumbers, type Page } from "@/lib/engine/told/write";
import { letterIn } from "@/lib/exercise/solution/symbols";
import type { Phase } from "./frame";
import type { Quantity } from "./quantity";

/** A step of an iteration: what it works out, of which layer, and the formula. */
export interface Told {
  readonly phase: Phase;
  readonly quantity: Quantity;
  readonly layer: number;
  /** The rule as TeX: "z^{[1]} = W^{[1]} \\, x + b^{[1]}". */
  readonly symbols: string;
  /** The same with the numbers put in; of a tensor too large to be read, its shape. */
  readonly numbers: string;
  readonly value: Tensor;
}

/** Longer TeX than this is no formula to read, as of a matrix with hundreds of entries. */
const longest = 1400;

/** The steps a walkthrough tells, in order: layer by layer forward, the loss, layer by layer back, the update. dx is left out,
 *  since nothing is learnt from it. */
export function toldSteps(net: Network, { x, y }: Backprop, alpha: number | undefined): Told[] {
  const graph = new Graph();
  const given = (value: Tensor) => graph.lay(constant, [], value);
  const laid = layWeights(graph, net);
  const pass = layBackprop(graph, laid, given(x), given(y));
  const teller = new Teller(pass);
  teller.call(pass.x, "x", 0);
  teller.call(pass.y, "y", 0);
  const layers = net.sizes.map((_, l) => l).slice(1);
  for (const l of layers) {
    teller.call(laid.W[l]!, "W", l);
    teller.call(laid.b[l]!, "b", l);
    teller.tell("forward", "z", l, pass.z[l]!);
    teller.tell("forward", "h", l, pass.h[l]!);
  }
  teller.tell("loss", "loss", layers.length, pass.loss);
  for (const l of layers.toReversed()) tellBack(teller, pass, l);
  if (alpha === undefined) return teller.steps;
  const rate = given({ rows: 1, cols: 1, data: Float64Array.of(alpha) });
  teller.call(rate, "\\alpha");
  for (const l of layers) {
    const stepped = (a: Node, gradient: Node) => layDescent(graph, a, gradient, rate);
    teller.tell("update", "W", l, stepped(laid.W[l]!, pass.dW[l]!));
    teller.tell("update", "b", l, stepped(laid.b[l]!, pass.db[l]!));
  }
  return teller.steps;
}

/** dz of a layer and what it gives. At the output it comes from dp, but where loss and activation cancel to p − y. */
function tellBack(teller: Teller, { z, dp, dz, dW, db, dh }: LaidBackprop, l: number): void {
  const isOutput = l === z.length - 1;
  const isFromSlope = !isOutput || dz[l] === dp || dz[l]!.inputs.includes(dp);
  if (isOutput && isFromSlope) teller.tell("backward", "dp", l, dp);
  teller.tell("backward", "dz", l, dz[l]!);
  teller.tell("backward", "dW", l, dW[l]!);
  teller.tell("backward", "db", l, db[l]!);
  if (l > 1) teller.tell("backward", "dh", l - 1, dh[l - 1]!);
}

/** Tells nodes one after the other, each by the names of those before it. */
class Teller {
  readonly steps: Told[] = [];
  private readonly names = new Map<Node, string>();
  private readonly page: Page = {
    digits: 4,
    letter: (node) => {
      const tex = this.names.get(node);
      return tex === undefined ? undefined : { tex, binds: 4 };
    },
  };

  constructor(private readonly pass: LaidBackprop) {}

  call(node: Node, name: string, layer?: number): void {
    this.names.set(node, this.symbol(name, layer));
  }

  tell(phase: Phase, quantity: Quantity, layer: number, node: Node): void {
    const isLast = layer === this.pass.z.length - 1;
    const name = quantity === "h" && isLast ? "p" : quantity;
    const left = this.symbol(name, name === "p" || name === "dp" ? 0 : layer);
    const [letters, numbers] = [inLetters(this.page), inNumbers(this.page)];
    // What an identity gives is what it was given: it has a name already.
    const same = this.names.get(node);
    const symbols = same ?? formulaOf(node, letters)?.tex;
    const value = numbers.numbers.tensor(node);
    const worked = same ? value : (formulaOf(node, numbers)?.tex ?? value);
    const sign = phase === "update" ? "\\leftarrow" : "=";
    const whole = `${left} ${sign} ${worked === value ? value : `${worked} = ${value}`}`;
    const shape = `${left} \\in \\mathbb{R}^{${node.rows} \\times ${node.cols}}`;
    const told = whole.length > longest ? shape : whole;
    const step = { phase, quantity, layer, value: node };
    this.steps.push({ ...step, symbols: `${left} ${sign} ${symbols}`, numbers: told });
    this.names.set(node, left);
  }

  private symbol(name: string, layer: number | undefined): string {
    if (layer === undefined) return name;
    if (name === "loss") return "L";
    const letter = letterIn(this.pass, name);
    return layer === 0 ? letter : `${letter}^{[${layer}]}`;
  }
}
