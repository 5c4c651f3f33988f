import type { Exercise, Part } from "@/lib/exercise/exercise";
import { judgeSubmission } from "@/lib/exercise/grade";
import { kinds } from "@/lib/exercise/kinds";
import type { Result } from "@/lib/exercise/result";
import { drawsAnything, type Variant } from "@/lib/exercise/variant";
import { type Finding, failure, note } from "./finding";
import { gradingOf } from "./grading-of";
import type { Sample } from "./sample";

/** Every number of every key is finite. */
export function keysAreFinite({ exercise, fixed, drawn }: Sample): Finding[] {
  return exercise.parts.flatMap((part) => {
    const { numbers } = kinds[part.kind];
    const bad = [...fixed, ...drawn].find(
      ({ parts }) => !(numbers?.(parts[part.name]?.key) ?? []).every(Number.isFinite),
    );
    if (!bad) return [];
    const mend = "Draw the givens so that it cannot overflow, divide by 0 or take log(0).";
    return [failure(part.at, `the key of ${part.name} is not finite (${seedOf(bad)})`, mend)];
  });
}

/** Whoever types every key, rounded as asked for, gets full marks. */
export function keysEarnFullMarks({ exercise, fixed, drawn }: Sample): Finding[] {
  const found = new Map<string, Finding>();
  for (const variant of [...fixed, ...drawn]) {
    for (const finding of short(exercise, variant)) {
      const place = `${finding.at.line}:${finding.at.column}`;
      if (!found.has(place)) found.set(place, finding);
    }
  }
  return [...found.values()];
}

/** What each part's key is, as a student types it. */
export function typedKeys(exercise: Exercise, { parts }: Variant): Record<string, string> {
  const typed = exercise.parts.map(({ name, kind }) => {
    const { key, view } = parts[name] ?? {};
    return [name, kinds[kind].keyAsResponse(key, view)] as const;
  });
  return Object.fromEntries(typed);
}

function short(exercise: Exercise, variant: Variant): Finding[] {
  const responses = typedKeys(exercise, variant);
  const asked = exercise.parts.map(({ name }) => name);
  const result = judgeSubmission(exercise, gradingOf(variant), { responses, asked });
  return exercise.parts.flatMap((part) => {
    const outcome = outcomeOf(part, result);
    if (!outcome) return [];
    const typed = JSON.stringify(responses[part.name]);
    const message = `the key of ${part.name}, typed as ${typed}, ${outcome} (${seedOf(variant)})`;
    return [failure(part.at, message, "Ask for a precision that its numbers can be typed to.")];
  });
}

/** What is wrong with how a key was judged. */
function outcomeOf({ name }: Part, result: Result): string | undefined {
  for (const part of result.parts) {
    if (part.part !== name) continue;
    if (part.status === "unreadable") return `cannot be read: ${part.message}`;
    if (part.verdict !== "right" || part.followed)
      return `earns ${part.earned} of ${part.possible}`;
  }
  return undefined;
}

const seedOf = ({ seed, number }: Variant) => `seed ${seed}, number ${number}`;

/** Numbers are drawn so that answers differ. */
export function keysDiffer({ exercise, drawn }: Sample): Finding[] {
  if (!drawsAnything(exercise) || drawn.length < 2) return [];
  const all = drawn.map((variant) => typedKeys(exercise, variant));
  return exercise.parts.flatMap((part) => {
    if (!kinds[part.kind].numbers) return [];
    const different = new Set(all.map((typed) => typed[part.name]));
    if (different.size > 1) return [];
    const message = `${part.name} is ${[...different][0]} in every variant`;
    return [note(part.at, message, "Make its answer depend on a drawn value.")];
  });
}
