import type { Ground } from "./diagnosis/key-under";
import { rekeyed } from "./diagnosis/rekeyed";
import type { Exercise, Part } from "./exercise";
import { isDegenerate } from "./fairness/degenerate";
import type { Grading } from "./grading";
import { kinds } from "./kinds";
import { halfUnits } from "./kinds/half-units";
import type { Grade } from "./kinds/kind";
import { precisionOf } from "./kinds/precision";
import { laidFor } from "./laid-exercise";
import { newMeter } from "./language/budget";
import type { Expr, Scope } from "./language/expr";
import { Refusal } from "./language/refusal";
import { roundingBound } from "./rounding/rounding-bound";
import { isTensor, type Value } from "./value";

/** What was answered to a part, read, and how it stands to the true key. */
export interface Answered {
  readonly reading: unknown;
  readonly grade: Grade;
}

/** A learner's own answers to the parts of one variant, and what follows from them. */
export class OwnAnswers {
  /** What each part is worth to the parts after it: the student's own value, what follows from their own values where
   *  they gave none, else the true one. */
  private readonly values: Map<string, Value>;
  /** How far each number of these may be from what the student went on with. */
  private readonly rounding = new Map<string, readonly number[]>();
  private readonly bounds = new Map<string, readonly number[]>();
  private readonly meter = newMeter();
  private readonly own = new Set<string>();
  private readonly unusable = new Set<string>();
  /** Parts whose answers are not right, nor merely worked from right ones that were rounded. */
  private readonly wrong = new Set<string>();
  private readonly reads = new Map<string, readonly string[]>();

  /** `scope` has the givens and the true value of every part. */
  constructor(
    private readonly exercise: Exercise,
    private readonly drawn: Pick<Grading, "keys" | "views">,
    private readonly scope: Scope,
    private readonly answered: ReadonlyMap<string, Answered>,
  ) {
    this.values = new Map(scope);
    for (const part of exercise.parts) this.settle(part);
  }

  /** What a misconception may have been made on: the student's own answers, and the true ones. */
  grounds(): Ground[] {
    const { parts } = this.exercise;
    const right = new Map(parts.map(({ name }) => [name, this.scope.get(name) ?? 0]));
    return [{ settled: this.ownValues() }, { settled: right }];
  }

  /** A part marked by its key as it follows from the student's own answers before it. Undefined where nothing of theirs
   *  leads to it, or where a wrong answer that does is of no use (0, another shape): that would make the part trivial. */
  gradeOf(part: Part, reading: unknown): Grade | undefined {
    const key = this.keyOf(part);
    if (key === undefined) return undefined;
    const view = this.drawn.views[part.name];
    const bound = this.boundOf(part, key);
    return kinds[part.kind].grade(key, reading, part.settings, view, { bound });
  }

  /** The parts, in order, that lead to this one and whose answers are wrong. */
  wrongBefore(part: Part): Part[] {
    const names = new Set<string>();
    const add = (name: string) => {
      for (const read of this.before(name)) {
        names.add(read);
        add(read);
      }
    };
    add(part.name);
    return this.exercise.parts.filter(({ name }) => names.has(name) && this.wrong.has(name));
  }

  private keyOf(part: Part): unknown {
    const before = this.before(part.name);
    if (before.some((name) => this.unusable.has(name))) return undefined;
    if (!before.some((name) => this.own.has(name))) return undefined;
    const key = this.rekeyed(part);
    const trivial = key === undefined || isDegenerate(part, key);
    return trivial && this.wrongBefore(part).length > 0 ? undefined : key;
  }

  /** How far the key that follows from their own answers may be from what the student came to. */
  private boundOf(part: Part, key: unknown): readonly number[] {
    const bound = this.bounds.get(part.name) ?? this.boundFrom(part, key);
    this.bounds.set(part.name, bound);
    return bound;
  }

  /** Numbers that take more than one budget to bound are never drawn: these are the author's own, and have none. */
  private boundFrom(part: Part, base: unknown): readonly number[] {
    const { rounding, meter } = this;
    const laid = laidFor(this.exercise, this.scope);
    const settled = this.standing();
    try {
      return roundingBound(this.exercise, laid, part, { settled, rounding, base, meter });
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }

  /** What stands at every part: their own value or what follows from those, else the true one. */
  private standing(): ReadonlyMap<string, Value> {
    return new Map(this.exercise.parts.map(({ name }) => [name, this.values.get(name) ?? 0]));
  }

  private ownValues(): ReadonlyMap<string, Value> {
    return new Map([...this.own].map((name) => [name, this.values.get(name) ?? 0]));
  }

  private before(name: string): readonly string[] {
    return this.reads.get(name) ?? [];
  }

  private settle(part: Part): void {
    const { name } = part;
    const follows = this.rekeyed(part);
    const answer = this.answered.get(name);
    const { asValue, value } = kinds[part.kind];
    if (answer) this.judge(part, answer);
    if (answer && asValue) {
      const own = asValue(answer.reading);
      if (this.isUsable(part, own)) this.put(part, own, this.roundingOf(part, own));
      else this.unusable.add(name);
    } else if (follows !== undefined && this.before(name).some((one) => this.own.has(one))) {
      const bound = this.boundOf(part, follows);
      this.put(part, value(follows), bound);
    }
  }

  private put({ name }: Part, value: Value, rounding: readonly number[]): void {
    this.values.set(name, value);
    this.rounding.set(name, rounding);
    this.own.add(name);
  }

  private judge(part: Part, { reading, grade }: Answered): void {
    if (grade.earned >= 1) return;
    const fromWrong = this.wrongBefore(part).length > 0;
    if (fromWrong || !((this.gradeOf(part, reading)?.earned ?? 0) >= 1)) this.wrong.add(part.name);
  }

  /** What typing an own value to the figures asked for may have rounded away. */
  private roundingOf({ name, kind }: Part, own: Value): readonly number[] {
    const { numbers } = kinds[kind];
    const precision = precisionOf(this.drawn.views[name]);
    if (!numbers || !precision) return [];
    const typed = isTensor(own) ? [...own.data] : [Number(own)];
    return halfUnits(precision, typed, numbers(this.drawn.keys[name]));
  }

  private isUsable(part: Part, own: Value): boolean {
    const { value, rekey } = kinds[part.kind];
    const right = value(this.drawn.keys[part.name]);
    const numbers = isTensor(own) ? [...own.data] : [own];
    const zero = numbers.every((v) => typeof v === "number" && v === 0);
    return rekey !== undefined && !zero && shapeOf(own) === shapeOf(right);
  }

  /** The part's key from the values so far; notes which parts it reads. */
  private rekeyed(part: Part): unknown {
    const names = new Set<string>();
    const isPart = (name: string) => this.exercise.parts.some((other) => other.name === name);
    const context = { scope: this.values, meter: newMeter() };
    const key = rekeyed(part, (expr: Expr) => {
      for (const name of expr.names) if (isPart(name)) names.add(name);
      return expr.run(context);
    });
    if (!this.reads.has(part.name)) this.reads.set(part.name, [...names]);
    return key;
  }
}

const shapeOf = (value: Value) =>
  isTensor(value) && value.data.length > 1 ? `${value.rows}×${value.cols}` : "a number";
