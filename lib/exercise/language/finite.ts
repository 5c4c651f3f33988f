import { isTensor, type Value } from "@/lib/exercise/value";
import { limits } from "./budget";
import { isNode, type Laid, Lone } from "./laid";
import { NotFinite, Refusal } from "./refusal";
import { sized } from "./size";

/** What was laid down itself, when its numbers are finite and it is no larger than the budget allows. */
export function finiteLaid(laid: Laid, what: string): Laid {
  if (laid instanceof Lone || isNode(laid)) finite(laid instanceof Lone ? laid.number : laid, what);
  return sized(laid);
}

/** The value itself, when its numbers are finite and it is no larger than the budget allows. */
export function finite(value: Value, what: string): Value {
  if (typeof value === "number") return Number.isFinite(value) ? value : refuse(what, value);
  if (isTensor(value)) {
    for (const entry of value.data) if (!Number.isFinite(entry)) refuse(what, entry);
    return value;
  }
  const size = Array.isArray(value) ? value.length : 0;
  return size <= limits.values ? value : refuseLong();
}

function refuseLong(): never {
  throw new Refusal(`this list has more than ${limits.values} values`, "Make it shorter.");
}

function refuse(what: string, value: number): never {
  throw new NotFinite(
    `${what} comes to ${Number.isNaN(value) ? "something that is not a number" : "a number that is not finite"}`,
    "Draw the givens so that this cannot overflow, divide by 0, or take the log of 0 or of a negative number.",
  );
}
