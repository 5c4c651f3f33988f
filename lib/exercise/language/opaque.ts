import { expectShape, type Lay, type Op, type Shape, ShapeError, type Tensor } from "@/lib/engine";
import { isTensor, type Value } from "@/lib/exercise/value";
import { isPlain, type Laid, Lone, laidOf, leavesOf, withLeaves } from "./laid";
import { Refusal } from "./refusal";

/** Lays down a calculation on values that is no op of the engine's: nodes that do it again when what it reads changes, and
 *  that no gradient goes back through. What is made of plain numbers alone is a constant. */
export function layOpaque(
  name: string,
  args: Laid,
  compute: (value: Value) => Value,
  lay: Lay,
): Laid {
  const leaves = leavesOf(args);
  const result = compute(withLeaves(args, leaves));
  if (leaves.every(isPlain)) return laidOf(result, lay);
  const again = onceFor((tensors) => compute(withLeaves(args, tensors)));
  const laid = (value: Value, path: readonly (string | number)[]): Laid => {
    if (typeof value === "number" || isTensor(value)) {
      const inner = (tensors: readonly Tensor[]) => at(again(tensors), path);
      const node = lay(opaque(name, inner), leaves, value);
      return typeof value === "number" ? new Lone(node) : node;
    }
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item: Value, i) => laid(item, [...path, i]));
    const entries = Object.entries(value).map(([key, item]) => [key, laid(item, [...path, key])]);
    return Object.fromEntries(entries);
  };
  return laid(result, []);
}

/** A calculation that several nodes read from, done once for the same inputs. */
function onceFor(compute: (tensors: readonly Tensor[]) => Value) {
  let last: { readonly tensors: readonly Tensor[]; readonly made: Value } | undefined;
  return (tensors: readonly Tensor[]): Value => {
    const isLast = last?.tensors.every((tensor, i) => tensor === tensors[i]);
    if (!last || !isLast) last = { tensors, made: compute(tensors) };
    return last.made;
  };
}

/** `first` is what it comes to as it is laid down, which has been worked out already. */
function opaque(name: string, compute: (tensors: readonly Tensor[]) => Value): Op<Value> {
  let isFirst = true;
  const tensorOf = (value: Value): Tensor =>
    isTensor(value) ? value : { rows: 1, cols: 1, data: Float64Array.of(Number(value)) };
  const again = (inputs: readonly Tensor[]) => {
    try {
      return tensorOf(compute(inputs));
    } catch (error) {
      if (error instanceof Refusal) throw new ShapeError(error.message);
      throw error;
    }
  };
  return {
    name,
    shape: (inputs, first) => (isFirst ? tensorOf(first) : again(inputs)),
    value: (out, inputs, first) => {
      const made = isFirst ? tensorOf(first) : again(inputs);
      isFirst = false;
      out.data.set(made.data);
    },
  };
}

/** Where an entry stands: in which of some tensors, of what shape, and at which place from 0. */
interface Picked extends Shape {
  readonly input: number;
  readonly entry: number;
}

/** Entries of several nodes as one column, in a calculation of this name. */
export const pick = (name: string): Op<readonly Picked[]> => ({
  name,
  shape: (inputs, picked) => {
    for (const { input, rows, cols } of picked) expectShape(name, inputs[input]!, rows, cols);
    return { rows: picked.length, cols: 1 };
  },
  value: ({ data }, inputs, picked) => {
    for (let i = 0; i < data.length; i++) {
      data[i] = inputs[picked[i]!.input]!.data[picked[i]!.entry]!;
    }
  },
});

function at(value: Value, path: readonly (string | number)[]): Value {
  return path.reduce<Value>(
    (inner, step) => (inner as unknown as Record<string | number, Value>)[step] ?? Number.NaN,
    value,
  );
}
