import { type Position, toNumber, toTensor } from "@/lib/exercise";
import type { BoxGraph } from "@/lib/exercise/boxes/box";
import { boxGraph } from "@/lib/exercise/boxes/box-graph";
import { evaluate, LanguageError, type Scope } from "@/lib/exercise/language";
import { isRecord, type Value } from "@/lib/exercise/value";
import type { Attribute } from "../lesson";
import type { ValueType } from "./specs";

const wanted: Readonly<
  Record<
    Exclude<ValueType, "number" | "numbers" | "curves" | "graph">,
    { fields: string[]; words: string }
  >
> = {
  network: { fields: ["sizes", "activations", "W", "b"], words: "what network(…) came to" },
  pass: { fields: ["x", "z", "h", "p"], words: "what forward or backprop came to" },
  backprop: {
    fields: ["x", "z", "h", "p", "dz", "dW"],
    words: "what backprop(net, x, y) came to",
  },
};

/** The value of an attribute `name={…}`, known to be of this type; of a "graph" how it is worked out, as boxes. Throws LanguageError where it is none. */
export function attributeValue(
  name: string,
  { value, at }: Attribute,
  type: ValueType,
  scope: Scope,
): Value | BoxGraph {
  if (typeof value !== "object") throw new Error(`${name} was not checked`);
  if (type === "graph") return boxGraph(value, scope);
  const found = evaluate(value, scope);
  if (type === "number") {
    const number = toNumber(found);
    if (number !== undefined) return number;
    throw new LanguageError(`${name} must be a number`, `Write ${name}={0.1}.`, at);
  }
  if (type === "numbers") return numbersIn(found, name, at);
  if (type === "curves") return curvesIn(found, name, at);
  const { fields, words } = wanted[type];
  if (isRecord(found) && fields.every((field) => Object.hasOwn(found, field))) return found;
  throw new LanguageError(`${name} must be ${words}`, `Write ${name}={…} with it.`, at);
}

/** A number, a list or a vector as a list of numbers. */
function numbersIn(value: Value, name: string, at: Position): number[] {
  const tensor = toTensor(value);
  if (tensor && (tensor.cols === 1 || tensor.rows === 1)) return [...tensor.data];
  throw new LanguageError(`${name} must be numbers`, `Write ${name}={linspace(-6, 6, 121)}.`, at);
}

/** Records of numbers by the names of their curves. */
function curvesIn(value: Value, name: string, at: Position): { [curve: string]: number[] } {
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([curve, heights]) => [curve, numbersIn(heights, name, at)]),
    );
  }
  const mend = `Write ${name}={{ "σ(z)": sigmoid(z) }}.`;
  throw new LanguageError(`${name} must be a record of curves`, mend, at);
}
