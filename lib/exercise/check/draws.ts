import type { Exercise } from "@/lib/exercise/exercise";
import type { Fault } from "@/lib/exercise/fairness/fault";
import { faultOf } from "@/lib/exercise/fairness/faults";
import type { LanguageError } from "@/lib/exercise/language/expr";
import { Refusal } from "@/lib/exercise/language/refusal";
import { drawsAnything, type Variant } from "@/lib/exercise/variant";
import { faultInWords, mendOf } from "./fault-in-words";
import { type Finding, failure, note } from "./finding";
import type { Sample } from "./sample";

/** A draw in so many must be fair. */
const leastFair = 50;

/** A draw in so many may have a key that is not finite. */
const mostWithoutKey = 10;

/** Every seed gives a variant. A fixed variant whose stated key is not what comes out is told here. */
export function everySeedDraws({ broken }: Sample): Finding[] {
  const said = ({ message, position: { line, column } }: LanguageError) =>
    `${line}:${column}: ${message}`;
  const told = new Set<string>();
  return broken.flatMap(({ error, seed }) => {
    if (told.has(said(error))) return [];
    told.add(said(error));
    const alike = broken.filter((one) => said(one.error) === said(error)).length;
    const more = alike > 1 ? ` (seed ${seed}, and ${alike - 1} more)` : "";
    return [failure(error.position, `${error.message}${more}`, error.mend)];
  });
}

/** Draws are fair often enough to be drawn again until one is. */
export function drawsAreFair({ exercise, tried, fair, fell }: Sample): Finding[] {
  if (tried === 0 || fair * leastFair >= tried) return [];
  const [worst] = fell;
  if (!worst) return [];
  const told = fell.slice(0, 3).map((one) => {
    const which = one.count === tried ? "all of them" : `${one.count} of them`;
    return `In ${which} ${faultInWords(one)}`;
  });
  const many = fair === 0 ? "none" : `only ${fair}`;
  const message = `${many} of ${tried} draws ${fair > 1 ? "are" : "is"} fair. ${told.join("; ").replaceAll("; In", "; in")}`;
  return [failure(exercise.at, message, mendOf(worst))];
}

/** Draws are thrown away without a need where so many of them have no key at all. */
export function drawsHaveKeys({ exercise, tried, fell }: Sample): Finding[] {
  return fell
    .filter(({ fault, count }) => fault.why === "not finite" && count * mostWithoutKey >= tried)
    .map(({ error, count }) => {
      const message = `in ${count} of ${tried} draws there is no finite key: ${error?.message ?? "it is too large"}`;
      const mend = error?.mend ?? "Draw the givens so that there is one.";
      return note(error?.position ?? exercise.at, message, mend);
    });
}

/** What is unfair about numbers that are everybody's: nothing draws these again. */
export function sameNumbersAreFair({ exercise, fixed, drawn }: Sample): Finding[] {
  const alike = drawsAnything(exercise) ? [] : drawn.slice(0, 1);
  return [...fixed, ...alike].flatMap((variant) => unfair(exercise, variant));
}

function unfair(exercise: Exercise, variant: Variant): Finding[] {
  const at = exercise.fixed[variant.number - 1]?.at ?? exercise.at;
  const which = at === exercise.at ? "its numbers" : `fixed variant ${variant.number}`;
  const fault = judged(exercise, variant);
  if (!fault) return [];
  if (fault instanceof Refusal)
    return [note(at, `${which}: judging them: ${fault.message}`, fault.mend)];
  // Nobody can choose between what says the same, and what is missing is not there.
  const tell = fault.why === "alike" || fault.why === "few slips" ? failure : note;
  return [tell(at, `${which}: ${faultInWords({ fault })}`, mendOf({ fault, count: 1 }))];
}

/** What is unfair about numbers, or why that takes too much work to tell. */
function judged(exercise: Exercise, variant: Variant): Fault | Refusal | undefined {
  try {
    return faultOf(exercise, variant);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
