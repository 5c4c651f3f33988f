import { explanationOf } from "@/lib/exercise/diagnosis/explanations";
import {
  foreseenName,
  isForeseen,
  type RuleName,
  valueIn,
} from "@/lib/exercise/diagnosis/foreseen";
import { forgetPredictions, predictionsFor } from "@/lib/exercise/diagnosis/predictions";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { isHidden } from "@/lib/exercise/fairness/hidden";
import { judgeSubmission } from "@/lib/exercise/grade";
import type { Position } from "@/lib/exercise/issue";
import { kinds } from "@/lib/exercise/kinds";
import type { Variant } from "@/lib/exercise/variant";
import { gradingOf } from "./grading-of";

/** What answering a part by one mistake came to, over the variants of a sample, or so many of them as it took to tell. */
export interface Mistake {
  readonly part: string;
  readonly rule: RuleName;
  readonly at: Position;
  /** Variants in which the mistake comes to something that can be an answer. */
  readonly valued: number;
  /** Of these, those in which it is typed otherwise than the key. */
  readonly differs: number;
  /** Of these, those in which it is taken for right all the same, being rounded or as good. */
  readonly right: number;
  /** And those in which the diagnosis names it; and no other. */
  readonly named: number;
  readonly alone: number;
  /** And those in which it names others, with it or instead of it; by their names. */
  readonly others: Readonly<Partial<Record<RuleName, number>>>;
}

interface Counting extends Mistake {
  valued: number;
  differs: number;
  right: number;
  named: number;
  alone: number;
  readonly others: Partial<Record<RuleName, number>>;
}

/** A mistake that makes no difference in some variants, and in what share of them. */
export interface Hidden {
  readonly rule: RuleName;
  readonly share: number;
}

export interface Told {
  readonly mistakes: readonly Mistake[];
  /** Those hidden most often first. */
  readonly hidden: readonly Hidden[];
}

/** Of what is made less often, nobody misses it where the numbers hide it. */
const likely = 0.04;

/** Answers every part of variants by every mistake there is a name for, as a student would type it, and counts what grading
 *  makes of it. An author's is among them also when it never has a value. */
export class MistakeTeller {
  private readonly found = new Map<string, Counting>();
  private readonly hidden = new Map<RuleName, number>();
  private readonly made = new Map<RuleName, number>();
  private variants = 0;

  constructor(private readonly exercise: Exercise) {}

  /** What the variants so far have told. */
  told(): Told {
    const order = this.exercise.parts.map(({ name }) => name);
    const mistakes = [...this.found.values()].toSorted(
      (a, b) => order.indexOf(a.part) - order.indexOf(b.part),
    );
    const hidden = [...this.hidden, ...this.unmade()].map(([rule, count]) => ({
      rule,
      share: count / this.variants,
    }));
    return { mistakes, hidden: hidden.toSorted((a, b) => b.share - a.share) };
  }

  tell(variant: Variant): void {
    this.variants += 1;
    for (const part of this.exercise.parts) this.tellForeseen(part, variant);
    for (const [i] of this.exercise.misconceptions.entries()) {
      if (isHidden(this.exercise, i, variant)) this.hide(foreseenName(i + 1));
    }
    this.tellSlips(variant);
    forgetPredictions(gradingOf(variant));
  }

  private tellForeseen(part: Part, variant: Variant): void {
    const { asResponse } = kinds[part.kind];
    if (!asResponse) return;
    for (const [i, { when }] of this.exercise.misconceptions.entries()) {
      const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
      if (!expr) continue;
      const mistake = this.counting(part, foreseenName(i + 1), expr.at);
      const value = valueIn(expr, variant.scope);
      const { key, view } = variant.parts[part.name] ?? {};
      const asked = { key, view, settings: part.settings };
      const typed = value === undefined ? undefined : asResponse(value, asked);
      if (typed !== undefined) this.answer({ mistake, part, typed }, variant);
    }
  }

  /** Every single slip, typed as a student would who makes it from the start. */
  private tellSlips(variant: Variant): void {
    const predictions = predictionsFor(this.exercise, gradingOf(variant));
    const made = new Set<RuleName>();
    for (const part of this.exercise.parts) {
      const { keyAsResponse, numbers } = kinds[part.kind];
      const { view } = variant.parts[part.name] ?? {};
      if (!numbers) continue;
      for (const slip of predictions.on(part, { settled: new Map() }).singles) {
        const [rule] = slip.candidate.rules;
        if (!rule) continue;
        made.add(rule.name);
        const mistake = this.counting(part, rule.name, part.at);
        // Its key is worked out when it is asked for, and of what is known nobody asks.
        if (isKnown(mistake)) continue;
        this.answer({ mistake, part, typed: keyAsResponse(slip.key, view) }, variant);
      }
    }
    for (const rule of made) this.made.set(rule, (this.made.get(rule) ?? 0) + 1);
  }

  /** The likely mistakes that were made with some of the numbers and not with others, and those that the exercise is about:
   *  with how many numbers they were not. */
  private unmade(): [RuleName, number][] {
    const isolated = this.exercise.isolates as readonly RuleName[];
    return [...new Set([...this.made.keys(), ...isolated])].flatMap((rule) => {
      const hidden = this.variants - (this.made.get(rule) ?? 0);
      const counts = isolated.includes(rule) || (explanationOf(rule)?.prior ?? 0) >= likely;
      return counts && hidden > 0 ? [[rule, hidden] as [RuleName, number]] : [];
    });
  }

  private hide(rule: RuleName): void {
    this.hidden.set(rule, (this.hidden.get(rule) ?? 0) + 1);
  }

  private answer({ mistake, part, typed }: Answer, variant: Variant): void {
    if (isKnown(mistake)) return;
    const { key, view } = variant.parts[part.name] ?? {};
    const sent = { responses: { [part.name]: typed }, asked: [part.name] };
    const [result] = judgeSubmission(this.exercise, gradingOf(variant), sent).parts;
    if (result?.status !== "graded") return;
    mistake.valued += 1;
    if (typed === kinds[part.kind].keyAsResponse(key, view)) return;
    mistake.differs += 1;
    if (result.verdict === "right") mistake.right += 1;
    else countNamed(mistake, result.diagnosis?.flat() ?? []);
  }

  private counting(part: Part, rule: RuleName, at: Position): Counting {
    const name = `${rule} ${part.name}`;
    const before = this.found.get(name);
    if (before) return before;
    const counts = { valued: 0, differs: 0, right: 0, named: 0, alone: 0 };
    const fresh = { part: part.name, rule, at, ...counts, others: {} };
    this.found.set(name, fresh);
    return fresh;
  }
}

/** Answers after which more of them tell an author nothing new, once it is told apart; and where it never is. */
const enough = { toldApart: 12, engines: 40 };

/** Whether what can be said of a mistake is known. One that an author foresees is tried on until it is found. */
function isKnown({ differs, alone, rule }: Mistake): boolean {
  if (differs >= enough.toldApart && alone > 0) return true;
  return differs >= enough.engines && !isForeseen(rule);
}

interface Answer {
  readonly mistake: Counting;
  readonly part: Part;
  readonly typed: string;
}

function countNamed(mistake: Counting, named: readonly RuleName[]): void {
  const others = new Set(named.filter((name) => name !== mistake.rule));
  for (const other of others) mistake.others[other] = (mistake.others[other] ?? 0) + 1;
  if (!named.includes(mistake.rule)) return;
  mistake.named += 1;
  if (others.size === 0) mistake.alone += 1;
}
