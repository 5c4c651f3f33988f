import {
  type ActivationPair,
  activationPairs,
  affine,
  column,
  fromRows,
  type Tensor,
  transposeTimes,
  zeros,
} from "@/lib/engine";
import { trace } from "@/lib/exercise/kinds/precision";
import type { Blank, Quantity } from "./blank";
import type { ValuesKey } from "./key";
import { flowOf } from "./known";
import type { Show } from "./schema";

/** What the network makes of a student's own values where a blank stands. */
export interface Followed {
  /** Undefined where the own values make the blank trivial. */
  readonly value: number | undefined;
  /** Which blanks with an own value that is not the true one it hangs on, by their place in the list. */
  readonly from: readonly number[];
}

/** An activation flatter than this gives the same whatever comes in. */
const flat = 1e-3;

/** A student's values as they run through the network. */
export interface Own {
  readonly blanks: readonly Blank[];
  readonly values: readonly number[];
  /** Whether each is the true one. */
  readonly isTrue: readonly boolean[];
}

/** Each blank as the network gives it from the student's own values of the blanks before it, along the edges:
 *  forward from the inputs, or for gradients back from the output. A blank that hangs on an own value of 0, or that
 *  own values have driven to 0 or to where its activation is flat, is followed no further: it would come for free. */
export function follow(key: ValuesKey, show: Show, own: Own): Followed[] {
  const values: (number | undefined)[] = own.blanks.map(() => undefined);
  const put = (tensor: Tensor, layer: number, quantity: Quantity, slopes?: Slopes): Tensor => {
    const data = Float64Array.from(tensor.data);
    own.blanks.forEach((blank, i) => {
      if (blank.layer !== layer || blank.quantity !== quantity) return;
      const { [blank.neuron - 1]: value = Number.NaN } = tensor.data;
      const trivial = Math.abs(value) <= trace || (slopes?.(blank.neuron) ?? 1) < flat;
      values[i] = Number.isFinite(value) && !trivial ? value : undefined;
      data[blank.neuron - 1] = own.values[i] ?? Number.NaN;
    });
    return { ...tensor, data };
  };
  if (show === "forward") runForward(key, put);
  else runBack(key, put);
  const sources = sourcesOf(key, show, own);
  return values.map((value, i) => {
    const from = sources[i] ?? [];
    const degenerate = from.some((source) => Math.abs(own.values[source] ?? 0) <= trace);
    return { value: degenerate ? undefined : value, from };
  });
}

type Slopes = (neuron: number) => number;
type Put = (tensor: Tensor, layer: number, quantity: Quantity, slopes?: Slopes) => Tensor;

function runForward({ net, h: given }: ValuesKey, put: Put): void {
  let h = column(given[0] ?? []);
  for (const l of flowOf("forward", net.sizes)) {
    const pair = activationPairs[net.activations[l]!];
    const z = put(affine(fromRows(net.W[l]!), h, column(net.b[l]!)), l, "z");
    const out = pair.forward(z);
    h = put(out, l, "h", (neuron) => slopeAt(pair, neuron, z, out));
  }
}

function runBack({ net, z, h, dz: given }: ValuesKey, put: Put): void {
  const last = net.sizes.length - 1;
  let dz = put(column(given[last]!), last, "dz");
  for (let l = last - 1; l >= 1; l--) {
    const dh = transposeTimes(fromRows(net.W[l + 1]!), dz);
    const pair = activationPairs[net.activations[l]!];
    dz = put(pair.backward(dh, column(z[l]!), column(h[l]!)), l, "dz");
  }
}

/** How fast a neuron's h changes with its z. */
function slopeAt(pair: ActivationPair, neuron: number, z: Tensor, h: Tensor): number {
  const unit = zeros(h.rows, 1);
  unit.data[neuron - 1] = 1;
  return Math.abs(pair.backward(unit, z, h).data[neuron - 1]!);
}

/** For each blank the untrue ones that its layer is worked out from. Through a neuron that is no blank it also hangs
 *  on those that this neuron hangs on. */
function sourcesOf({ net }: ValuesKey, show: Show, { blanks, isTrue }: Own): (readonly number[])[] {
  const sources: (readonly number[])[] = [];
  let carried: readonly number[] = [];
  for (const layer of flowOf(show, net.sizes)) {
    const here = blanks.flatMap((blank, i) => (blank.layer === layer ? [i] : []));
    const untrue = here.filter((i) => !isTrue[i]);
    for (const i of here) {
      // Every output of a softmax hangs on every z of its layer.
      const z = untrue.filter((other) => other !== i && blanks[other]?.quantity === "z");
      const beside = net.activations[layer] === "softmax" && blanks[i]?.quantity === "h" ? z : [];
      sources[i] = [...carried, ...beside];
    }
    carried = here.length === net.sizes[layer] ? untrue : [...carried, ...untrue];
  }
  return sources;
}
