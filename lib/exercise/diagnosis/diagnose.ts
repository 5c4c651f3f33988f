import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { precisionOf } from "@/lib/exercise/kinds/precision";
import { writeFor } from "@/lib/exercise/solution/write-for";
import { chanceOf, figuresOf, mostByChance } from "./evidence";
import type { Ground } from "./key-under";
import { type Diagnosis, inWords, likeliest, none } from "./likeliest";
import type { Prediction, Predictions } from "./predictions";
import { WrongNumbers } from "./wrong-numbers";

/** A wrong response to a part, and what a student may have gone on from: their own earlier values, and the true ones. */
export interface WrongAnswer {
  readonly part: Part;
  readonly key: unknown;
  readonly reading: unknown;
  readonly view: unknown;
  readonly grounds: readonly Ground[];
  readonly judging?: Judging;
  /** The drawn parts, for what their blanks are called. */
  readonly views?: Readonly<Record<string, unknown>>;
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
 *  as together are hit by few enough answers that come from nothing. Of several mistakes that come to the same numbers, the
 *  commonest is taken. */
function matching(wrong: WrongAnswer, lists: readonly (readonly Prediction[])[]): Prediction[] {
  const { part, reading, view, judging } = wrong;
  const { grade } = kinds[part.kind];
  const answer = new WrongNumbers(wrong);
  const seen = new Set<string>();
  let left = mostByChance(answer.wrongOf(answer.key), view);
  const all = lists.flat().sort((a, b) => b.candidate.prior - a.candidate.prior);
  return all.filter((prediction) => {
    const { key, numbers } = prediction;
    if (seen.has(prediction.mark)) return false;
    seen.add(prediction.mark);
    if (!answer.mayLeaveRight(numbers)) return false;
    const chance = prediction.isOfItsShape
      ? chanceOf(answer.wrongOf(answer.key), answer.wrongOf(numbers), view)
      : 0;
    if (!prediction.candidate.isExpected) {
      if (chance > left) return false;
      left -= chance;
    }
    return answer.isNear(numbers) && grade(key, reading, part.settings, view, judging).earned >= 1;
  });
}

/** Whether there is enough to tell pairs by: two wrong cells, or five figures. */
function tellsPairs(wrong: WrongAnswer): boolean {
  const answer = new WrongNumbers(wrong);
  const [first = 0, ...more] = answer.wrongOf(answer.key);
  return more.length > 0 || figuresOf(first, precisionOf(wrong.view)) >= 5;
}

function told(
  exercise: Exercise,
  { predictions, views }: WrongAnswer,
  found: readonly Prediction[],
): Diagnosis {
  const causes = likeliest(found.map(({ candidate }) => candidate));
  return inWords(causes, writeFor(exercise, predictions.laid, views));
}
