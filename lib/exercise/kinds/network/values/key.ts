import {
  type Backprop,
  type Forward,
  Graph,
  layForward,
  layWeights,
  type Network,
  toRows,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { networkOf, type PlainNetwork, passOf, textsOf } from "../given";
import { type Blank, nameOf, readBlank } from "./blank";
import type { ValuesSettings } from "./schema";

/** The blanks' true values, and the pass by which a student's own are followed; lists indexed by layer. */
export interface ValuesKey {
  readonly asks: "values";
  readonly values: readonly number[];
  readonly net: PlainNetwork;
  readonly z: readonly (readonly number[])[];
  readonly h: readonly (readonly number[])[];
  /** Empty in a pass forward. */
  readonly dz: readonly (readonly number[])[];
}

type Evaluate = (expr: Expr) => Value;

/** The key, and the blanks it is of. Throws LanguageError where the attributes come to no such thing. */
export function keyOf(settings: ValuesSettings, evaluate: Evaluate) {
  const net = networkOf(evaluate(settings.of), settings.of);
  const pass = passOf(evaluate(settings.pass), net, settings.pass);
  const blanks = blanksOf(settings, net.sizes, evaluate);
  const values = blanks.map((blank) => trueValue(blank, pass, settings));
  const key: ValuesKey = {
    asks: "values",
    values,
    net: plainNetwork(net),
    z: pass.z.map(plainColumn),
    h: pass.h.map(plainColumn),
    dz: settings.show === "gradients" && "dz" in pass ? pass.dz.map(plainColumn) : [],
  };
  return { key, blanks };
}

/** A pass of another network would make the key of one diagram and the drawing of another. Throws LanguageError. */
export function checkSame(settings: ValuesSettings, evaluate: Evaluate): void {
  const net = networkOf(evaluate(settings.of), settings.of);
  const { h, p } = passOf(evaluate(settings.pass), net, settings.pass);
  const graph = new Graph();
  const own = layForward(graph, layWeights(graph, net), graph.lay(constant, [], h[0]!)).p;
  if (own.data.every((value, i) => !(Math.abs(value - (p.data[i] ?? 0)) > 1e-9))) return;
  const mend = "Give of and pass the same network.";
  throw new LanguageError("pass is of another network", mend, settings.pass.at);
}

function blanksOf(
  { blanks, show }: ValuesSettings,
  sizes: readonly number[],
  evaluate: Evaluate,
): Blank[] {
  const { at } = blanks;
  const asked = show === "forward" ? ["h", "z"] : ["dz"];
  const found: Blank[] = [];
  for (const text of textsOf(evaluate(blanks), "blanks", blanks)) {
    const blank = readBlank(text.replace(/\s/g, ""), sizes);
    if (!blank || !asked.includes(blank.quantity)) {
      const such = show === "forward" ? "h[1][2], z[1][2] or p" : "dz[1][2]";
      const mend = `In show="${show}" a blank is one of ${such}, with layer and neuron from 1.`;
      throw new LanguageError(`there is no blank ${text} here`, mend, at);
    }
    if (found.some(({ layer, neuron }) => layer === blank.layer && neuron === blank.neuron)) {
      const mend = "Ask for one value of a neuron, and for another in a part of its own.";
      throw new LanguageError(`${nameOf(blank, sizes)} shares its neuron with a blank`, mend, at);
    }
    found.push(blank);
  }
  return found;
}

function trueValue(
  { quantity, layer, neuron }: Blank,
  pass: Forward | Backprop,
  { pass: { at } }: ValuesSettings,
): number {
  if (quantity === "dz" && !("dz" in pass)) {
    throw new LanguageError("pass has no gradients", "Give what backprop(net, x, y) came to.", at);
  }
  const value = (pass as Backprop)[quantity][layer]?.data[neuron - 1] ?? Number.NaN;
  // JSON has no −0: adding 0 makes it 0.
  if (Number.isFinite(value)) return value + 0;
  throw new LanguageError(`${quantity} is not finite here`, "Use smaller weights.", at);
}

function plainNetwork({ sizes, activations, loss, W, b }: Network): PlainNetwork {
  const rows = (a: Network["W"][number]) => toRows(a).map((row) => row.map((cell) => cell + 0));
  return {
    sizes: [...sizes],
    activations: [...activations],
    loss,
    W: W.map(rows),
    b: b.map(plainColumn),
  };
}

function plainColumn({ data }: Network["b"][number]): number[] {
  return Array.from(data, (value) => value + 0);
}
