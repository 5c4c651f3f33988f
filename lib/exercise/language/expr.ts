import type * as estree from "estree";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Graph } from "@/lib/engine";
import type { Position } from "@/lib/exercise/issue";
import type { Value } from "@/lib/exercise/value";
import type { Meter } from "./budget";
import type { Laid } from "./laid";

/** The source of a variant's numbers. It advances as it is drawn from. */
export type Generator = RandomGenerator;

/** Names and what they stand for: the givens and parts so far. */
export type Scope = ReadonlyMap<string, Value>;

/** What an expression is evaluated in. Without a generator, drawing functions are refused. */
export interface Context {
  readonly scope: Scope;
  readonly generator?: Generator;
  readonly meter: Meter;
  readonly onWhole?: OnWhole;
  /** Values to read at these places ("pass.h[2]") instead of what stands there. */
  readonly instead?: ReadonlyMap<string, Value>;
}

/** What an expression is laid down in: a graph, and what its names stand for there. */
export interface Laying {
  readonly graph: Graph;
  readonly names: { get(name: string): Laid | undefined };
  readonly generator?: Generator;
  readonly meter: Meter;
  readonly onWhole?: OnWhole;
}

/** Nodes that one call laid down and that are one thing to an author, "LSTM cell" say: their ids from the first to the one
 *  after the last. */
export interface Whole {
  readonly called: string;
  readonly from: number;
  readonly to: number;
}

/** Is told of each. */
export type OnWhole = (whole: Whole) => void;

/** A checked expression, compiled once to a closure. */
export interface Expr {
  readonly at: Position;
  readonly source: string;
  /** Names it reads from the scope. */
  readonly names: readonly string[];
  /** True when it calls a function that draws, such as `uniform`. */
  readonly draws: boolean;
  /** The expression as it was parsed, for telling it and for what it reads. */
  readonly node: estree.Expression;
  /** Its value, when that needs neither names nor drawing: `significant={3}` has 3 here. */
  readonly constant?: Value;
  /** Lays it down on a graph. */
  readonly lay: (laying: Laying) => Laid;
  /** Its value by itself. */
  readonly run: (context: Context) => Value;
}

/** The one error that checking and evaluating an expression can raise: what is wrong, where, and how to mend it. */
export class LanguageError extends Error {
  constructor(
    message: string,
    readonly mend: string,
    readonly position: Position,
  ) {
    super(message);
    this.name = "LanguageError";
  }
}
