import type { Exercise, Part } from "./exercise";
import { kinds } from "./kinds";
import type { Mark } from "./kinds/kind";
import { newMeter } from "./language/budget";
import { type Expr, LanguageError, type Scope } from "./language/expr";
import type { Value } from "./value";

export type Verdict = "right" | "partly" | "wrong";

export interface UnreadablePart {
  readonly part: string;
  readonly status: "unreadable";
  readonly message: string;
}

export interface GradedPart {
  readonly part: string;
  readonly status: "graded";
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  /** Markdown with TeX; none where a right answer needs no words. */
  readonly feedback: readonly string[];
  readonly marks?: readonly Mark[];
}

export type PartResult = UnreadablePart | GradedPart;

export type Result =
  | { readonly status: "unreadable"; readonly parts: readonly UnreadablePart[] }
  | {
      readonly status: "graded";
      readonly score: { readonly earned: number; readonly possible: number };
      readonly parts: readonly GradedPart[];
    };

/** Longest response to one part that is read at all. */
export const longestResponse = 20_000;

type ByPart<T> = Readonly<Record<string, T>>;

/** Grades the parts asked for. When any of them cannot be read, the result says only that, and gives no verdict
 *  on the others, so that an unreadable field is no oracle. With the variant's scope, an author's misconceptions
 *  are looked for too. Names in `asked` that are no part of the exercise are passed over. */
export function gradeSubmission(
  exercise: Exercise,
  keys: ByPart<unknown>,
  views: ByPart<unknown>,
  responses: ByPart<string>,
  asked: readonly string[],
  scope?: Scope,
): Result {
  const parts = exercise.parts.filter((part) => asked.includes(part.name));
  const unreadable: UnreadablePart[] = [];
  const readings: unknown[] = [];
  for (const part of parts) {
    const read = readPart(part, views[part.name], ownString(responses, part.name));
    if (read.status === "read") readings.push(read.reading);
    else unreadable.push({ part: part.name, status: "unreadable", message: read.message });
  }
  if (unreadable.length > 0 || parts.length === 0)
    return { status: "unreadable", parts: unreadable };
  const graded = parts.map((part, i) =>
    gradePart(exercise, part, { key: keys[part.name], view: views[part.name] }, readings[i], scope),
  );
  return { status: "graded", score: total(graded), parts: graded };
}

interface Drawn {
  readonly key: unknown;
  readonly view: unknown;
}

function ownString(responses: ByPart<string>, name: string): string {
  return Object.hasOwn(responses, name) ? (responses[name] ?? "") : "";
}

function readPart(part: Part, view: unknown, raw: string) {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  if (raw.trim() === "")
    return unreadable("Nothing is here yet: give an answer, then check again.");
  if (raw.length > longestResponse) return unreadable("This is too long to be read as an answer.");
  return kinds[part.kind].read(raw, view, part.settings);
}

function gradePart(
  exercise: Exercise,
  part: Part,
  { key, view }: Drawn,
  reading: unknown,
  scope?: Scope,
): GradedPart {
  const grade = kinds[part.kind].grade(key, reading, part.settings, view);
  const verdict = grade.earned >= 1 ? "right" : grade.earned > 0 ? "partly" : "wrong";
  const known = verdict === "right" || !scope ? [] : foreseen(exercise, part, view, reading, scope);
  const feedback = [...known, ...grade.feedback];
  return {
    part: part.name,
    status: "graded",
    verdict,
    earned: grade.earned * part.points,
    possible: part.points,
    feedback: feedback.length > 0 || verdict === "right" ? feedback : [wording[verdict]],
    ...(grade.marks ? { marks: grade.marks } : {}),
  };
}

/** What is said where the kind has nothing to say; a right answer needs no words. */
const wording: Record<Exclude<Verdict, "right">, string> = {
  partly: "Part of this is right: have another look at the rest.",
  wrong: "Not right yet: have another look.",
};

/** What the author has to say to this very answer. */
function foreseen(
  exercise: Exercise,
  part: Part,
  view: unknown,
  reading: unknown,
  scope: Scope,
): string[] {
  return exercise.misconceptions.flatMap(({ when, text }) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && tryRun(expr, scope);
    const same =
      value !== undefined &&
      kinds[part.kind].matches?.(value, reading, part.settings, view) === true;
    return same ? [text] : [];
  });
}

/** A misconception that has no value for these numbers (a logarithm of 0, say) matches nothing. */
function tryRun(expr: Expr, scope: Scope): Value | undefined {
  try {
    return expr.run({ scope, meter: newMeter() });
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}

function total(parts: readonly GradedPart[]) {
  let earned = 0;
  let possible = 0;
  for (const part of parts) {
    earned += part.earned;
    possible += part.possible;
  }
  return { earned, possible };
}
