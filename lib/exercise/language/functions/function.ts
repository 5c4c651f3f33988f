import type { Graph, Lay } from "@/lib/engine";
import type { Meter } from "@/lib/exercise/language/budget";
import type { Generator } from "@/lib/exercise/language/expr";
import type { Laid } from "@/lib/exercise/language/laid";
import type { Value } from "@/lib/exercise/value";

/** What a function is given beside its values. Functions that draw may take `generator` as there. */
export interface Tools {
  readonly generator?: Generator;
  readonly meter: Meter;
}

/** What a function that lays down nodes is given beside them. */
export interface LayTools extends Tools {
  readonly lay: Lay;
  readonly graph: Graph;
}

export type Topic = "random" | "tensor" | "engine" | "architecture" | "gradient" | "format";

/** A function authors can call. The reference page shows all but how it is done; a test runs every example. */
export type LanguageFunction = Described & (Calculated | LaidDown | Repeated);

export interface Described {
  readonly topic: Topic;
  readonly signature: string;
  readonly summary: string;
  readonly example: string;
  /** What the example comes to, as `show` prints it; examples draw with the seed "example". */
  readonly value: string;
  /** Least and most values it takes. */
  readonly arity: readonly [number, number];
  /** Whether a call with this many values draws. */
  readonly draws?: (count: number) => boolean;
  /** What a drawing calls the many nodes that it lays down, where they are one thing to an author. */
  readonly whole?: string;
  /** Whether −∞ may come of it, for another function to take. */
  readonly mayBeInfinite?: true;
}

/** One that works on values: what it comes to has no gradient, and no mistakes of its own. */
export interface Calculated {
  readonly call: (args: readonly Value[], tools: Tools) => Value;
}

/** One that lays down ops of the engine. */
export interface LaidDown {
  readonly lay: (args: readonly Laid[], tools: LayTools) => Laid;
}

/** An arrow function that an author wrote, ready to be laid down for other values of its parameters. */
export type Turn = (...values: readonly Laid[]) => Laid;

/** One that takes an arrow function, and lays it down again and again. */
export interface Repeated {
  /** Which of its values the arrow function is, and as how many parameters it has. */
  readonly turn: { readonly at: number; readonly parameters: number };
  /** `args` are the other values. */
  readonly repeat: (args: readonly Laid[], turn: Turn, tools: LayTools) => Laid;
}

export type FunctionTable = Readonly<Record<string, LanguageFunction>>;
