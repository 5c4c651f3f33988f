import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { generatorFor } from "@/lib/exercise/seed";

/** What a made-up student does with an exercise: their answers, oldest first. */
export interface PlannedWork {
  readonly exercise: string;
  /** Which of the exercise's materials they have, from 0. */
  readonly material: number;
  readonly answers: readonly { readonly at: Date; readonly is: PlannedAnswer }[];
}

/** "slip" goes by the rule that the student is prone to, where the exercise shows it, else by its likeliest. */
export type PlannedAnswer = "right" | "slip" | "lost";

/** An exercise as the plan needs it. */
export interface PlannedExercise {
  readonly id: string;
  /** The week of the term in which it is due, from 0. */
  readonly week: number;
  /** From 0, which all find easy, to 1. */
  readonly difficulty: number;
}

export interface TermPlan {
  /** The same seed makes the same term. */
  readonly seed: string;
  readonly weeks: number;
  /** The term's last moment so far. */
  readonly until: Date;
  readonly materials: number;
}

const week = 7 * 24 * 3_600_000;
const minute = 60_000;

/** What the i-th made-up student did in a term so far. A student has an ability (normal around 0), a diligence (the share
 *  of exercises they do, most of them three quarters and more), and may stop coming in some week, as one in eight does.
 *  An answer is right with the logistic chance of ability minus difficulty, a little likelier with each further try, of
 *  which there are four at most (the one-parameter model of item response theory, with learning). Two wrong answers in
 *  three are a slip that the platform names. Times stand in the week of the lesson, evenings and weekends most. */
export function plannedFor(
  student: number,
  exercises: readonly PlannedExercise[],
  { seed, weeks, until, materials }: TermPlan,
): PlannedWork[] {
  const random = generatorFor(`${seed}, student ${student}`);
  const chance = () => uniformFloat64(random);
  const ability = normal(chance) * 1.1;
  const diligence = Math.min(1, 0.55 + 0.5 * chance() + 0.08 * ability);
  const leaves = chance() < 1 / 8 ? 1 + Math.floor(chance() * (weeks - 1)) : weeks;
  return exercises.flatMap(({ id, week: due, difficulty }) => {
    const [does, material, day, hour] = [chance() < diligence, chance(), chance(), chance()];
    if (!does || due >= leaves) return [];
    let at = until.getTime() - (weeks - due) * week + Math.floor(7 * day) * 24 * 60 * minute;
    at += (15 + 8 * Math.sqrt(hour)) * 60 * minute;
    const answers: { at: Date; is: PlannedAnswer }[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const isRight = chance() < logistic(1.1 + ability - 3 * difficulty + 0.7 * attempt);
      const is = isRight ? "right" : chance() < 2 / 3 ? "slip" : "lost";
      if (at < until.getTime()) answers.push({ at: new Date(at), is });
      if (isRight || chance() < 0.12) break;
      at += (1 + 14 * chance()) * minute;
    }
    if (answers.length === 0) return [];
    return [{ exercise: id, material: Math.floor(material * materials), answers }];
  });
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** A draw from the normal distribution around 0 with deviation 1. Source: Box and Muller (1958). */
function normal(chance: () => number): number {
  const [u, v] = [1 - chance(), chance()];
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}
