import { foreseenName, type RuleName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import { relevantRules } from "@/lib/exercise/diagnosis/relevant-rules";
import { replay } from "@/lib/exercise/diagnosis/replay";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { type Precision, toleranceOf, unitOf } from "@/lib/exercise/kinds/precision";
import { isDegenerate } from "./degenerate";
import { roundingErrors } from "./rounding-errors";

/** Why numbers are not fair to whoever gets them. */
export type Fault =
  | { readonly why: "not finite" }
  | { readonly why: "degenerate" | "rounding edge"; readonly part: string }
  | { readonly why: "misconception"; readonly part: string; readonly rule: RuleName };

/** The first thing that is unfair about a draw: a key that is 0 or all alike; a mistake that comes to an answer that
 *  would be taken for right; a key so near a rounding edge that the figures shown decide which way it is rounded.
 *  Undefined where there is none. */
export function faultOf(exercise: Exercise, draw: Draw): Fault | undefined {
  const asked = exercise.parts.filter(({ kind }) => kinds[kind].numbers);
  const degenerate = asked.find(
    (part) => !part.mayBeZero && isDegenerate(part, draw.parts[part.name]?.key),
  );
  if (degenerate) return { why: "degenerate", part: degenerate.name };
  const edge = onAnEdge(exercise, asked, draw);
  if (edge) return { why: "rounding edge", part: edge.name };
  for (const part of asked) {
    const number = foreseenForRight(exercise, part, draw);
    if (number) return { why: "misconception", part: part.name, rule: foreseenName(number) };
  }
  return mistakenForRight(exercise, asked, draw);
}

function onAnEdge(exercise: Exercise, asked: readonly Part[], draw: Draw): Part | undefined {
  if (exercise.displays.length === 0) return undefined;
  const errors = roundingErrors(exercise, draw);
  return asked.find((part) => {
    const { key, view } = draw.parts[part.name] ?? {};
    const values = kinds[part.kind].numbers?.(key) ?? [];
    return values.some((value, i) => {
      const unit = unitOf(precisionOf(view), value);
      const error = errors.get(part.name)?.[i] ?? 0;
      if (unit === undefined || error === 0) return false;
      const above = Math.abs(value) / unit + 0.5;
      return Math.abs(above - Math.round(above)) * unit < error;
    });
  });
}

function mistakenForRight(
  exercise: Exercise,
  asked: readonly Part[],
  { scope, parts }: Draw,
): Fault | undefined {
  for (const rule of relevantRules(exercise, scope)) {
    // Rounding early is meant to land near the key; how near it may is for the edges to say.
    if (rule.change.decimals !== undefined) continue;
    const keys = replay(exercise, { scope, settled: none }, { rules: rule.rules });
    for (const part of asked) {
      const other = keys.get(part.name);
      const { key, view } = parts[part.name] ?? {};
      if (other === undefined || sameKey(part, key, other)) continue;
      if (!wouldPass(part, { key, view }, other)) continue;
      return { why: "misconception", part: part.name, rule: rule.name };
    }
  }
  return undefined;
}

const none: ReadonlySet<string> = new Set();

/** Whether another key would be taken for the true one: with all its figures, or typed with as many as are asked for. */
function wouldPass(part: Part, { key, view }: Draw["parts"][string], other: unknown): boolean {
  const { asReading, grade, keyAsResponse, numbers, read } = kinds[part.kind];
  if (!asReading || !numbers || !near(numbers(key), numbers(other), precisionOf(view)))
    return false;
  const passes = (reading: unknown) => grade(key, reading, part.settings, view).earned >= 1;
  const typed = read(keyAsResponse(other, view), view, part.settings);
  return passes(asReading(other)) || (typed.status === "read" && passes(typed.reading));
}

/** Whether numbers are near enough for one to be rounded to the other. */
function near(own: readonly number[], other: readonly number[], precision: Precision): boolean {
  const size = Math.max(...own.map(Math.abs));
  return own.every((v, i) => {
    const miss = Math.abs(v - (other[i] ?? Number.NaN));
    return miss <= 2.001 * toleranceOf(precision, v, size);
  });
}

/** Kinds that ask for numbers have their precision in the view. */
const precisionOf = (view: unknown) => (view as { readonly precision: Precision }).precision;

/** The number, from 1, of a mistake the author foresaw that comes to the right answer. */
function foreseenForRight({ misconceptions }: Exercise, part: Part, { scope, parts }: Draw) {
  const { key, view } = parts[part.name] ?? {};
  const found = misconceptions.findIndex(({ when }) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && valueIn(expr, scope);
    const other = value === undefined ? undefined : rekeyed(part, () => value);
    if (other === undefined || sameKey(part, key, other)) return false;
    return wouldPass(part, { key, view }, other);
  });
  return found < 0 ? undefined : found + 1;
}
