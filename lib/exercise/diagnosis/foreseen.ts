import type { ChangedRuleName } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { newMeter } from "@/lib/exercise/language/budget";
import { type Expr, LanguageError, type Scope } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";

/** What a mistake is recorded under: the changed rule's name, or the n-th that the exercise's author foresaw. */
export type RuleName = ChangedRuleName | `own-${number}`;

/** The name of the author's n-th misconception, counted from 1. */
export const foreseenName = (number: number): RuleName => `own-${number}`;

/** The author's misconceptions that come to this very answer, by their numbers from 1. */
export function foreseen(
  { misconceptions }: Exercise,
  part: Part,
  { reading, view, scope }: { reading: unknown; view: unknown; scope: Scope },
): number[] {
  return misconceptions.flatMap(({ when }, i) => {
    const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
    const value = expr && valueIn(expr, scope);
    if (value === undefined) return [];
    return kinds[part.kind].matches?.(value, reading, part.settings, view) ? [i + 1] : [];
  });
}

/** The value of an expression; undefined where it has none with these numbers (the logarithm of 0, say). */
export function valueIn(expr: Expr, scope: Scope): Value | undefined {
  try {
    return expr.run({ scope, meter: newMeter() });
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}
