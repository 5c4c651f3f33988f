import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { precisionOf } from "@/lib/exercise/kinds/precision";
import { chanceOf, figuresOf, mostByChance } from "./evidence";
import type { Ground } from "./key-under";
import { type Diagnosis, inWords, likeliest, none } from "./likeliest";
import type { Prediction, Predictions } from "./predictions";
import { writeFor } from "./write";

/** A wrong response to a part, and what a student may have gone on from: their own earlier values, and the true ones. */
export interface WrongAnswer {
  readonly part: Part;
  readonly key: unknown;
  readonly reading: unknown;
  readonly view: unknown;
  readonly grounds: readonly Ground[];
  readonly judging?: Judging;
  readonly predictions: Predictions;
}

/** The slips that come to this very answer, the likeliest first, two at most; none where no slip accounts for it, or where
 *  as many would come to any answer by chance. */
export function diagnose(exercise: Exercise, wrong: WrongAnswer): Diagnosis {
  const { part, predictions } = wrong;
  if (!kinds[part.kind].rekey) return none;
  const tried = wrong.grounds.map((ground) => predictions.on(part, ground));
  const found = matching(
    wrong,
    tried.map(({ singles }) => singles),
  );
  if (found.length > 0) return told(exercise, wrong, found);
  if (!tellsPairs(wrong)) return none;
  const two = matching(
    wrong,
    tried.map((one) => one.pairs()),
  );
  return told(exercise, wrong, two);
}

/** The predictions that the answer agrees with. Of those that it might agree with by chance, the likelier are taken, as many
 *  as together are hit by few enough answers that come from nothing. */
function matching(wrong: WrongAnswer, lists: readonly (readonly Prediction[])[]): Prediction[] {
  const { part, key, reading, view, judging } = wrong;
  const { asReading, grade, numbers = () => [] } = kinds[part.kind];
  const own = numbers(key);
  const typed = numbersRead(wrong);
  const seen = new Set<string>();
  const found: Prediction[] = [];
  let left = mostByChance(own, view);
  const all = lists.flat().sort((a, b) => b.candidate.prior - a.candidate.prior);
  for (const prediction of all) {
    const mark = prediction.numbers.map((v) => v.toPrecision(6)).join(" ");
    if (!seen.has(mark)) {
      seen.add(mark);
      left -= chanceOf(own, prediction.numbers, view);
    }
    if (left < 0) break;
    if (asReading && !isNear(prediction.numbers, typed, view)) continue;
    if (grade(prediction.key, reading, part.settings, view, judging).earned >= 1) {
      found.push(prediction);
    }
  }
  return found;
}

function numbersRead({ part, reading }: WrongAnswer): readonly number[] | undefined {
  const value = kinds[part.kind].asValue?.(reading);
  if (typeof value === "number") return [value];
  return value !== undefined && typeof value === "object" && "data" in value
    ? [...(value.data as Float64Array)]
    : undefined;
}

/** A first look, so that few are graded: the numbers agree to a twentieth. */
function isNear(
  predicted: readonly number[],
  typed: readonly number[] | undefined,
  view: unknown,
): boolean {
  if (!typed) return true;
  if (typed.length !== predicted.length) return false;
  const precision = precisionOf(view);
  return predicted.every((v, i) => {
    const amount = precision?.rule === "tolerance" ? precision.amount : 0;
    const coarse = precision?.rule === "decimals" ? 10 ** -precision.amount : 0;
    return Math.abs(v - typed[i]!) <= 0.05 * Math.abs(v) + amount + coarse + 1e-9;
  });
}

/** Whether there is enough to tell pairs by: two cells, or five figures. */
function tellsPairs({ part, key, view }: WrongAnswer): boolean {
  const own = kinds[part.kind].numbers?.(key) ?? [];
  return own.length > 1 || figuresOf(own[0] ?? 0, precisionOf(view)) >= 5;
}

function told(
  exercise: Exercise,
  { predictions }: WrongAnswer,
  found: readonly Prediction[],
): Diagnosis {
  const causes = likeliest(found.map(({ candidate }) => candidate));
  return inWords(causes, writeFor(exercise, predictions.laid));
}
