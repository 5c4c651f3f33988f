import { map } from "@/lib/engine";
import { rekeyed } from "./diagnosis/rekeyed";
import type { Ground } from "./diagnosis/replay";
import type { Exercise, Part } from "./exercise";
import { isDegenerate } from "./fairness/degenerate";
import type { Grading } from "./grade";
import { kinds } from "./kinds";
import type { Grade } from "./kinds/kind";
import { type Precision, toleranceOf } from "./kinds/precision";
import { newMeter } from "./language/budget";
import type { Expr, Scope } from "./language/expr";
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
  private readonly own = new Set<string>();
  private readonly unusable = new Set<string>();
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
    const all = new Set(this.exercise.parts.map(({ name }) => name));
    const right = { scope: this.scope, settled: all };
    return [{ scope: this.values, settled: this.own }, right];
  }

  /** The key of a part as it follows from the student's own answers before it; undefined where nothing of theirs leads
   *  to it, or where what does is of no use (0, another shape): that would make the part trivial. */
  keyOf(part: Part): unknown {
    const before = this.before(part);
    if (before.some((name) => this.unusable.has(name))) return undefined;
    if (!before.some((name) => this.own.has(name))) return undefined;
    const key = this.rekeyed(part);
    return key === undefined || isDegenerate(part, key) ? undefined : key;
  }

  /** A part's view in which its key from the student's own answers is as wide as those were rounded: who went on from
   *  all figures of what they typed three of is right too. */
  viewOf(part: Part, key: unknown): unknown {
    const view = this.drawn.views[part.name];
    const { numbers } = kinds[part.kind];
    const precision = precisionOf(view);
    const instead = new Map(this.before(part).map((name) => [name, this.nudged(name)] as const));
    const other = rekeyed(part, (expr) =>
      expr.run({ scope: this.values, instead, meter: newMeter() }),
    );
    if (!numbers || !precision || other === undefined) return view;
    const moved = numbers(other);
    const amounts = numbers(key).map(
      (v, i) => toleranceOf(precision, v) + Math.abs((moved[i] ?? v) - v),
    );
    return { ...(view as object), precision: { rule: "tolerance", amount: Math.max(...amounts) } };
  }

  /** What a part is worth to those after it, moved by as much as it may have been rounded. */
  private nudged(name: string): Value {
    const value = this.values.get(name) ?? 0;
    const precision = precisionOf(this.drawn.views[name]);
    if (!precision || !this.own.has(name)) return value;
    const move = (v: number) => v + toleranceOf(precision, v);
    if (typeof value === "number") return move(value);
    return isTensor(value) ? map(value, move) : value;
  }

  /** The parts, in order, whose answers lead to this one: those it is worked out from, and those they are. */
  leadingTo(part: Part): Part[] {
    const names = new Set<string>();
    const add = (name: string) => {
      for (const read of this.reads.get(name) ?? []) {
        names.add(read);
        add(read);
      }
    };
    add(part.name);
    return this.exercise.parts.filter(({ name }) => names.has(name));
  }

  private before({ name }: Part): readonly string[] {
    return this.reads.get(name) ?? [];
  }

  private settle(part: Part): void {
    const follows = this.rekeyed(part);
    const answer = this.answered.get(part.name);
    const { asValue, value } = kinds[part.kind];
    if (answer && asValue) {
      const own = asValue(answer.reading);
      if (this.isUsable(part, own)) {
        this.values.set(part.name, own);
        this.own.add(part.name);
      } else this.unusable.add(part.name);
    } else if (follows !== undefined && this.before(part).some((name) => this.own.has(name))) {
      this.values.set(part.name, value(follows));
      this.own.add(part.name);
    }
  }

  private isUsable(part: Part, own: Value): boolean {
    const { value, rekey } = kinds[part.kind];
    const right = value(this.drawn.keys[part.name]);
    const numbers = isTensor(own) ? [...own.data] : [own];
    const zero = numbers.every((v) => typeof v === "number" && Math.abs(v) === 0);
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

/** The precision that a part's numbers are asked for to, where it asks for numbers. */
const precisionOf = (view: unknown) =>
  (view as { readonly precision?: Precision } | undefined)?.precision;

const shapeOf = (value: Value) =>
  isTensor(value) && value.data.length > 1 ? `${value.rows}×${value.cols}` : "a number";
