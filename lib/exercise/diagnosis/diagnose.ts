import type { RuleName as SlipName } from "@/lib/engine/told/rules";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Judging } from "@/lib/exercise/kinds/kind";
import { type Precision, precisionOf, toleranceOf } from "@/lib/exercise/kinds/precision";
import { entriesOf } from "@/lib/exercise/rounding/entries";
import type { Candidate } from "./candidate";
import { chanceOf, figuresOf, mostByChance } from "./evidence";
import type { Ground } from "./key-under";
import type { Prediction, Predictions } from "./predictions";
import { writeFor } from "./write";

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
 *  as together are hit by few enough answers that come from nothing. Of several mistakes that come to the same numbers, the
 *  commonest is taken. */
function matching(wrong: WrongAnswer, lists: readonly (readonly Prediction[])[]): Prediction[] {
  const { part, reading, view, judging } = wrong;
  const { grade } = kinds[part.kind];
  const answer = new Answer(wrong);
  const seen = new Set<string>();
  let left = mostByChance(answer.wrongOf(answer.key), view);
  const all = lists.flat().sort((a, b) => b.candidate.prior - a.candidate.prior);
  return all.filter((prediction) => {
    const { key, numbers } = prediction;
    if (seen.has(prediction.mark)) return false;
    seen.add(prediction.mark);
    if (!answer.hasTheSameRight(numbers)) return false;
    const chance = prediction.isOfItsShape
      ? chanceOf(answer.wrongOf(answer.key), answer.wrongOf(numbers), view)
      : 0;
    if (chance > left) return false;
    left -= chance;
    return answer.isNear(numbers) && grade(key, reading, part.settings, view, judging).earned >= 1;
  });
}

/** The numbers of a wrong answer, and which of them are right. */
class Answer {
  readonly key: readonly number[];
  private readonly typed: readonly number[] | undefined;
  private readonly precision: Precision | undefined;
  private readonly wrongAt: readonly number[];

  constructor({ part, key, reading, view }: WrongAnswer) {
    const { asReading, asValue, numbers } = kinds[part.kind];
    this.key = numbers?.(key) ?? [];
    this.precision = precisionOf(view);
    const typed = asReading && asValue ? entriesOf(asValue(reading)) : [];
    this.typed = typed.length > 0 ? typed : undefined;
    this.wrongAt = this.key.flatMap((v, i) => (this.isAt(v, i) ? [] : [i]));
  }

  /** Those of a key's numbers that stand where this answer is wrong. */
  wrongOf(numbers: readonly number[]): readonly number[] {
    return numbers.length === this.key.length ? this.wrongAt.map((i) => numbers[i]!) : numbers;
  }

  /** Whether a mistake leaves right what this answer has right, and nothing else. */
  hasTheSameRight(predicted: readonly number[]): boolean {
    if (!this.typed || predicted.length !== this.key.length) return true;
    return this.key.every((v, i) => {
      const tolerance = this.toleranceOf(v);
      const isLeft = Math.abs(predicted[i]! - v) <= 2 * tolerance;
      return isLeft || !this.isAt(v, i);
    });
  }

  /** A first look, so that few are graded: the numbers agree to a twentieth. */
  isNear(predicted: readonly number[]): boolean {
    const { typed, precision } = this;
    if (!typed) return true;
    if (typed.length !== predicted.length) return false;
    return predicted.every((v, i) => {
      const amount = precision?.rule === "tolerance" ? precision.amount : 0;
      const coarse = precision?.rule === "decimals" ? 10 ** -precision.amount : 0;
      return Math.abs(v - typed[i]!) <= 0.05 * Math.abs(v) + amount + coarse + 1e-9;
    });
  }

  private isAt(v: number, i: number): boolean {
    const typed = this.typed?.length === this.key.length ? this.typed[i] : undefined;
    return typed !== undefined && Math.abs(typed - v) <= this.toleranceOf(v);
  }

  private toleranceOf(v: number): number {
    const size = Math.max(...this.key.map(Math.abs));
    return this.precision ? toleranceOf(this.precision, v, size) : 0;
  }
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
