import type { RuleName as SlipName } from "@/lib/engine/told/rules";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { limits, newMeter, spend } from "@/lib/exercise/language/budget";
import { type Expr, LanguageError, type Scope } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";

/** What a mistake is recorded under: the rule's name, or the n-th that the exercise's author foresaw. */
export type RuleName = SlipName | `own-${number}`;

/** The name of the author's n-th misconception, counted from 1. */
export const foreseenName = (number: number): RuleName => `own-${number}`;

/** Whether a mistake is one that the exercise's author foresaw. */
export const isForeseen = (rule: RuleName) => rule.startsWith("own-");

/** The author's misconceptions that come to this very answer, by their numbers from 1. */
export function foreseen(
  { misconceptions }: Exercise,
  part: Part,
  { reading, key, view, scope }: { reading: unknown; key: unknown; view: unknown; scope: Scope },
  judging: Judging,
): number[] {
  return misconceptions.flatMap(({ when }, i) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && valueIn(expr, scope);
    if (value === undefined) return [];
    const asked = { key, view, settings: part.settings };
    return kinds[part.kind].matches?.(value, reading, asked, judging) ? [i + 1] : [];
  });
}

/** The value of an expression; undefined where it has none with these numbers (the logarithm of 0, say). Throws Refusal
 *  when the meter's budget is used up before. */
export function valueIn(expr: Expr, scope: Scope, meter = newMeter()): Value | undefined {
  spend(meter, limits.again);
  try {
    return expr.run({ scope, meter });
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}
