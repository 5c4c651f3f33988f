import {
  type Activation,
  activationOps,
  aside,
  column,
  fromRows,
  Graph,
  gradient,
  map,
  type Node,
  type Tensor,
  zeros,
} from "@/lib/engine";
import { affine } from "@/lib/engine/ops/affine";
import { constant } from "@/lib/engine/ops/constant";
import { entry } from "@/lib/engine/ops/entry";
import { matmul } from "@/lib/engine/ops/matmul";
import { transpose } from "@/lib/engine/ops/transpose";
import { halfUnits } from "@/lib/exercise/kinds/half-units";
import type { Precision } from "@/lib/exercise/kinds/precision";
import type { Blank, Quantity } from "./blank";
import type { ValuesKey } from "./key";
import { flowOf } from "./known";
import type { Show } from "./schema";

/** What the network makes of a student's own values where a blank stands. */
export interface Followed {
  /** Undefined where the own values make the blank trivial. */
  readonly value: number | undefined;
  /** How far rounding the own values before it may have moved it. */
  readonly bound: number;
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
  readonly precision: Precision;
}

/** Each blank as the network gives it from the student's own values of the blanks before it, along the edges:
 *  forward from the inputs, or for gradients back from the output. A blank that hangs on an own value of 0, or that
 *  own values have driven to 0 or to where its activation is flat, is followed no further: it would come for free. */
export function follow(key: ValuesKey, show: Show, own: Own): Followed[] {
  const values: (number | undefined)[] = own.blanks.map(() => undefined);
  const bounds = own.blanks.map(() => 0);
  const rounding = halfUnits(own.precision, own.values, key.values);
  const put: Put = (computed, layer, quantity, slopes) => {
    const value = Float64Array.from(computed.value.data);
    const off = Float64Array.from(computed.off.data);
    own.blanks.forEach((blank, i) => {
      if (blank.layer !== layer || blank.quantity !== quantity) return;
      const at = blank.neuron - 1;
      const { [at]: number = Number.NaN } = value;
      const trivial = number === 0 || (slopes?.(blank.neuron) ?? 1) < flat;
      values[i] = Number.isFinite(number) && !trivial ? number : undefined;
      bounds[i] = off[at] ?? 0;
      value[at] = own.values[i] ?? Number.NaN;
      off[at] = rounding[i] ?? 0;
    });
    return { value: { ...computed.value, data: value }, off: { ...computed.off, data: off } };
  };
  if (show === "forward") runForward(key, put);
  else runBack(key, put);
  const sources = sourcesOf(key, show, own);
  return values.map((value, i) => {
    const from = sources[i] ?? [];
    const degenerate = from.some((source) => own.values[source] === 0);
    return { value: degenerate ? undefined : value, bound: bounds[i] ?? 0, from };
  });
}

/** A layer's numbers, and how far rounding may have moved each, to first order. */
interface Moved {
  readonly value: Tensor;
  readonly off: Tensor;
}

type Slopes = (neuron: number) => number;
type Put = (computed: Moved, layer: number, quantity: Quantity, slopes?: Slopes) => Moved;

const given = (value: Tensor): Node => aside(constant, [], value);
const product = (a: Tensor, b: Tensor): Tensor => aside(matmul, [given(a), given(b)]);
const turned = (a: Tensor): Tensor => aside(transpose, [given(a)]);
const sizes = (a: Tensor) => map(a, Math.abs);

function runForward({ net, h: first }: ValuesKey, put: Put): void {
  const x = column(first[0] ?? []);
  let h: Moved = { value: x, off: zeros(x.rows, 1) };
  for (const l of flowOf("forward", net.sizes)) {
    const W = fromRows(net.W[l]!);
    const g = net.activations[l]!;
    const sum = aside(affine, [W, h.value, column(net.b[l]!)].map(given));
    const z = put({ value: sum, off: product(sizes(W), h.off) }, l, "z");
    const out = aside(activationOps[g], [given(z.value)]);
    const slopes = slopesOf(g, z.value);
    h = put({ value: out, off: product(sizes(slopes), z.off) }, l, "h", (neuron) => {
      return Math.abs(slopes.data[(neuron - 1) * slopes.cols + neuron - 1] ?? 0);
    });
  }
}

function runBack({ net, z, dz: given }: ValuesKey, put: Put): void {
  const last = net.sizes.length - 1;
  const first = column(given[last]!);
  let dz = put({ value: first, off: zeros(first.rows, 1) }, last, "dz");
  for (let l = last - 1; l >= 1; l--) {
    const W = turned(fromRows(net.W[l + 1]!));
    const slopes = turned(slopesOf(net.activations[l]!, column(z[l]!)));
    const value = product(slopes, product(W, dz.value));
    dz = put({ value, off: product(sizes(slopes), product(sizes(W), dz.off)) }, l, "dz");
  }
}

/** How fast each h changes with each z: row i is of h_i. */
function slopesOf(g: Activation, at: Tensor): Tensor {
  const graph = new Graph();
  const z = graph.lay(constant, [], at);
  const h = graph.lay(activationOps[g], [z]);
  return fromRows(
    Array.from(h.data, (_, i) => {
      const [slopes] = gradient(graph, graph.lay(entry, [h], i), [z]);
      return [...slopes!.data];
    }),
  );
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
