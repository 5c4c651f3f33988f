import type { Rules } from "@/lib/engine";
import type { Meter } from "@/lib/exercise/language/budget";
import type { Generator } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";

/** What a function is given beside its values. Functions that draw may take `generator` as there. */
export interface Tools {
  readonly generator?: Generator;
  readonly meter: Meter;
  readonly rules?: Rules;
}

export type Topic = "random" | "tensor" | "engine" | "format";

/** A function authors can call. The reference page shows all but `call`; a test runs every example. */
export interface LanguageFunction {
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
  /** True when it heeds `rules`. */
  readonly ruled?: true;
  readonly call: (args: readonly Value[], tools: Tools) => Value;
}

export type FunctionTable = Readonly<Record<string, LanguageFunction>>;
