import { toTensor } from "@/lib/exercise/coerce";
import { foreseenName, type RuleName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { relevantRules } from "@/lib/exercise/diagnosis/relevant-rules";
import { replay } from "@/lib/exercise/diagnosis/replay";
import { sameNumbers } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { closeness, type Precision, unitOf } from "@/lib/exercise/kinds/precision";
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
  for (const rule of relevantRules(exercise)) {
    // Rounding early is meant to land near the key; how near it may is for the edges to say.
    if (rule.change.decimals !== undefined) continue;
    const keys = replay(exercise, { scope, settled: none }, { rules: rule.rules });
    for (const part of asked) {
      const other = keys.get(part.name);
      const numbers = kinds[part.kind].numbers;
      const { key, view } = parts[part.name] ?? {};
      if (other === undefined || !numbers) continue;
      if (!wouldPass(numbers(key), numbers(other), precisionOf(view))) continue;
      return { why: "misconception", part: part.name, rule: rule.name };
    }
  }
  return undefined;
}

const none: ReadonlySet<string> = new Set();

/** Whether other numbers would be taken for the key's own. A rule that leaves them as they are is no mistake here. */
function wouldPass(own: readonly number[], other: readonly number[], precision: Precision) {
  if (own.length !== other.length) return false;
  const size = Math.max(...own.map(Math.abs));
  const right = own.every((v, i) => closeness(precision, v, other[i] ?? 0, size) === "right");
  return right && !sameNumbers(own, other);
}

/** Kinds that ask for numbers have their precision in the view. */
const precisionOf = (view: unknown) => (view as { readonly precision: Precision }).precision;

/** The number, from 1, of a mistake the author foresaw that comes to the right answer. */
function foreseenForRight({ misconceptions }: Exercise, part: Part, { scope, parts }: Draw) {
  const { matches, asReading, value } = kinds[part.kind];
  const { key, view } = parts[part.name] ?? {};
  if (!matches || !asReading) return undefined;
  const own = toTensor(value(key));
  const found = misconceptions.findIndex(({ when }) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const other = expr && valueIn(expr, scope);
    const tensor = other === undefined ? undefined : toTensor(other);
    if (other === undefined || !tensor || !own) return false;
    if (sameNumbers([...own.data], [...tensor.data])) return false;
    return matches(other, asReading(key), part.settings, view);
  });
  return found < 0 ? undefined : found + 1;
}
