import type { RootContent } from "mdast";
import type { Position } from "./issue";
import type { KindName } from "./kinds/kind-name";
import type { Expr } from "./language/expr";
import type { Wording } from "./wording";

export interface Given {
  readonly name: string;
  readonly expr: Expr;
  readonly at: Position;
}

/** One thing to answer. */
export interface Part<S = unknown> {
  readonly name: string;
  readonly kind: KindName;
  readonly points: number;
  /** The share of its points for an answer that is right only from the student's own earlier ones. */
  readonly followThrough: number;
  /** Whether 0, or entries all alike, are as good an answer as any. */
  readonly mayBeZero: boolean;
  readonly label: Wording;
  readonly settings: S;
  readonly at: Position;
}

/** The n-th of these is variant number n: its givens replace the drawn ones; its key is what the author says
 *  must come out, and drawing fails when it does not. */
export interface FixedVariant {
  readonly givens: Readonly<Record<string, Expr>>;
  readonly key: Readonly<Record<string, Expr>>;
  readonly at: Position;
}

/** A value that the text shows, by its place ("h2", "pass.p"; "pass" for a diagram of all of it). */
export interface Display {
  readonly place: string;
  readonly rule: "decimals" | "significant";
  readonly amount: number;
}

/** A wrong answer an author foresaw, by part, and what to say to it. */
export interface Misconception {
  readonly when: Readonly<Record<string, Expr>>;
  readonly text: Wording;
}

/** Help that an author offers, taken one after the other. */
export interface Hint {
  readonly body: readonly RootContent[];
  /** The share of the points still to be earned that it costs. */
  readonly cost: number;
}

/** A checked exercise: content, without numbers. `source` is the MDX slice it was parsed from. */
export interface Exercise {
  readonly id: string;
  /** Ids that it had before: what belongs to one of them is its own. */
  readonly was: readonly string[];
  /** Whether new students no longer get it. Whoever has begun it keeps it, and so does graded work. */
  readonly retired: boolean;
  readonly title: string;
  readonly skills: readonly string[];
  /** Names of the misconceptions that it is a small exercise in, for who made that mistake elsewhere. */
  readonly isolates: readonly string[];
  readonly givens: readonly Given[];
  readonly parts: readonly Part[];
  readonly fixed: readonly FixedVariant[];
  readonly hints: readonly Hint[];
  /** What each step of the worked solution costs that is taken as a hint, once the author's own are used up. */
  readonly stepCost: number;
  /** What the author says with the worked solution; it may speak of the answers. */
  readonly solution: readonly RootContent[];
  readonly misconceptions: readonly Misconception[];
  /** What its text shows of computed values, and to which precision. */
  readonly displays: readonly Display[];
  readonly body: readonly RootContent[];
  readonly source: string;
  /** The files beside its lesson that it refers to: the ids of what they say, by their names. */
  readonly files: Readonly<Record<string, string>>;
  readonly at: Position;
}
