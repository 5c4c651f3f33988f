import type * as estree from "estree";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import type { Laying } from "@/lib/exercise/language/expr";
import { inWords } from "@/lib/exercise/language/in-words";
import { isLaidRecord, isNode, type Laid, laidOf, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { suggest } from "@/lib/exercise/language/suggest";
import { forbiddenNames } from "./record";

/** `pass.p`, `pass.dz[3]`: own properties of our records and places of our lists, and nothing else. */
export function memberNode(compiler: Compiler, node: estree.MemberExpression): Run {
  if (node.optional) {
    return compiler.refuse(node, "?. is not part of this language", "Use a plain dot.");
  }
  const name = staticName(node);
  const object = compiler.value(node.object);
  if (name !== undefined) {
    if (forbiddenNames.has(name)) {
      const mend = "Use a property that the value has itself, such as pass.p.";
      return compiler.refuse(node.property, `${name} cannot be read`, mend);
    }
    return compiler.placed(node.property, (laying) => property(object(laying), name, laying));
  }
  const index = compiler.value(node.property);
  return compiler.placed(node.property, (laying) => {
    const key = index(laying);
    const value = object(laying);
    return typeof key === "string" ? property(value, key, laying) : place(value, key);
  });
}

/** The name after a dot or in `["…"]`; undefined where it must be computed. */
function staticName({ computed, property }: estree.MemberExpression): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  if (property.type === "Literal" && typeof property.value === "string") return property.value;
  return undefined;
}

function property(value: Laid, name: string, { graph }: Laying): Laid {
  if (isNode(value) && (name === "rows" || name === "cols")) {
    return laidOf(value[name], graph.lay);
  }
  if (!isLaidRecord(value)) {
    const mend = isNode(value)
      ? "Use at(a, i, j), row(a, i) or col(a, j) for its entries."
      : "Use the name by itself, or name[0] for a place in a list.";
    throw new Refusal(`${inWords(toValue(value))} has no property ${name}`, mend);
  }
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (own !== undefined && typeof own !== "function" && own !== null) return own;
  const names = Object.keys(value);
  const near = suggest(name, names);
  const has = names.length > 0 ? `It has ${names.join(", ")}.` : "Put one into the record first.";
  const mend = near ? `Did you mean ${near}?` : has;
  throw new Refusal(`there is no property ${name} here`, mend);
}

function place(value: Laid, at: Laid): Laid {
  if (isNode(value)) {
    throw new Refusal("[ ] does not reach into a matrix", "Use at(a, i, j), counted from 1.");
  }
  const key = toValue(at);
  if (!Array.isArray(value) || typeof key !== "number") {
    const message = `[${inWords(key)}] does not work on ${inWords(toValue(value))}`;
    throw new Refusal(message, "Use [ ] with a whole number on a list, such as net.W[1].");
  }
  const list = value as readonly Laid[];
  const found = Number.isInteger(key) && key >= 0 && key < list.length ? list[key] : undefined;
  if (found !== undefined) return found;
  const mend =
    list.length > 0 ? `Use 0 to ${list.length - 1}.` : "The list is empty: fill it first.";
  throw new Refusal(`there is no place ${key} in this list`, mend);
}
