import { LRUCache } from "lru-cache";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { precisionOf } from "@/lib/exercise/kinds/precision";
import { writeFor } from "@/lib/exercise/solution/write-for";
import { chanceOf, figuresOf, mostByChance } from "./evidence";
import type { Ground } from "./key-under";
import { type Diagnosis, inWords, likeliest, none } from "./likeliest";
import type { Prediction } from "./prediction";
import type { PartPredictions, Predictions } from "./predictions";
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
  const { part, predictions, grounds } = wrong;
  if (!kinds[part.kind].rekey) return none;
  const tried = grounds.map((ground) => predictions.on(part, ground));
  const answer = new WrongNumbers(wrong);
  const singles = matching(wrong, answer, worthTelling(wrong, answer, tried, "singles"));
  if (singles.length > 0) return told(exercise, wrong, singles);
  if (!tellsPairs(wrong, answer)) return none;
  return told(
    exercise,
    wrong,
    matching(wrong, answer, worthTelling(wrong, answer, tried, "pairs")),
  );
}

/** The predictions that the answer agrees with. */
function matching(
  { part, reading, view, judging }: WrongAnswer,
  answer: WrongNumbers,
  predictions: readonly Prediction[],
): Prediction[] {
  const { grade } = kinds[part.kind];
  return predictions.filter(
    (one) =>
      answer.isNear(one.made.data) &&
      grade(one.key, reading, part.settings, view, judging).earned >= 1,
  );
}

const known = new WeakMap<PartPredictions, LRUCache<string, readonly Prediction[]>>();

/** The predictions that an answer may be told by which has so much right as this one: the same for all that do. */
function worthTelling(
  wrong: WrongAnswer,
  answer: WrongNumbers,
  tried: readonly PartPredictions[],
  how: "singles" | "pairs",
): readonly Prediction[] {
  const [first] = tried;
  if (!first) return [];
  const kept = known.get(first) ?? new LRUCache<string, readonly Prediction[]>({ max: 16 });
  known.set(first, kept);
  const name = `${how} ${answer.pattern} ${tried.map(({ origin }) => origin)}`;
  const found =
    kept.get(name) ??
    likeliestOf(
      wrong,
      answer,
      tried.flatMap((one) => one[how]),
    );
  kept.set(name, found);
  return found;
}

/** Of predictions that an answer might agree with by chance, the likelier are taken, as many as together are hit by few
 *  enough answers that come from nothing. Of several mistakes that come to the same numbers, the commonest is taken. */
function likeliestOf(
  { view }: WrongAnswer,
  answer: WrongNumbers,
  predictions: readonly Prediction[],
): Prediction[] {
  const seen = new Set<string>();
  const asked = answer.wrongOf(answer.key);
  let left = mostByChance(asked, view);
  const all = predictions.toSorted((a, b) => b.candidate.prior - a.candidate.prior);
  return all.filter(({ candidate, isOfItsShape, mark, numbers }) => {
    if (seen.has(mark)) return false;
    seen.add(mark);
    if (!answer.mayLeaveRight(numbers)) return false;
    const chance = isOfItsShape ? chanceOf(asked, answer.wrongOf(numbers), view) : 0;
    if (candidate.isExpected) return true;
    if (chance > left) return false;
    left -= chance;
    return true;
  });
}

/** Whether there is enough to tell pairs by: two wrong cells, or five figures. */
function tellsPairs({ view }: WrongAnswer, answer: WrongNumbers): boolean {
  const [first = 0, ...more] = answer.wrongOf(answer.key);
  return more.length > 0 || figuresOf(first, precisionOf(view)) >= 5;
}

function told(
  exercise: Exercise,
  { predictions, views }: WrongAnswer,
  found: readonly Prediction[],
): Diagnosis {
  const causes = likeliest(found.map(({ candidate }) => candidate));
  return inWords(causes, writeFor(exercise, predictions.laid, views));
}
