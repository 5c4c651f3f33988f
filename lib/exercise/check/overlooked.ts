import type { RootContent } from "mdast";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Position } from "@/lib/exercise/issue";
import type { ChoiceSettings } from "@/lib/exercise/kinds/choice/schema";
import { isStandIn } from "@/lib/exercise/part-name";
import type { Wording } from "@/lib/exercise/wording";
import { type Finding, note } from "./finding";

/** What means something in TeX and Markdown, and is seldom what its author meant: `{a}` in a formula where `\val{a}` stands
 *  for the value, a part that nothing says what it asks for, and a right option that is typed and so cannot be verified. */
export function nothingIsOverlooked({ exercise }: { exercise: Exercise }): Finding[] {
  return [
    ...bracesAmong(exercise),
    ...exercise.parts.flatMap((part) => [...unlabelled(part), ...typedKey(part)]),
  ];
}

function bracesAmong({ givens, parts, body, hints, solution }: Exercise): Finding[] {
  const open = givens.map(({ name }) => name);
  const all = [...open, ...parts.map(({ name }) => name)];
  return [
    ...[...body, ...hints.flatMap((hint) => hint.body)].flatMap((node) => bracesIn(node, open)),
    ...parts.flatMap(({ label, at }) => bracesInWording(label, at, open)),
    ...solution.flatMap((node) => bracesIn(node, all)),
  ];
}

function bracesIn(node: RootContent, names: readonly string[]): Finding[] {
  if (node.type === "inlineMath" || node.type === "math") {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    return braced(node.value, { line, column }, names);
  }
  const children = "children" in node ? (node.children as RootContent[]) : [];
  return children.flatMap((child) => bracesIn(child, names));
}

const bracesInWording = (wording: Wording, at: Position, names: readonly string[]) =>
  wording.flatMap((piece) =>
    typeof piece === "string"
      ? [...piece.matchAll(/\$([^$]*)\$/g)].flatMap(([, tex = ""]) => braced(tex, at, names))
      : [],
  );

/** Braces that hold exactly a name, and belong to no command, index or exponent before them. */
function braced(tex: string, at: Position, names: readonly string[]): Finding[] {
  const name = [...tex.matchAll(/\{\s*(\w+)\s*\}/g)].find(
    ({ index, 1: inside = "" }) =>
      names.includes(inside) && !/(?:\\[A-Za-z]+\*?|[\^_}\]])\s*$/.test(tex.slice(0, index)),
  )?.[1];
  if (name === undefined) return [];
  const mend = `In a formula write \\val{${name}} for its value.`;
  return [note(at, `{${name}} in a formula shows the letters ${name}, and not its value`, mend)];
}

function unlabelled({ name, label, at }: Part): Finding[] {
  if (!isStandIn(label)) return [];
  const mend = 'Write label="…" with what is asked for, such as label="$z$".';
  return [note(at, `${name} has no label: students see “${label[0]}”`, mend)];
}

/** A right option that is a number and depends on nothing. */
function typedKey({ name, kind, settings, at }: Part): Finding[] {
  if (kind !== "choice") return [];
  const { options } = settings as ChoiceSettings;
  const typed = options.find(
    ({ correct, value }) => correct === true && typeof value?.constant === "number",
  );
  if (!typed?.value) return [];
  const message = `the right option of ${name} is typed, ${typed.value.source}: the check can’t verify it`;
  const mend = "Write how it is worked out, such as <Option correct value={a * b} />.";
  return [note(at, message, mend)];
}
