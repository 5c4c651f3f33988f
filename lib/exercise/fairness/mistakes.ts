import { foreseenName, type RuleName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { allTrue, type Ground } from "@/lib/exercise/diagnosis/key-under";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Meter } from "@/lib/exercise/language/budget";
import type { Expr, Scope } from "@/lib/exercise/language/expr";
import type { Typed } from "./as-typed";
import type { Fault } from "./fault";
import { nearTo, type Target, wouldPass } from "./for-right";
import { isHarmless, rarest } from "./harmless";
import { isEverMade, isHidden } from "./hidden";

/** A draw, what it is to whoever types every part rightly, and what the work of judging it is counted on. */
interface Judged {
  readonly draw: Draw;
  readonly typed: Typed;
  readonly meter: Meter;
}

/** Nobody has answered anything yet. */
const fromTheStart: Ground = { settled: new Map() };

/** A draw's mistakes: what they come to, held against all that is taken for right. */
export class Mistakes {
  private readonly draw: Draw;
  private readonly typed: Typed;
  private readonly meter: Meter;
  private readonly predictions: Predictions;
  private readonly afterRight: readonly Ground[];

  constructor(
    private readonly exercise: Exercise,
    private readonly asked: readonly Part[],
    { draw, typed, meter }: Judged,
  ) {
    this.draw = draw;
    this.typed = typed;
    this.meter = meter;
    this.afterRight = [allTrue(exercise, draw.scope), allTrue(exercise, typed.scope)];
    this.predictions = new Predictions(exercise, draw.scope, meter);
  }

  /** A mistake the author foresaw that comes to a right answer, or that these numbers hide. */
  foreseen(): Fault | undefined {
    const { exercise, draw } = this;
    for (const [i, { when }] of exercise.misconceptions.entries()) {
      const rule = foreseenName(i + 1);
      for (const part of this.asked) {
        const expr = Object.hasOwn(when, part.name) ? when[part.name] : undefined;
        const passes =
          expr && this.scopes(part).some((scope) => this.valuePasses(part, expr, scope));
        if (passes) return { why: "misconception", part: part.name, rule };
      }
      if (isHidden(exercise, i, draw, this.meter) && isEverMade(exercise, i))
        return { why: "hidden", rule };
    }
    return undefined;
  }

  private valuePasses(part: Part, expr: Expr, scope: Scope): boolean {
    const value = valueIn(expr, scope, this.meter);
    const other = value === undefined ? undefined : rekeyed(part, () => value);
    return other !== undefined && this.passes(part, other);
  }

  /** A slip that comes to a right answer, or a rule that the exercise isolates and these numbers hide. */
  slip(): Fault | undefined {
    for (const part of this.asked) {
      const near = this.targets(part).map((target) => nearTo(part, this.view(part), target));
      for (const ground of this.grounds(part)) {
        for (const slip of this.predictions.on(part, ground).likelierThan(rarest)) {
          const [rule] = slip.candidate.rules;
          // Few come near any key: the others need not be looked at.
          if (!rule || !near.some((isNear) => isNear(slip.made.data))) continue;
          if (this.counts(part, rule.name) && this.passes(part, slip.key)) {
            return { why: "misconception", part: part.name, rule: rule.name };
          }
        }
      }
    }
    const hidden = this.exercise.isolates.find((name) => !this.isMade(name));
    return hidden === undefined ? undefined : { why: "hidden", rule: hidden as RuleName };
  }

  /** Whether these numbers are unfair when a slip passes. Rounding early is meant to land near the key; how near it may is
   *  for the edges to say. */
  private counts(part: Part, rule: string): boolean {
    if (rule === "rounded-early") return false;
    return this.exercise.isolates.includes(rule) || !isHarmless(this.exercise, part, rule);
  }

  /** Whether a slip makes a difference anywhere. */
  private isMade(rule: string): boolean {
    return this.asked.some((part) =>
      this.predictions
        .on(part, fromTheStart)
        .singles.some(({ candidate }) => candidate.rules[0]?.name === rule),
    );
  }

  /** From the start, and after right answers: those typed as they are asked for, and as near to them, the true. */
  private grounds(part: Part): Ground[] {
    const isLater = this.typed.later.some((later) => later.part === part);
    return isLater ? [fromTheStart, ...this.afterRight] : [fromTheStart];
  }

  /** What a part is worked from: the true values, and where it reads earlier parts, what was typed there. */
  private scopes(part: Part) {
    const later = this.typed.later.some((one) => one.part === part);
    return later ? [this.draw.scope, this.typed.scope] : [this.draw.scope];
  }

  /** Whether another key is neither of the right ones and would be taken for one. */
  private passes(part: Part, other: unknown): boolean {
    const targets = this.targets(part);
    if (targets.some(({ key }) => sameKey(part, key, other))) return false;
    return targets.some((target) => wouldPass(part, this.view(part), target, other));
  }

  /** What is taken for right: the key, and where a part reads earlier ones, what it comes to from those as typed. */
  private targets(part: Part): readonly Target[] {
    const later = this.typed.later.find((one) => one.part === part);
    return [{ key: this.draw.parts[part.name]?.key }, ...(later ? [later] : [])];
  }

  private view({ name }: Part): unknown {
    return this.draw.parts[name]?.view;
  }
}
