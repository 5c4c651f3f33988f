import { type Exercise, gradeSubmission, type Variant } from "@/lib/exercise";
import type { Part } from "@/lib/exercise/exercise";
import { OwnAnswers } from "@/lib/exercise/follow-through";
import { kinds } from "@/lib/exercise/kinds";
import { readParts } from "@/lib/exercise/read-parts";
import { isTensor, type Value } from "@/lib/exercise/value";

export interface Asked {
  readonly rule: "tolerance" | "decimals" | "significant";
  readonly amount: number;
}

export const askedOf = ({ parts }: Variant, { name }: Part) =>
  (parts[name]?.view as { precision?: Asked } | undefined)?.precision;

/** The numbers of a part's key, in its order; undefined for a part that has none. */
export function numbersOf(part: Part, key: unknown): readonly number[] | undefined {
  const { numbers, rekey } = kinds[part.kind];
  const found = rekey && key !== undefined ? numbers?.(key) : undefined;
  return found && found.length > 0 ? found : undefined;
}

/** A number with as many figures as are asked for, by JavaScript's own rounding. */
export function figures({ rule, amount }: Asked, v: number): number {
  if (rule === "tolerance") return v;
  return Number(rule === "decimals" ? v.toFixed(amount) : v.toPrecision(amount));
}

/** Half a unit in the last place asked for; of a 0 to so many figures, as of the largest number beside it. */
export function halfUnit({ rule, amount }: Asked, v: number, size = 1): number {
  if (rule === "tolerance") return amount;
  if (rule === "decimals") return 0.5 * 10 ** -amount;
  if (v === 0) return 0.5 * 10 ** -amount * Math.min(1, size || 1);
  const [, exponent] = v.toExponential(12).split("e");
  return 0.5 * 10 ** (Number(exponent) - amount + 1);
}

/** Numbers as a student sends them for a part. */
export function response(part: Part, { parts }: Variant, numbers: readonly number[]): string {
  const { key, view } = parts[part.name] ?? {};
  if (part.kind === "numeric") return String(numbers[0]);
  if (part.kind === "network") {
    const { blanks } = view as { blanks: readonly { name: string }[] };
    return blanks.map(({ name }, i) => `${name} = ${numbers[i]}`).join("\n");
  }
  const rows = key as readonly (readonly number[])[];
  const cols = rows[0]!.length;
  const lines = rows.map((_, i) => `[${numbers.slice(i * cols, (i + 1) * cols).join(", ")}]`);
  return `[${lines.join(", ")}]`;
}

/** A part's value for the parts after it, with these numbers in it. */
export function valueWith(part: Part, { parts }: Variant, numbers: readonly number[]): Value {
  const value = kinds[part.kind].value(parts[part.name]?.key);
  return isTensor(value) ? { ...value, data: Float64Array.from(numbers) } : (numbers[0] ?? 0);
}

/** Whether a part's answer is right, by its key or by the answers before it, without the search for the mistake in a wrong
 *  one, which takes most of the time. */
export function isRight(
  exercise: Exercise,
  { parts, scope }: Variant,
  part: Part,
  responses: Readonly<Record<string, string>>,
): boolean {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one[field]]));
  const [keys, views] = [column("key"), column("view")];
  const { readings } = readParts(exercise, views, responses, [part.name]);
  const answered = new Map(
    exercise.parts.flatMap((one) => {
      if (!readings.has(one.name)) return [];
      const reading = readings.get(one.name);
      const [key, view] = [keys[one.name], views[one.name]];
      const grade = kinds[one.kind].grade(key, reading, one.settings, view, { scope: () => scope });
      return [[one.name, { reading, grade }] as const];
    }),
  );
  const own = answered.get(part.name);
  if (!own || own.grade.earned >= 1) return own !== undefined;
  const followed = new OwnAnswers(exercise, { keys, views }, scope, answered);
  return (followed.gradeOf(part, own.reading)?.earned ?? 0) >= 1;
}

/** The verdicts on the parts asked for. */
export function verdicts(
  exercise: Exercise,
  { parts, scope }: Variant,
  sent: { responses: Readonly<Record<string, string>>; asked: readonly string[] },
): Readonly<Record<string, string>> {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  const grading = { keys: column("key"), views: column("view"), scope: () => scope };
  const result = gradeSubmission(exercise, grading, sent);
  return Object.fromEntries(
    result.parts.map((part) => [part.part, part.status === "graded" ? part.verdict : part.message]),
  );
}

/** Whether numbers are the same but for float64. */
export function same(a: readonly number[], b: readonly number[]): boolean {
  const largest = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  return a.length === b.length && a.every((v, i) => Math.abs(v - b[i]!) <= 1e-9 * largest);
}
