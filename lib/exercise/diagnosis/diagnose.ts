import type { ChangedRule, ChangedRuleName } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { explanations } from "./explanations";
import { type Prediction, Predictions } from "./predictions";
import { relevantRules } from "./relevant-rules";
import type { Ground } from "./replay";

/** What reproduces a wrong answer: one changed rule, or two at once. */
export type Cause = readonly ChangedRuleName[];

/** A wrong response to a part, and what a student may have gone on from: the true values, and their own. */
export interface WrongAnswer {
  readonly part: Part;
  readonly reading: unknown;
  readonly view: unknown;
  readonly grounds: readonly Ground[];
  readonly judging?: Judging;
  /** What is known of the variant; without it all is worked out here. */
  readonly predictions?: Predictions;
}

/** The changed rules that come to this very answer, the likelier first: single ones, or where there is none, pairs. More
 *  than one means that the answer cannot tell them apart; none, that no rule accounts for it. */
export function diagnose(exercise: Exercise, wrong: WrongAnswer): Cause[] {
  if (!kinds[wrong.part.kind].rekey) return [];
  const scope = wrong.grounds[0]?.scope ?? new Map();
  const rules = relevantRules(exercise, scope);
  const { predictions = new Predictions(exercise, scope) } = wrong;
  const tried = wrong.grounds.map((ground) => {
    const trial = trialOf(wrong, predictions.on(wrong.part, ground));
    return { trial, outcomes: new Map(rules.map((rule) => [rule, trial(rule)])) };
  });
  const single = rules.filter((rule) =>
    tried.some(({ outcomes }) => outcomes.get(rule) === "found"),
  );
  if (single.length > 0) return single.slice(0, mostTold).map(({ name }) => [name]);
  return pairs(rules, tried);
}

/** A ground, and what each rule by itself comes to on it. */
interface Tried {
  readonly trial: (...changes: readonly ChangedRule[]) => Outcome;
  readonly outcomes: ReadonlyMap<ChangedRule, Outcome>;
}

/** Pairs that come to the answer. Where one of the two makes no difference, the other by itself has been tried. */
function pairs(rules: readonly ChangedRule[], tried: readonly Tried[]): Cause[] {
  const found: Cause[] = [];
  for (const [i, first] of rules.entries()) {
    for (const second of rules.slice(i + 1)) {
      if (undoes(first, second)) continue;
      const comes = tried.some(({ trial, outcomes }) => {
        const both = [first, second].every((rule) => outcomes.get(rule) === "another answer");
        return both && trial(first, second) === "found";
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
  { part, reading, view, judging }: WrongAnswer,
  predict: (...changes: readonly ChangedRule[]) => Prediction,
): (...changes: readonly ChangedRule[]) => Outcome {
  const { grade } = kinds[part.kind];
  const outcomes = new Map<Prediction, Outcome>([
    ["none", "another answer"],
    ["no difference", "no difference"],
  ]);
  const outcomeOf = (prediction: Prediction): Outcome => {
    if (typeof prediction === "string") return outcomes.get(prediction)!;
    const graded = grade(prediction.key, reading, part.settings, view, judging);
    return graded.earned >= 1 ? "found" : "another answer";
  };
  return (...changes) => {
    const prediction = predict(...changes);
    const outcome = outcomes.get(prediction) ?? outcomeOf(prediction);
    outcomes.set(prediction, outcome);
    return outcome;
  };
}

/** A diagnosis as a student reads it: what they did, what is right, and where to read on, each said once.
 *  Markdown with TeX. */
export function causesInWords(causes: readonly Cause[]): string[] {
  const [first, second] = causes;
  if (!first) return [];
  const says = (cause: Cause) => cause.map((name) => explanations[name].says).join(", and ");
  const told = second ? `You either ${says(first)}, or ${says(second)}.` : `You ${says(first)}.`;
  const meant = [...new Set(causes.flat())].map((name) => explanations[name]);
  return [told, ...new Set(meant.map(({ instead }) => instead))];
}
