import { uniformInt } from "pure-rand/distribution/uniformInt";
import {
  type Activation,
  type LaidNetwork,
  type Lay,
  type Loss,
  type Network,
  network,
  type Tensor,
  tensor,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { spendTensor } from "@/lib/exercise/language/budget";
import { isLaidRecord, type Laid, laidOf, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import {
  integerAt,
  laidRecordAt,
  listAt,
  nodeAt,
  numberAt,
  optionsAt,
  recordAt,
  tensorAt,
  wordOption,
} from "./arguments";
import type { LayTools, Tools } from "./function";
import { type Grid, grid } from "./grid";
import { source } from "./random";

export const activations: readonly Activation[] = [
  "sigmoid",
  "tanh",
  "relu",
  "leaky-relu",
  "identity",
  "softmax",
];

/** The output activation that goes with each loss. */
export const outputOf: Readonly<Record<Loss, Activation>> = {
  "binary-cross-entropy": "sigmoid",
  "cross-entropy": "softmax",
  "mean-squared-error": "identity",
};

const losses = Object.keys(outputOf) as readonly Loss[];
const optionNames = ["activation", "output", "loss", "step", "range", "W", "b"];
const mostLayers = 20;
const widest = 1_000;
const empty = tensor(0, 0, []);

/** Networks checked before; one written by hand or read from JSON is checked when it is first used. */
const checked = new WeakSet<object>();

/** network(sizes, options): weights and biases that the options do not give are drawn, layer by layer, W before b. */
export function drawnNetwork(args: readonly Value[], tools: Tools): Value {
  const sizes = sizesAt(args, 0);
  const options = optionsAt(args, 1, optionNames);
  const last = sizes.length - 1;
  const natural = sizes[last] === 1 ? "binary-cross-entropy" : "cross-entropy";
  const loss = wordOption(options, "loss", losses) ?? natural;
  const hidden = wordOption(options, "activation", activations) ?? "sigmoid";
  const output = wordOption(options, "output", activations) ?? outputOf[loss];
  const W: Tensor[] = [empty];
  const b: Tensor[] = [empty];
  const places = gridOf(options);
  for (let l = 1; l <= last; l++) {
    const rows = sizes[l] ?? 0;
    W.push(
      givenLayer(options.W, "W", l, last) ?? drawnTensor(rows, sizes[l - 1] ?? 0, places, tools),
    );
    b.push(givenLayer(options.b, "b", l, last) ?? drawnTensor(rows, 1, places, tools));
  }
  const layers = sizes.map((_, l) => (l === 0 ? "identity" : l === last ? output : hidden));
  const net = network({ sizes, activations: layers as Activation[], loss, W, b });
  checked.add(net);
  return net as unknown as { readonly [name: string]: Value };
}

/** The same laid down: what is drawn as constants, what the options give as the nodes that it is. */
export function layNetwork(args: readonly Laid[], tools: LayTools): Laid {
  const drawn = drawnNetwork(args.map(toValue), tools);
  const laid = laidOf(drawn, tools.lay) as { readonly [name: string]: Laid };
  const options = args[1] !== undefined && isLaidRecord(args[1]) ? args[1] : {};
  const given = (name: "W" | "b") => {
    const list = laid[name] as readonly Laid[];
    const option = options[name] as readonly Laid[] | undefined;
    return option
      ? list.map((one, l) => (l === 0 ? one : nodeAt(option, l - 1, name, tools.lay)))
      : list;
  };
  const net = { ...laid, W: given("W"), b: given("b") };
  checkedLaid.add(net);
  return net;
}

const checkedLaid = new WeakSet<object>();

/** The i-th argument as a network of nodes whose shapes fit; throws Refusal when it is none. */
export function laidNetworkAt(args: readonly Laid[], i: number, lay: Lay): LaidNetwork {
  const record = laidRecordAt(args, i, "the network");
  if (checkedLaid.has(record)) return record as unknown as LaidNetwork;
  const { activations, loss, W } = networkAt([toValue(record)], 0);
  const nodes = (name: "W" | "b") =>
    W.map((_, l) =>
      l === 0 ? lay(constant, [], empty) : nodeAt(record[name] as readonly Laid[], l, name, lay),
    );
  return { activations, loss, W: nodes("W"), b: nodes("b") };
}

/** The i-th argument as a network whose shapes fit; throws Refusal when it is none. */
export function networkAt(args: readonly Value[], i: number): Network {
  const record = recordAt(args, i, "the network");
  if (checked.has(record)) return record as unknown as Network;
  const sizes = sizesAt([record.sizes ?? 0], 0);
  const words = listAt([record.activations ?? 0], 0, "activations");
  const layers = words.map((word) => wordOption({ activation: word }, "activation", activations));
  const loss = wordOption(record, "loss", losses);
  if (!loss || layers.length !== sizes.length) {
    throw new Refusal("this is not a network", "Give what network(sizes, { … }) came to.");
  }
  const last = sizes.length - 1;
  const layer = (name: "W" | "b", l: number) => {
    const list = listAt([record[name] ?? 0], 0, name);
    return l === 0 ? empty : tensorAt(list, l, `${name}[${l}]`);
  };
  const all = (name: "W" | "b") => Array.from({ length: last + 1 }, (_, l) => layer(name, l));
  return network({ sizes, activations: layers as Activation[], loss, W: all("W"), b: all("b") });
}

/** nudge(net, "W" or "b", l, i, j, by). */
export function nudged(args: readonly Value[], tools: Tools): Value {
  const net = networkAt(args, 0);
  const of = wordOption({ parameter: args[1] ?? "" }, "parameter", ["W", "b"] as const) ?? "W";
  const l = integerAt(args, 2, "l", 1, net.sizes.length - 1);
  const { rows, cols, data } = net[of][l] ?? empty;
  const at = (integerAt(args, 3, "i", 1, rows) - 1) * cols + integerAt(args, 4, "j", 1, cols) - 1;
  spendTensor(tools.meter, rows, cols);
  const changed = Float64Array.from(data);
  changed[at] = (data[at] ?? 0) + numberAt(args, 5, "by");
  const layers = net[of].map((one, k) => (k === l ? tensor(rows, cols, changed) : one));
  const other = network({ ...net, [of]: layers });
  checked.add(other);
  return other as unknown as { readonly [name: string]: Value };
}

function sizesAt(args: readonly Value[], i: number): number[] {
  const list = listAt(args, i, "sizes");
  if (list.length < 2 || list.length > mostLayers) {
    const mend = `Give 2 to ${mostLayers} sizes, such as [2, 3, 1].`;
    throw new Refusal(`sizes has ${list.length} layers`, mend);
  }
  return list.map((_, l) => integerAt(list, l, `size ${l}`, 1, widest));
}

/** W={[W1, W2]} gives every layer from the first; a layer may be a number or a list. */
function givenLayer(option: Value | undefined, name: string, l: number, last: number) {
  if (option === undefined) return undefined;
  const list = listAt([option], 0, name);
  if (list.length === last) return tensorAt(list, l - 1, `${name} of layer ${l}`);
  const mend = `Give one for each of the ${last} layers after the inputs.`;
  throw new Refusal(`${name} has ${list.length} layers`, mend);
}

function gridOf({ step = 0.1, range = 1 }: { readonly [name: string]: Value }): Grid {
  const size = numberAt([step], 0, "step");
  const places = grid(size, numberAt([range], 0, "range"), size);
  return places;
}

/** Entries ±step, ±2 step, … up to the range: never 0, so that no gradient vanishes by chance. */
function drawnTensor(rows: number, cols: number, places: Grid, tools: Tools): Tensor {
  spendTensor(tools.meter, rows, cols);
  const generator = source(tools);
  const data = new Float64Array(rows * cols);
  for (let i = 0; i < data.length; i++) {
    const drawn = uniformInt(generator, 0, 2 * places.count - 1);
    const size = places.from + places.step * (drawn >> 1);
    data[i] = (drawn & 1 ? -size : size) / places.scale;
  }
  return tensor(rows, cols, data);
}
