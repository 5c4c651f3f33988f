import { valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { newMeter, withinBudget } from "@/lib/exercise/language/budget";
import { triedDraws } from "./tried-draws";

/** Whether these numbers hide the author's i-th misconception, from 0: whoever makes it comes to the key, or to no
 *  answer. None hide one of a part that asks for no numbers. */
export function isHidden(
  { misconceptions, parts }: Exercise,
  i: number,
  draw: Draw,
  meter = newMeter(),
): boolean {
  const { when } = misconceptions[i]!;
  return Object.entries(when).every(([name, expr]) => {
    const part = parts.find((one) => one.name === name);
    if (!part || !kinds[part.kind].numbers) return false;
    const value = valueIn(expr, draw.scope, meter);
    const other = value === undefined ? undefined : rekeyed(part, () => value);
    return other === undefined || sameKey(part, draw.parts[name]?.key, other);
  });
}

const known = new WeakMap<Exercise, readonly boolean[]>();

/** Whether any numbers show the i-th misconception. One that none show is for its author to mend: the check tells. */
export function isEverMade(exercise: Exercise, i: number): boolean {
  const before = known.get(exercise);
  if (before) return before[i] ?? false;
  const draws = triedDraws(exercise);
  const made: boolean[] = [];
  withinBudget((meter) => {
    for (const [n] of exercise.misconceptions.entries()) {
      made[n] = draws.some((draw) => !isHidden(exercise, n, draw, meter));
    }
  });
  known.set(exercise, made);
  return made[i] ?? false;
}
