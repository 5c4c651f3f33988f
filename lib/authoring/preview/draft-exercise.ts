import "server-only";
import { LRUCache } from "lru-cache";
import { contentIdOf, type FilesBeside, parseExercise } from "@/lib/content";
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
import type { Value } from "@/lib/exercise/value";

/** An exercise as its author has it now, with the numbers of one set. */
export interface DraftExercise {
  readonly exercise: Exercise;
  readonly variant: Variant;
  /** The same for the same text and set. */
  readonly mark: string;
}

const drawn = new LRUCache<string, DraftExercise>({ max: 100 });

/** Draws a set of numbers, counted from 1: the author's fixed ones, then what the seeds 1, 2 and so on draw, as the check
 *  does. The text has been checked. Throws LanguageError where nothing can be drawn. */
export function drawDraft(source: string, set: number, files: FilesBeside = {}): DraftExercise {
  const said = JSON.stringify([source, files]);
  const mark = `draft ${contentIdOf(Buffer.from(said)).slice(0, 16)} ${set}`;
  return drawMarked(mark, set, () => {
    const parsed = parseExercise(source, "lesson.mdx", { beside: files });
    if (parsed.status === "refused") throw new Error(`not checked: ${parsed.issues[0]?.message}`);
    return parsed.exercise;
  });
}

/** The same of a version of an exercise, as it was published. */
export const drawVersion = (versionId: string, exercise: Exercise, set: number): DraftExercise =>
  drawMarked(`version ${versionId} ${set}`, set, () => exercise);

function drawMarked(mark: string, set: number, exerciseOf: () => Exercise): DraftExercise {
  const known = drawn.get(mark);
  if (known) return known;
  const exercise = exerciseOf();
  const seed = Math.max(1, set - exercise.fixed.length);
  const number = Math.min(set, exercise.fixed.length + 1);
  const made = { exercise, variant: drawVariant(exercise, { seed: String(seed), number }), mark };
  drawn.set(mark, made);
  return made;
}

/** What comes of answers to these parts, as a student would be told. */
export const gradeDraft = (
  { exercise, variant }: DraftExercise,
  responses: Readonly<Record<string, string>>,
  asked: readonly string[],
): Result => gradeSubmission(exercise, gradingOf(variant), { responses, asked: [...asked] });

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

/** The key of every part, and what mistakes come to that a student could type: the author's own first, then the likeliest. */
export function answersTo(draft: DraftExercise): TriedAnswer[] {
  const { exercise, variant } = draft;
  const keys = typedKeys(exercise, variant);
  const predictions = new Predictions(exercise, variant.scope);
  return exercise.parts.flatMap((part) => {
    const own = foreseenIn(draft, part);
    const slips = slipsIn(draft, part, predictions);
    const seen = new Set([keys[part.name]]);
    const mistakes = [...own, ...slips].filter(({ typed }) => !seen.has(typed) && seen.add(typed));
    const key = { part: part.name, name: "The key", typed: keys[part.name] ?? "" };
    return [key, ...mistakes.slice(0, mostOffered)];
  });
}

/** The answers that the author's own misconceptions come to. */
function foreseenIn({ exercise, variant }: DraftExercise, part: Part): TriedAnswer[] {
  return exercise.misconceptions.flatMap(({ when }, i) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && valueIn(expr, variant.scope);
    const typed = value === undefined ? undefined : asTyped({ variant }, part, value);
    const name = ruleInWords(foreseenName(i + 1));
    return typed === undefined ? [] : [{ part: part.name, name, typed }];
  });
}

function slipsIn({ variant }: DraftExercise, part: Part, predictions: Predictions): TriedAnswer[] {
  const { rekey, value } = kinds[part.kind];
  if (!rekey) return [];
  const { singles } = predictions.on(part, { settled: new Map() });
  return singles.flatMap(({ candidate, key }) => {
    const [rule] = candidate.rules;
    const typed = asTyped({ variant }, part, value(key));
    return rule && typed !== undefined ? [{ part: part.name, name: rule.title, typed }] : [];
  });
}

function asTyped(
  { variant }: Pick<DraftExercise, "variant">,
  { kind, name, settings }: Part,
  value: Value,
): string | undefined {
  const { key, view } = variant.parts[name] ?? {};
  return kinds[kind].asResponse?.(value, { key, view, settings });
}
