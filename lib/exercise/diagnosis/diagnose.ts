import {
  type ChangedRule,
  type ChangedRuleName,
  type Rules,
  rightRules,
  withChanges,
} from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { explanations } from "./explanations";
import { relevantRules } from "./relevant-rules";
import { type Ground, replay } from "./replay";
import { sameKey } from "./same-numbers";

/** What reproduces a wrong answer: one changed rule, or two at once. */
export type Cause = readonly ChangedRuleName[];

/** A wrong response to a part, and what a student may have gone on from: the true values, and their own. */
export interface WrongAnswer {
  readonly part: Part;
  readonly reading: unknown;
  readonly view: unknown;
  readonly grounds: readonly Ground[];
}

/** The changed rules that come to this very answer, the likelier first: single ones, or where there is none, pairs. More
 *  than one means that the answer cannot tell them apart; none, that no rule accounts for it. */
export function diagnose(exercise: Exercise, wrong: WrongAnswer): Cause[] {
  if (!kinds[wrong.part.kind].rekey) return [];
  const rules = relevantRules(exercise, wrong.grounds[0]?.scope ?? new Map());
  const single = rules.filter((rule) => reproduces(exercise, wrong, rule.rules));
  if (single.length > 0) return single.slice(0, mostTold).map(({ name }) => [name]);
  const pairs: Cause[] = [];
  for (const [i, first] of rules.entries()) {
    for (const second of rules.slice(i + 1)) {
      if (undoes(first, second)) continue;
      if (!reproduces(exercise, wrong, withChanges(first, second))) continue;
      pairs.push([first.name, second.name]);
      if (pairs.length === mostTold) return pairs;
    }
  }
  return pairs;
}

/** More alternatives than two are no help. */
const mostTold = 2;

/** Two changes of one rule are not two mistakes. */
const undoes = (first: ChangedRule, second: ChangedRule) =>
  Object.keys(first.change).some((rule) => Object.hasOwn(second.change, rule));

/** Whether these rules come to the answer, and the right ones do not: what follows rightly from an earlier answer is no
 *  mistake of its own. */
function reproduces(
  exercise: Exercise,
  { part, reading, view, grounds }: WrongAnswer,
  rules: Rules,
): boolean {
  const { grade } = kinds[part.kind];
  return grounds.some((ground) => {
    const keyUnder = (some: Rules) =>
      replay(exercise, ground, { rules: some, wanted: part }).get(part.name);
    const key = keyUnder(rules);
    if (key === undefined || grade(key, reading, part.settings, view).earned < 1) return false;
    const right = keyUnder(rightRules);
    return right === undefined || !sameKey(part, right, key);
  });
}

/** A diagnosis as a student reads it: Markdown with TeX. */
export function causesInWords(causes: readonly Cause[]): string[] {
  const [first, second] = causes;
  if (!first) return [];
  const says = (cause: Cause) => cause.map((name) => explanations[name].says).join(", and ");
  const told = second
    ? `It looks as if you either ${says(first)}; or ${says(second)}.`
    : `It looks as if you ${says(first)}.`;
  const names = [...new Set(causes.flat())];
  const mends = names.map((name) => {
    const { instead, lesson } = explanations[name];
    return `${instead} [Read on](${lesson})`;
  });
  return [told, ...mends];
}
