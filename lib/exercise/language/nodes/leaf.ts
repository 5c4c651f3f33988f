import type * as estree from "estree";
import { limits } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { functions } from "@/lib/exercise/language/functions";
import { isKeepable, unkeepable } from "@/lib/exercise/language/keepable";
import { laidOf } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { sized } from "@/lib/exercise/language/size";
import { suggest } from "@/lib/exercise/language/suggest";

export function literalNode(compiler: Compiler, node: estree.Literal): Run {
  const { value } = node;
  if ("regex" in node && node.regex) {
    return compiler.refuse(node, "a regular expression is not part of this language", "Remove it.");
  }
  if (typeof value === "bigint" || ("bigint" in node && node.bigint)) {
    return compiler.refuse(node, "1n is not part of this language", "Leave the n out.");
  }
  if (typeof value === "number") {
    if (Number.isFinite(value)) return ({ graph }) => laidOf(value, graph.lay);
    return compiler.refuse(node, "this number is too large", "Use a smaller number.");
  }
  if (typeof value === "boolean") return () => value;
  if (typeof value !== "string") {
    return compiler.refuse(node, "null is not part of this language", "Use a number or a name.");
  }
  if (!isKeepable(value)) return compiler.refuse(node, unkeepable.message, unkeepable.mend);
  if (value.length <= limits.characters) return () => value;
  const message = `this text is longer than ${limits.characters} characters`;
  return compiler.refuse(node, message, "Shorten it.");
}

/** Values that have a name of their own. */
export const constants: ReadonlyMap<string, number> = new Map([["pi", Math.PI]]);

export function identifierNode(compiler: Compiler, node: estree.Identifier): Run {
  const { name } = node;
  const isParameter = compiler.isParameter(name);
  if (isParameter || compiler.names.has(name)) {
    if (!isParameter) compiler.reads.add(name);
    return compiler.placed(node, ({ names }) => {
      const laid = names.get(name);
      if (laid !== undefined) return laid;
      throw new Refusal(`${name} has no value here`, `Write <Given name="${name}" …> before it.`);
    });
  }
  const constant = constants.get(name);
  if (constant !== undefined) return ({ graph }) => laidOf(constant, graph.lay);
  const listed = functions.get(name);
  if (listed) {
    return compiler.refuse(node, `${name} is a function`, `Call it: ${listed.signature}.`);
  }
  if (compiler.others.answers.has(name)) {
    const mend = `Leave it out. What ${name} is worked out from may stand here, and in a <Solution> ${name} itself.`;
    return compiler.refuse(node, `${name} is a part, and its value is its answer`, mend);
  }
  if (compiler.others.later.has(name)) {
    const mend = `Move what is named ${name} up, before this, or use a value that comes earlier.`;
    return compiler.refuse(node, `${name} comes later, and has no value here yet`, mend);
  }
  return compiler.refuse(node, `there is no value named ${name}`, mendName(compiler, name));
}

function mendName(compiler: Compiler, name: string): string {
  const { known } = compiler;
  const near = suggest(name, [...known, ...constants.keys()]);
  if (near) return `Did you mean ${near}?`;
  if (!canBeGiven(name)) {
    const better = `${name.replace(/[^A-Za-z0-9_]+/g, "").replace(/^[^A-Za-z]+/, "") || "x"}1`;
    return `Names are letters, digits and _: write <Given name="${better}" value={…} /> before it, and ${better} here.`;
  }
  const given = `Write <Given name="${name}" value={…} /> before it`;
  if (known.length === 0) return `${given}.`;
  return `${given}, or use one of the names so far: ${known.slice(0, 12).join(", ")}.`;
}

/** Whether a given may have a name that an expression reads: letters, and none that every object of JavaScript has. */
const canBeGiven = (name: string) => /^[A-Za-z]\w*$/.test(name) && !(name in {});

export function listNode(compiler: Compiler, node: estree.ArrayExpression): Run {
  const items = node.elements.map((element) =>
    element
      ? compiler.value(element)
      : compiler.refuse(node, "a list has an empty place", "Write a value between the commas."),
  );
  return compiler.placed(node, (laying) => sized(items.map((item) => item(laying))));
}
