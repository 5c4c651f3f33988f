import {
  column,
  Graph,
  type LaidBackprop,
  type LaidForward,
  type LaidNetwork,
  layBackprop,
  layForward,
  layWeights,
  type Network,
  type Node,
  type Tensor,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { isBackprop, type Pass } from "../../network/scene-of";
import type { Subject } from "../figures";
import { networkOf } from "../subject";

/** A weight or a bias of a network: `from` is the neuron before that a weight comes from, undefined for a bias. All
 *  count from 1. */
export interface Parameter {
  readonly layer: number;
  readonly from?: number;
  readonly to: number;
}

export interface NetworkState {
  /** What the lesson gave. */
  readonly first: Subject;
  /** The same with what the reader has moved. */
  readonly subject: Subject;
  readonly chosen: Parameter;
  readonly shows: "forward" | "gradients";
}

export const networkStart = (subject: Subject): NetworkState => ({
  first: subject,
  subject,
  chosen: { layer: 1, from: 1, to: 1 },
  shows: "forward",
});

/** Every weight and bias, layer by layer and neuron by neuron. */
export function parametersOf({ sizes }: Subject): Parameter[] {
  return sizes
    .slice(1)
    .flatMap((size, i) =>
      upTo(size).flatMap((to): Parameter[] => [
        ...upTo(sizes[i]!).map((from) => ({ layer: i + 1, from, to })),
        { layer: i + 1, to },
      ]),
    );
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** "1.2.3" for the weight of layer 1 from 2 to 3, as the layout names its edge; "1.b.3" for the bias of neuron 3. */
export const idOf = ({ layer, from, to }: Parameter) => `${layer}.${from ?? "b"}.${to}`;

export function numberAt({ W, b }: Subject, { layer, from, to }: Parameter): number {
  return from === undefined ? b[layer]![to - 1]! : W[layer]![to - 1]![from - 1]!;
}

/** The same network and example with one weight or bias changed. */
export function withValue(
  subject: Subject,
  { layer, from, to }: Parameter,
  value: number,
): Subject {
  if (from === undefined) {
    const b = subject.b.map((list, l) => (l === layer ? list.with(to - 1, value) : list));
    return { ...subject, b };
  }
  const W = subject.W.map((rows, l) =>
    l === layer ? rows.with(to - 1, rows[to - 1]!.with(from - 1, value)) : rows,
  );
  return { ...subject, W };
}

export interface Run {
  readonly net: Network;
  readonly pass: Pass;
  /** The loss, and its gradient by the chosen parameter; undefined where there is no label. */
  readonly measured?: { readonly loss: number; readonly gradient: number };
}

/** What the engine makes of the example: forward, and backward too where it has a label. */
export function runOf({ subject, chosen }: Pick<NetworkState, "subject" | "chosen">): Run {
  const net = networkOf(subject);
  const { graph, weights, pass } = laidFor(net, subject);
  for (const [l, { data }] of net.W.entries()) weights.W[l]!.data.set(data);
  for (const [l, { data }] of net.b.entries()) weights.b[l]!.data.set(data);
  graph.run();
  const own = copied(pass);
  if (!isBackprop(own)) return { net, pass: own };
  const { layer, from, to } = chosen;
  const [dW, db] = [own.dW[layer]!, own.db[layer]!];
  const gradient = from === undefined ? db.data[to - 1]! : dW.data[(to - 1) * dW.cols + from - 1]!;
  return { net, pass: own, measured: { loss: own.loss, gradient } };
}

interface LaidSubject {
  readonly graph: Graph;
  readonly weights: LaidNetwork;
  readonly pass: LaidForward | LaidBackprop;
}

/** The pass of an example through its network, laid down once however its weights are moved. */
function laidFor(net: Network, { x, y }: Subject): LaidSubject {
  const known = laid.get(y ?? x);
  if (known) return known;
  const graph = new Graph();
  const weights = layWeights(graph, net);
  const given = (numbers: readonly number[]) => graph.lay(constant, [], column(numbers));
  const pass = y
    ? layBackprop(graph, weights, given(x), given(y))
    : layForward(graph, weights, given(x));
  const made = { graph, weights, pass };
  laid.set(y ?? x, made);
  return made;
}

/** By the label, or where there is none by the inputs: these stay when weights are moved. */
const laid = new WeakMap<readonly number[], LaidSubject>();

/** What a pass comes to now, whatever is put into its graph later. */
function copied(pass: LaidForward | LaidBackprop): Pass {
  const copy = ({ rows, cols, data }: Tensor): Tensor => ({ rows, cols, data: data.slice() });
  const entries = Object.entries(
    pass as object as Readonly<Record<string, Node | readonly Node[]>>,
  ).map(([name, of]) => [name, "data" in of ? copy(of) : of.map(copy)]);
  const own = Object.fromEntries(entries);
  return "loss" in pass ? { ...own, loss: pass.loss.data[0]! } : own;
}
