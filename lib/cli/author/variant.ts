import {
  drawVariant,
  type Exercise,
  isRecord,
  isTensor,
  toJson,
  type Value,
  type Variant,
} from "@/lib/exercise";
import { typedKeys } from "@/lib/exercise/check";
import { kinds } from "@/lib/exercise/kinds";
import type { SaidLine } from "@/lib/exercise/kinds/kind";
import { show } from "@/lib/exercise/language";
import type { Outcome, Wanted } from "./arguments";
import { columns, paragraph } from "./columns";
import { findExercise } from "./find-exercise";

/** Shows one variant with its key. */
export async function variant({ name, json, ...wanted }: Wanted): Promise<Outcome> {
  const exercise = await findExercise(name);
  const drawn = drawWanted(exercise, wanted);
  return {
    text: json ? JSON.stringify(forTools(exercise, drawn), null, 2) : inText(exercise, drawn),
  };
}

/** The variant of a seed; without a number the first that is drawn, past the author's fixed ones. */
export function drawWanted(
  exercise: Exercise,
  { seed, number }: Pick<Wanted, "seed" | "number">,
): Variant {
  return drawVariant(exercise, { seed, number: number ?? exercise.fixed.length + 1 });
}

/** The line that says which variant it is. */
export const variantTitle = ({ id, title }: Exercise, { seed, number }: Variant) =>
  `${id} · ${title} · seed ${seed}, number ${number}`;

function forTools(exercise: Exercise, drawn: Variant) {
  const givens = Object.entries(drawn.givens).map(([name, value]) => [name, toJson(value)]);
  const parts = exercise.parts.map(({ name, kind, points }) => {
    return [name, { kind, points, ...drawn.parts[name] }];
  });
  return {
    exercise: exercise.id,
    seed: drawn.seed,
    number: drawn.number,
    givens: Object.fromEntries(givens),
    parts: Object.fromEntries(parts),
    responses: typedKeys(exercise, drawn),
  };
}

function inText(exercise: Exercise, drawn: Variant): string {
  const givens = Object.entries(drawn.givens).flatMap(([name, value]) => placed(name, value));
  const longest = Math.max(0, ...givens.map(([place]) => place.length));
  const lines = givens.flatMap(([place, value]) =>
    paragraph(`  ${place.padEnd(longest)}  `, show(value)),
  );
  if (lines.length > 0) lines.push("");
  return [
    variantTitle(exercise, drawn),
    "",
    ...lines,
    ...columns([["part", "key, as typed", "in full"], ...keyRows(exercise, drawn)], "  "),
  ].join("\n");
}

function keyRows(exercise: Exercise, drawn: Variant): string[][] {
  const typed = typedKeys(exercise, drawn);
  return exercise.parts.map(({ name, kind }) => {
    const { key, view } = drawn.parts[name] ?? {};
    const raw = typed[name] ?? "";
    const { asRead, value, numbers } = kinds[kind];
    const full = numbers ? show(value(key)) : inWords(asRead?.(raw, view) ?? []);
    return [name, onOneLine(raw), onOneLine(full)];
  });
}

const inWords = (lines: readonly SaidLine[]) =>
  lines.map(({ markdown = "", text = "" }) => `${markdown} ${text}`.trim()).join("\n");

/** A response on one line, rows parted as in MATLAB. */
const onOneLine = (text: string) => text.replaceAll("\t", " ").replace(/(\\\.)?\s*\n/g, "; ");

/** A value by the places an author writes: `net.W[1]` rather than a network at once. */
function placed(place: string, value: Value): [string, Value][] {
  if (isTensor(value)) return value.data.length > 0 ? [[place, value]] : [];
  if (Array.isArray(value) && value.some((item: Value) => typeof item === "object")) {
    return value.flatMap((item: Value, i) => placed(`${place}[${i}]`, item));
  }
  if (!isRecord(value)) return [[place, value]];
  return Object.entries(value).flatMap(([name, item]) => placed(`${place}.${name}`, item));
}
