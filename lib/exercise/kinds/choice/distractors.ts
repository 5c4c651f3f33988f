import { toNumber } from "@/lib/exercise/coerce";
import type { Slip, SlipsTo } from "@/lib/exercise/kinds/kind";
import { type Precision, toleranceOf } from "@/lib/exercise/kinds/precision";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { inWords } from "@/lib/exercise/language/in-words";
import type { Value } from "@/lib/exercise/value";
import type { ChoiceSettings } from "./schema";

/** Values are shown to four figures. Whoever works with what is shown may miss the last of these, so two values can be told
 *  apart where three figures differ. */
const apart: Precision = { rule: "significant", amount: 3 };

/** The likeliest slips on the way to the right option that can be told apart from it, from the author's own options and from
 *  each other: as many as are asked for, or all there are. Of one rule a second is taken where too few have rules of their
 *  own. Throws LanguageError where the right option is no number. */
export function distractors(
  { options }: ChoiceSettings,
  count: number,
  evaluate: (expr: Expr) => Value,
  slipsTo: SlipsTo,
): readonly Slip[] {
  const right = options.find(({ correct }) => correct === true)?.value;
  if (!right) return [];
  const value = evaluate(right);
  if (toNumber(value) === undefined) {
    const message = `distractors are drawn beside a number, and the right option is ${inWords(value)}`;
    throw new LanguageError(message, "Give it a number, or write the wrong options.", right.at);
  }
  const taken = options.flatMap((option) => {
    const number = option.value && toNumber(evaluate(option.value));
    return number === undefined ? [] : [number];
  });
  const chosen: Slip[] = [];
  const fits = ({ value: number }: Slip) =>
    chosen.length < count &&
    [...taken, ...chosen.map((one) => one.value)].every((other) => areApart(other, number));
  const slips = slipsTo(right);
  for (const slip of slips) {
    if (fits(slip) && !chosen.some((one) => ruleOf(one) === ruleOf(slip))) chosen.push(slip);
  }
  for (const slip of slips) if (fits(slip)) chosen.push(slip);
  return chosen;
}

const ruleOf = ({ told }: Slip) => told.causes[0]?.[0];

const areApart = (a: number, b: number) =>
  Math.abs(a - b) > 2 * Math.max(toleranceOf(apart, a), toleranceOf(apart, b));
