import type { Lay, Op, Tensor } from "@/lib/engine";
import { isTensor, type Value } from "@/lib/exercise/value";
import { isNode, type Laid, Lone, laidOf } from "./laid";

/** What was laid down, with a value of its own that stands for what it comes to: a gradient goes back through it, at that
 *  value. Where it has another shape, the value alone. */
export function standing(laid: Laid, value: Value, lay: Lay): Laid {
  const node = laid instanceof Lone ? laid.node : laid;
  if (typeof node === "object" && isNode(node)) {
    const tensor = tensorOf(value);
    if (tensor?.rows !== node.rows || tensor.cols !== node.cols) return laidOf(value, lay);
    const stands = tensor.data.every((v, i) => v === node.data[i])
      ? node
      : lay(own, [node], tensor);
    return typeof value === "number" ? new Lone(stands) : stands;
  }
  if (typeof laid !== "object" || typeof value !== "object") return laidOf(value, lay);
  if (Array.isArray(laid)) {
    const list = value as readonly Value[];
    return laid.map((item: Laid, i) => standing(item, list[i]!, lay));
  }
  const record = value as { readonly [name: string]: Value };
  const items = Object.entries(laid as { readonly [name: string]: Laid });
  return Object.fromEntries(items.map(([key, item]) => [key, standing(item, record[key]!, lay)]));
}

const own: Op<Tensor> = {
  name: "own",
  shape: ([a]) => a!,
  value: (out, _, { data }) => out.data.set(data),
  pullback: (_, gradient) => [gradient],
};

function tensorOf(value: Value): Tensor | undefined {
  if (typeof value === "number") return { rows: 1, cols: 1, data: Float64Array.of(value) };
  return isTensor(value) ? value : undefined;
}
