import type { ChangedRule } from "@/lib/engine";
import { foreseenName, type RuleName, valueIn } from "@/lib/exercise/diagnosis/foreseen";
import { rekeyed } from "@/lib/exercise/diagnosis/rekeyed";
import { partsChangedBy, relevantRules } from "@/lib/exercise/diagnosis/relevant-rules";
import { replay } from "@/lib/exercise/diagnosis/replay";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Meter } from "@/lib/exercise/language/budget";
import type { Expr, Scope } from "@/lib/exercise/language/expr";
import type { Typed } from "./as-typed";
import type { Fault } from "./fault";
import { isNear, type Target, wouldPass } from "./for-right";
import { isEverMade, isHidden } from "./hidden";

/** A draw, what it is to whoever types every part rightly, and what the work of judging it is counted on. */
interface Judged {
  readonly draw: Draw;
  readonly typed: Typed;
  readonly meter: Meter;
}

/** A draw's mistakes: what they come to, held against all that is taken for right. */
export class Mistakes {
  private readonly draw: Draw;
  private readonly typed: Typed;
  private readonly meter: Meter;
  private readonly settled: ReadonlySet<string>;

  constructor(
    private readonly exercise: Exercise,
    private readonly asked: readonly Part[],
    { draw, typed, meter }: Judged,
  ) {
    this.draw = draw;
    this.typed = typed;
    this.meter = meter;
    this.settled = new Set(exercise.parts.map(({ name }) => name));
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

  /** A changed rule that comes to a right answer, or one that the exercise isolates and these numbers hide. */
  changedRule(): Fault | undefined {
    const { exercise, asked } = this;
    if (asked.length === 0) return undefined;
    const rules = relevantRules(exercise, this.draw.scope);
    const isolated = new Set<string>(exercise.isolates);
    for (const rule of rules) {
      const isolates = isolated.has(rule.name);
      // Rounding early is meant to land near the key; how near it may is for the edges to say.
      if (rule.change.decimals !== undefined && !isolates) continue;
      const { outcome, part } = this.underRule(rule);
      if (outcome === "hidden" && isolates) return { why: "hidden", rule: rule.name };
      if (outcome === "passes") return { why: "misconception", part, rule: rule.name };
      isolated.delete(rule.name);
    }
    const [never] = isolated;
    return never === undefined ? undefined : { why: "hidden", rule: never as RuleName };
  }

  /** What a rule comes to from the start, and in the parts where it acts by itself after right answers. */
  private underRule(rule: ChangedRule): { outcome: "hidden" | "seen" | "passes"; part: string } {
    const { exercise, draw, meter } = this;
    let outcome: "hidden" | "seen" = "hidden";
    const { rules } = rule;
    const all = replay(exercise, { scope: draw.scope, settled: none }, { rules, meter });
    for (const part of this.asked) {
      const other = all.get(part.name);
      if (other === undefined || sameKey(part, this.key(part), other)) continue;
      outcome = "seen";
      if (this.passes(part, other)) return { outcome: "passes", part: part.name };
    }
    const part = this.stepThatPasses(rule);
    return part ? { outcome: "passes", part: part.name } : { outcome, part: "" };
  }

  /** A part in whose own step a rule comes to a right answer after right ones: those typed, and as near to it, the true. */
  private stepThatPasses(rule: ChangedRule): Part | undefined {
    const changed = partsChangedBy(this.exercise, rule);
    const steps = this.typed.later.filter(({ part }) => changed.has(part));
    if (steps.length === 0) return undefined;
    const { exercise, settled, meter } = this;
    const { rules } = rule;
    const keysIn = (scope: Scope) => replay(exercise, { scope, settled }, { rules, meter });
    const fromTyped = keysIn(this.typed.scope);
    const near = steps.filter((later) => {
      const other = fromTyped.get(later.part.name);
      const { view } = this.draw.parts[later.part.name] ?? {};
      return other === undefined || isNear(later.part, view, later, other, 10);
    });
    if (near.length === 0) return undefined;
    const fromTrue = keysIn(this.draw.scope);
    return near.find(({ part }) =>
      [fromTyped, fromTrue].some((keys) => {
        const other = keys.get(part.name);
        return other !== undefined && this.passes(part, other);
      }),
    )?.part;
  }

  private key({ name }: Part): unknown {
    return this.draw.parts[name]?.key;
  }

  /** What a part is worked from: the true values, and where it reads earlier parts, what was typed there. */
  private scopes(part: Part) {
    const later = this.typed.later.some((one) => one.part === part);
    return later ? [this.draw.scope, this.typed.scope] : [this.draw.scope];
  }

  /** Whether another key is neither of the right ones and would be taken for one. */
  private passes(part: Part, other: unknown): boolean {
    const { view } = this.draw.parts[part.name] ?? {};
    const later = this.typed.later.find((one) => one.part === part);
    const targets: Target[] = [{ key: this.key(part) }, ...(later ? [later] : [])];
    if (targets.some(({ key }) => sameKey(part, key, other))) return false;
    return targets.some((target) => wouldPass(part, view, target, other));
  }
}

const none: ReadonlySet<string> = new Set();
