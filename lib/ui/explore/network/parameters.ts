import { backprop, column, forward, type Network } from "@/lib/engine";
import type { Pass } from "../../network/scene-of";
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
  const x = column(subject.x);
  if (!subject.y) return { net, pass: forward(net, x) };
  const pass = backprop(net, x, column(subject.y));
  const { layer, from, to } = chosen;
  const [dW, db] = [pass.dW[layer]!, pass.db[layer]!];
  const gradient = from === undefined ? db.data[to - 1]! : dW.data[(to - 1) * dW.cols + from - 1]!;
  return { net, pass, measured: { loss: pass.loss, gradient } };
}
