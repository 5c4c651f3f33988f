import type { RuleName as SlipName } from "@/lib/engine/told/rules";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { precisionOf } from "@/lib/exercise/kinds/precision";
import { writeFor } from "@/lib/exercise/solution/write-for";
import type { Candidate } from "./candidates";
import { chanceOf, figuresOf, mostByChance } from "./evidence";
import type { Ground } from "./key-under";
import type { Prediction, Predictions } from "./predictions";

/** What reproduces a wrong answer, by the names it is recorded under: one slip, or two at once. */
export type Cause = readonly SlipName[];

/** Why an answer is wrong. */
export interface Diagnosis {
  readonly causes: readonly Cause[];
  /** What a student reads of it: what they did, what is right, each said once. Markdown with TeX. */
  readonly said: readonly string[];
}

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
  const found = likeliest(
    matching(
      wrong,
      tried.map(({ singles }) => singles),
    ),
  );
  if (found.length > 0) return told(exercise, wrong, found);
  if (!tellsPairs(wrong)) return none;
  return told(
    exercise,
    wrong,
    likeliest(
      matching(
        wrong,
        tried.map((one) => one.pairs()),
      ),
    ),
  );
}

const none: Diagnosis = { causes: [], said: [] };

/** More alternatives than two are no help. */
const mostTold = 2;

/** One of each cause, and nothing that is much less likely than the likeliest. */
function likeliest(found: readonly Prediction[]): Candidate[] {
  const sorted = found.map(({ candidate }) => candidate).sort((a, b) => b.prior - a.prior);
  const names = new Set<string>();
  const best = sorted[0]?.prior ?? 0;
  return sorted
    .filter((candidate) => {
      const name = candidate.rules.map((rule) => rule.name).join(" ");
      if (names.has(name) || candidate.prior < best / 3) return false;
      names.add(name);
      return true;
    })
    .slice(0, mostTold);
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

function told(exercise: Exercise, { predictions }: WrongAnswer, found: Candidate[]): Diagnosis {
  const [first, second] = found;
  if (!first) return none;
  const write = writeFor(exercise, predictions.laid);
  const says = ({ rules: of, made }: Candidate) =>
    made?.says?.(write) ?? of.map((rule) => rule.says).join(", and ");
  const instead = ({ rules: of, made }: Candidate) =>
    made?.instead ? [made.instead(write)] : of.map((rule) => rule.instead);
  const did = second ? `You either ${says(first)}, or ${says(second)}.` : `You ${says(first)}.`;
  return {
    causes: found.map((candidate) => candidate.rules.map(({ name }) => name)),
    said: [did, ...new Set(found.flatMap(instead))],
  };
}
