import type * as estree from "estree";
import type { Rules } from "@/lib/engine";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { inWords } from "@/lib/exercise/language/in-words";
import { Refusal } from "@/lib/exercise/language/refusal";
import { suggest } from "@/lib/exercise/language/suggest";
import { isRecord, isTensor, type Value } from "@/lib/exercise/value";
import { placeOf } from "./places";
import { forbiddenNames } from "./record";

/** `pass.p`, `pass.dz[3]`: own properties of our records and places of our lists, and nothing else. */
export function memberNode(compiler: Compiler, node: estree.MemberExpression): Run {
  const run = plainMember(compiler, node);
  const path = placeOf(node);
  if (path === undefined) return run;
  return (context) => context.instead?.get(path) ?? run(context);
}

function plainMember(compiler: Compiler, node: estree.MemberExpression): Run {
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
    if (name === "h" || name === "p") compiler.ruled = true;
    return compiler.placed(node.property, (context) => {
      const value = object(context);
      return weightedSumFor(value, name, context.rules) ?? property(value, name);
    });
  }
  const layered = isByLayer(node.object);
  if (layered) compiler.ruled = true;
  const index = compiler.value(node.property);
  return compiler.placed(node.property, (context) => {
    const key = index(context);
    const value = object(context);
    if (typeof key === "string") return property(value, key);
    const read = layered && context.rules ? layerRead(value, key, context.rules) : key;
    return place(value, read);
  });
}

/** z of a pass where h or p is read, under a rule that takes the one for the other. Inputs have no z. */
function weightedSumFor(value: Value, name: string, rules: Rules | undefined): Value | undefined {
  if (rules?.dWFrom !== "z" || !isRecord(value)) return undefined;
  const { z, h } = value;
  if (!Array.isArray(z) || !Array.isArray(h)) return undefined;
  if (name === "p") return z.at(-1);
  return name === "h" ? [h[0], ...z.slice(1)] : undefined;
}

const byLayer = /\.(W|b|z|h|dz|dh|dW|db)$/;

const isByLayer = (node: estree.Node) => byLayer.test(placeOf(node) ?? "");

/** The layer that a rule reads where layer `key` is meant, when there is one. */
function layerRead(value: Value, key: Value, { layerRead: rule }: Rules): Value {
  if (rule === "meant" || typeof key !== "number" || !Array.isArray(value)) return key;
  const other = rule === "one-below" ? key - 1 : key + 1;
  const found = value[other];
  return isTensor(found) && found.data.length > 0 ? other : key;
}

/** The name after a dot or in `["…"]`; undefined where it must be computed. */
function staticName({ computed, property }: estree.MemberExpression): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  if (property.type === "Literal" && typeof property.value === "string") return property.value;
  return undefined;
}

function property(value: Value, name: string): Value {
  if (isTensor(value) && (name === "rows" || name === "cols")) return value[name];
  if (!isRecord(value)) {
    const mend = isTensor(value)
      ? "Use at(a, i, j), row(a, i) or col(a, j) for its entries."
      : "Use the name by itself, or name[0] for a place in a list.";
    throw new Refusal(`${inWords(value)} has no property ${name}`, mend);
  }
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  if (own !== undefined && typeof own !== "function" && own !== null) return own;
  const names = Object.keys(value);
  const near = suggest(name, names);
  const mend = near ? `Did you mean ${near}?` : `It has ${names.join(", ")}.`;
  throw new Refusal(`there is no property ${name} here`, mend);
}

function place(value: Value, key: Value): Value {
  if (isTensor(value)) {
    throw new Refusal("[ ] does not reach into a matrix", "Use at(a, i, j), counted from 1.");
  }
  if (!Array.isArray(value) || typeof key !== "number") {
    const message = `[${inWords(key)}] does not work on ${inWords(value)}`;
    throw new Refusal(message, "Use [ ] with a whole number on a list, such as net.W[1].");
  }
  const list = value as readonly Value[];
  const found = Number.isInteger(key) && key >= 0 && key < list.length ? list[key] : undefined;
  if (found !== undefined) return found;
  throw new Refusal(`there is no place ${key} in this list`, `Use 0 to ${list.length - 1}.`);
}
