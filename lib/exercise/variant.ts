import { type Draw, draw } from "./draw";
import type { Exercise } from "./exercise";
import type { Fault } from "./fairness/fault";
import { faultOf } from "./fairness/faults";
import { isUsedUp, limits, type Meter, newMeter, spend } from "./language/budget";
import { LanguageError } from "./language/expr";
import { NotFinite, Refusal } from "./language/refusal";

/** An exercise with one learner's numbers. `key`, `seed` and `scope` never leave the server; a part's `view` is all of
 *  it that may reach a browser. */
export interface Variant extends Draw {
  readonly number: number;
  readonly seed: string;
}

/** One try at a variant: what a seed draws, and what is unfair about it. A key that is not finite leaves no numbers. */
export type Attempt =
  | { readonly draw: Draw; readonly fault?: Fault }
  | { readonly fault: { readonly why: "not finite" }; readonly error: LanguageError };

/** As many draws as are tried before an unfair one is taken. Checking a lesson refuses an exercise long before. */
export const mostAttempts = 400;

/** The variant that this seed and number have, the same for ever: the first fair draw of the seed's own sequence, each
 *  try of which `tell` hears of. Numbers 1 to n are the author's n fixed variants, taken as they are. Throws
 *  LanguageError when an expression fails, a fixed variant's stated key is not what comes out, no draw at all has
 *  finite keys, or the tries together take more steps than one variant may before any is fair. */
export function drawVariant(
  exercise: Exercise,
  { seed, number }: { seed: string; number: number },
  tell: (tried: Attempt) => void = () => {},
): Variant {
  const fixed = number <= exercise.fixed.length;
  if (fixed || !drawsAnything(exercise)) {
    return { number, seed, ...draw(exercise, { seed, number }) };
  }
  const meter = newMeter();
  let tries = 0;
  let unfair: Draw | undefined;
  let error: LanguageError | undefined;
  try {
    while (tries < mostAttempts) {
      const tried = attempt(exercise, { seed: subSeed(seed, tries++), number }, meter);
      tell(tried);
      if (!("draw" in tried)) error ??= tried.error;
      else if (tried.fault) unfair ??= tried.draw;
      else return { number, seed, ...tried.draw };
    }
  } catch (thrown) {
    // An expression that takes too much by itself says where it stands.
    const together = thrown instanceof Refusal || (tries > 1 && isUsedUp(meter));
    throw together ? tooMuchWork(exercise, tries) : thrown;
  }
  if (unfair) return { number, seed, ...unfair };
  throw error ?? new Error(`${exercise.id} was not drawn`);
}

function tooMuchWork({ givens }: Exercise, tries: number): LanguageError {
  const at = givens.find(({ expr }) => expr.draws)?.expr.at ?? { line: 1, column: 1 };
  const taken = `${tries} ${tries === 1 ? "try" : "tries"} at fair numbers took more than ${limits.steps} steps`;
  const mend =
    "Use smaller networks, batches or matrices, or draw the givens so that more of the draws are fair.";
  return new LanguageError(`${taken}, and none was fair`, mend, at);
}

/** The i-th seed of a variant's sequence, from 0. */
export function subSeed(seed: string, i: number): string {
  return i === 0 ? seed : `${seed}/${i}`;
}

/** What one seed draws, judged. Throws LanguageError for anything wrong but a number that is not finite, and Refusal when
 *  the meter's budget is used up before all is judged. */
export function attempt(
  exercise: Exercise,
  { seed, number }: { seed: string; number: number },
  meter: Meter = newMeter(),
): Attempt {
  try {
    const drawn = draw(exercise, { seed, number }, meter);
    const fault = faultOf(exercise, drawn, meter);
    // A key that there was no budget left for is like one that does not exist, and says nothing about the draw.
    spend(meter, 0);
    return { draw: drawn, fault };
  } catch (error) {
    if (error instanceof LanguageError && error.cause instanceof NotFinite) {
      return { fault: { why: "not finite" }, error };
    }
    throw error;
  }
}

/** Whether a seed decides any number of an exercise; else only the order of what is shown hangs on it. */
export const drawsAnything = ({ givens }: Exercise) => givens.some(({ expr }) => expr.draws);
