import { limits } from "./budget";
import { isNode, type Laid, Lone } from "./laid";
import { Refusal } from "./refusal";

/** How many values something holds, those within its values counted as often as they stand there, and how deep they lie. */
interface Size {
  readonly values: number;
  readonly depth: number;
}

const sizes = new WeakMap<object, Size>();
/** So many are counted again sooner than they are looked up. */
const few = 100;
const one: Size = { values: 1, depth: 0 };

/** A list or a record itself, when it is no larger than the budget allows. */
export function sized<L extends Laid>(laid: L): L {
  const { values, depth } = sizeOf(laid);
  const what = Array.isArray(laid) ? "list" : "record";
  if (values > limits.values) {
    throw new Refusal(`this ${what} has more than ${limits.values} values`, "Make it smaller.");
  }
  if (depth <= limits.depth) return laid;
  const mend = "Put its values side by side.";
  throw new Refusal(`this ${what} is nested deeper than ${limits.depth} levels`, mend);
}

function sizeOf(laid: Laid): Size {
  if (typeof laid !== "object" || laid instanceof Lone || isNode(laid)) return one;
  const known = sizes.get(laid);
  if (known) return known;
  const inner = Object.values(laid as object).map(sizeOf);
  const size = {
    values: inner.reduce((sum, { values }) => sum + values, 0),
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
  if (size.values > few) sizes.set(laid, size);
  return size;
}
