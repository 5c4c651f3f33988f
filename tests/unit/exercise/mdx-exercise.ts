import { formatIssue, parseExercise } from "@/lib/content";
import type { Tensor } from "@/lib/engine";
import { type Exercise, type GradedPart, gradeSubmission, type Variant } from "@/lib/exercise";

/** The exercise of an MDX text that must parse, as an instructor would have written it. */
export function exerciseFrom(body: string): Exercise {
  const text = `<Exercise id="this-morning" title="Written this morning">\n${body}\n</Exercise>`;
  const parsed = parseExercise(text, "exercise.mdx");
  if (parsed.status === "parsed") return parsed.exercise;
  throw new Error(parsed.issues.map(formatIssue).join("\n"));
}

/** What is answered, by part: a number, the rows of a matrix, or the very text. */
export type Answers = Readonly<Record<string, number | readonly (readonly number[])[] | string>>;

/** A number with as many figures as a student would type. */
const typedNumber = (v: number, figures: number) => String(Number(v.toPrecision(figures)));

export function typed(answer: Answers[string], figures = 17): string {
  if (typeof answer === "string") return answer;
  if (typeof answer === "number") return typedNumber(answer, figures);
  const rows = answer.map((row) => `[${row.map((v) => typedNumber(v, figures)).join(", ")}]`);
  return `[${rows.join(", ")}]`;
}

/** The verdicts on the parts asked for, all that are answered if not told, by their names. */
export function graded(
  exercise: Exercise,
  { parts, scope }: Pick<Variant, "parts" | "scope">,
  answers: Answers,
  { asked = Object.keys(answers), figures = 17 } = {},
): Readonly<Record<string, GradedPart>> {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  const responses = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, typed(answer, figures)]),
  );
  const result = gradeSubmission(
    exercise,
    { keys: column("key"), views: column("view"), scope: () => scope },
    { responses, asked },
  );
  if (result.status !== "graded") throw new Error(JSON.stringify(result.parts));
  return Object.fromEntries(result.parts.map((part) => [part.part, part]));
}

/** The rows of a tensor. */
export function rowsOf(value: unknown): number[][] {
  const { rows, cols, data } = value as Tensor;
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * cols, (i + 1) * cols)]);
}
