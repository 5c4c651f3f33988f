import {
  drawVariant,
  type Exercise,
  gradeSubmission,
  type Result,
  type Variant,
} from "@/lib/exercise";
import { gradingOf, ruleInWords, typedKeys } from "@/lib/exercise/check";
import { foreseenName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { newMeter } from "@/lib/exercise/language";
import { type Solution, solve } from "@/lib/exercise/solution/solve";
import type { Value } from "@/lib/exercise/value";

/** An exercise's numbers of one set, and what is worked out of them for its author. It is plain data, since it comes from
 *  another thread. */
export interface DrawnDraft {
  /** The same for the same text and set. */
  readonly mark: string;
  readonly variant: Variant;
  readonly answers: readonly TriedAnswer[];
  readonly solution: Solution;
}

/** The numbers of a set, counted from 1: the author's fixed ones, then what the seeds 1, 2 and so on draw, as the check
 *  does. Throws LanguageError where nothing can be drawn. */
export function drawSet(exercise: Exercise, set: number): Variant {
  const seed = Math.max(1, set - exercise.fixed.length);
  const number = Math.min(set, exercise.fixed.length + 1);
  return drawVariant(exercise, { seed: String(seed), number });
}

export const workOut = (exercise: Exercise, variant: Variant, mark: string): DrawnDraft => ({
  ...{ mark, variant },
  answers: answersTo(exercise, variant),
  solution: solve(exercise, { ...gradingOf(variant), scope: variant.scope }),
});

/** An exercise, and numbers of it. */
export interface Numbered {
  readonly exercise: Exercise;
  readonly variant: Variant;
}

/** What comes of answers to these parts, as a student would be told. */
export const gradeDraft = (
  { exercise, variant }: Numbered,
  responses: Readonly<Record<string, string>>,
  parts: readonly string[],
): Result => gradeSubmission(exercise, gradingOf(variant), { responses, asked: [...parts] });

/** An answer that can be tried, and what it is called. */
export interface TriedAnswer {
  readonly part: string;
  /** "The key", or what a mistake is called: Markdown. */
  readonly name: string;
  /** As a student would type it. */
  readonly typed: string;
}

/** Mistakes that are offered for a part, the likeliest. */
const mostOffered = 12;

/** The key of every part, and what mistakes come to that a student could type: the author's own first, then the likeliest. All
 *  parts have one budget: what there is none left for is left out. */
function answersTo(exercise: Exercise, variant: Variant): TriedAnswer[] {
  const keys = typedKeys(exercise, variant);
  const predictions = new Predictions(exercise, variant.scope, undefined, newMeter());
  return exercise.parts.flatMap((part) => {
    const own = foreseenIn({ exercise, variant }, part);
    const slips = slipsIn(variant, part, predictions);
    const seen = new Set([keys[part.name]]);
    const mistakes = [...own, ...slips].filter(({ typed }) => !seen.has(typed) && seen.add(typed));
    const key = { part: part.name, name: "The key", typed: keys[part.name] ?? "" };
    return [key, ...mistakes.slice(0, mostOffered)];
  });
}

/** The answers that the author's own misconceptions come to. */
function foreseenIn({ exercise, variant }: Numbered, part: Part): TriedAnswer[] {
  return exercise.misconceptions.flatMap(({ when }, i) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && valueIn(expr, variant.scope);
    const typed = value === undefined ? undefined : asTyped(variant, part, value);
    const name = ruleInWords(foreseenName(i + 1));
    return typed === undefined ? [] : [{ part: part.name, name, typed }];
  });
}

function slipsIn(variant: Variant, part: Part, predictions: Predictions): TriedAnswer[] {
  const { rekey, value } = kinds[part.kind];
  if (!rekey) return [];
  const { singles } = predictions.on(part, { settled: new Map() });
  return singles.flatMap(({ candidate, key }) => {
    const [rule] = candidate.rules;
    const typed = asTyped(variant, part, value(key));
    return rule && typed !== undefined ? [{ part: part.name, name: rule.title, typed }] : [];
  });
}

function asTyped(
  variant: Variant,
  { kind, name, settings }: Part,
  value: Value,
): string | undefined {
  const { key, view } = variant.parts[name] ?? {};
  return kinds[kind].asResponse?.(value, { key, view, settings });
}
