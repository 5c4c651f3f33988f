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
  const tried = wrong.grounds.map((ground) => {
    const trial = trialOf(exercise, wrong, ground);
    return { trial, outcomes: new Map(rules.map((rule) => [rule, trial(rule.rules)])) };
  });
  const single = rules.filter((rule) =>
    tried.some(({ outcomes }) => outcomes.get(rule) === "found"),
  );
  if (single.length > 0) return single.slice(0, mostTold).map(({ name }) => [name]);
  return pairs(rules, tried);
}

/** A ground, and what each rule by itself comes to on it. */
interface Tried {
  readonly trial: (rules: Rules) => Outcome;
  readonly outcomes: ReadonlyMap<ChangedRule, Outcome>;
}

/** Pairs that come to the answer. Where one of the two makes no difference, the other by itself has been tried. */
function pairs(rules: readonly ChangedRule[], tried: readonly Tried[]): Cause[] {
  const found: Cause[] = [];
  for (const [i, first] of rules.entries()) {
    for (const second of rules.slice(i + 1)) {
      if (undoes(first, second)) continue;
      const together = withChanges(first, second);
      const comes = tried.some(({ trial, outcomes }) => {
        const both = [first, second].every((rule) => outcomes.get(rule) === "another answer");
        return both && trial(together) === "found";
      });
      if (comes) found.push([first.name, second.name]);
      if (found.length === mostTold) return found;
    }
  }
  return found;
}

/** More alternatives than two are no help. */
const mostTold = 2;

/** Two changes of one rule are not two mistakes. */
const undoes = (first: ChangedRule, second: ChangedRule) =>
  Object.keys(first.change).some((rule) => Object.hasOwn(second.change, rule));

type Outcome = "found" | "no difference" | "another answer";

/** What rules come to on this ground: the answer in hand, what the right rules come to there, or something else. What
 *  follows rightly from an earlier answer is no mistake of its own. */
function trialOf(
  exercise: Exercise,
  { part, reading, view }: WrongAnswer,
  ground: Ground,
): (rules: Rules) => Outcome {
  const { grade } = kinds[part.kind];
  const keyUnder = (rules: Rules) =>
    replay(exercise, ground, { rules, wanted: part }).get(part.name);
  const right = keyUnder(rightRules);
  return (rules) => {
    const key = keyUnder(rules);
    if (key === undefined) return "another answer";
    if (right !== undefined && sameKey(part, right, key)) return "no difference";
    return grade(key, reading, part.settings, view).earned >= 1 ? "found" : "another answer";
  };
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
