import { LRUCache } from "lru-cache";
import { type ChangedRule, type Rules, rightRules, withChanges } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Grading } from "@/lib/exercise/grading";
import type { Scope } from "@/lib/exercise/language/expr";
import { toJson } from "@/lib/exercise/value";
import { leadingTo } from "./leading-to";
import { type Ground, keysFrom, replay } from "./replay";
import { noting, type RuleClass, RuleClasses } from "./rule-classes";
import { sameKey } from "./same-numbers";

/** What changed rules come to for a part: a key, none, or the one that the right rules come to. */
export type Prediction = { readonly key: unknown } | "none" | "no difference";

/** The answers that changed rules predict on one variant. They hang on the variant, and on those of the student's own
 *  answers that a part is worked out from: for the same of these, each is worked out once. */
export class Predictions {
  private readonly classes: RuleClasses;
  private readonly kept = new LRUCache<string, Map<RuleClass, Prediction>>({ max: 64 });

  /** `scope` has the givens and the true value of every part. */
  constructor(
    private readonly exercise: Exercise,
    scope: Scope,
  ) {
    this.classes = new RuleClasses(exercise, scope);
  }

  /** Gives what single rules and pairs come to for a part on a ground. */
  on(part: Part, ground: Ground): (...changes: readonly ChangedRule[]) => Prediction {
    const { exercise } = this;
    const right = replay(exercise, ground, { rules: rightRules, wanted: part }).get(part.name);
    const origin = this.originOf(part, ground);
    const predict = (...changes: readonly ChangedRule[]): Prediction => {
      const alike = this.classes.of(...changes);
      if (!alike) {
        const rules = withChanges(...changes);
        return held(part, right, replay(exercise, ground, { rules, wanted: part }).get(part.name));
      }
      const known = this.kept.get(origin) ?? new Map<RuleClass, Prediction>();
      const before = known.get(alike);
      if (before) return before;
      const read = new Set<keyof Rules>();
      const made = held(part, right, this.keyIn(alike, read, part, ground));
      if (this.heed(read)) return predict(...changes);
      this.kept.set(origin, known.set(alike, made));
      return made;
    };
    return predict;
  }

  private keyIn(alike: RuleClass, read: Set<keyof Rules>, part: Part, ground: Ground): unknown {
    const values = new Map(alike.values);
    for (const { name } of this.exercise.parts) {
      const value = ground.scope.get(name);
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    }
    return keysFrom(this.exercise, values, {
      rules: noting(alike.rules, read),
      settled: ground.settled,
      wanted: part,
      needed: leadingTo(this.exercise, part),
      meter: { steps: alike.steps },
    }).get(part.name);
  }

  /** Where a part heeds a rule that none did before, what was alike may be so no more. */
  private heed(read: ReadonlySet<keyof Rules>): boolean {
    const isNew = this.classes.heed(read);
    if (isNew) this.kept.clear();
    return isNew;
  }

  /** A part and all that it is worked out from on a ground, beside the givens. */
  private originOf(part: Part, { scope, settled }: Ground): string {
    const needed = leadingTo(this.exercise, part);
    const parts = this.exercise.parts.filter(({ name }) => needed.has(name));
    return JSON.stringify([
      part.name,
      parts.map(({ name }) => {
        const value = scope.get(name);
        return [settled.has(name), value === undefined ? null : toJson(value)];
      }),
    ]);
  }
}

function held(part: Part, right: unknown, key: unknown): Prediction {
  if (key === undefined) return "none";
  return right !== undefined && sameKey(part, right, key) ? "no difference" : { key };
}

const predictions = new LRUCache<Grading, Predictions>({ max: 200 });

/** The predictions for what is graded, kept as long as it is graded by the same Grading. */
export function predictionsFor(exercise: Exercise, grading: Grading): Predictions {
  const made = predictions.get(grading) ?? new Predictions(exercise, grading.scope());
  predictions.set(grading, made);
  return made;
}
