import type * as estree from "estree";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { isKeepable, unkeepable } from "@/lib/exercise/language/keepable";
import type { Laid } from "@/lib/exercise/language/laid";
import { sized } from "@/lib/exercise/language/size";

/** Property names that lead out of our own values in JavaScript. */
export const forbiddenNames: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

export function recordNode(compiler: Compiler, node: estree.ObjectExpression): Run {
  const entries: [string, Run][] = [];
  for (const property of node.properties) {
    const key = plainKey(property);
    if (typeof key !== "string") compiler.refuse(property, key.message, key.mend);
    else entries.push([key, compiler.value((property as estree.Property).value)]);
  }
  return compiler.placed(node, (laying) => {
    const record: Record<string, Laid> = {};
    for (const [key, run] of entries) record[key] = run(laying);
    return sized(record);
  });
}

/** The name of a plain `name: value` property, or why it is not one. */
export function plainKey(
  property: estree.Property | estree.SpreadElement,
): string | { message: string; mend: string } {
  if (property.type !== "Property") {
    return { message: "... is not part of this language", mend: "Write the properties out." };
  }
  if (property.kind !== "init" || property.method) {
    return {
      message: "getters, setters and methods are not part of this language",
      mend: "Write name: value.",
    };
  }
  const { key } = property;
  const plain = !property.computed && keyText(key);
  if (typeof plain !== "string") {
    return { message: "this property has no plain name", mend: "Write name: value." };
  }
  if (!isKeepable(plain)) return unkeepable;
  if (!forbiddenNames.has(plain)) return plain;
  return { message: `${plain} cannot be the name of a property`, mend: "Use another name." };
}

function keyText(key: estree.Property["key"]): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" && typeof key.value === "string" ? key.value : undefined;
}
