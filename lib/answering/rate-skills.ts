import "server-only";
import { pointsOf } from "@/lib/catalogue/points";
import { pool } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { type Memory, ratingOf, reviewed } from "./schedule";
import { type Standing, sharesOf } from "./standing";

/** A skill's card as it is to be kept. */
export interface RatedCard extends Memory {
  readonly skill: string;
}

interface Graded {
  readonly userId: string;
  readonly exerciseId: string;
  readonly exercise: Exercise;
  /** The variant's standing before the submission and after it. */
  readonly before: Standing;
  readonly after: Standing;
  /** Hints taken. */
  readonly hints: number;
}

/** The cards that a graded submission changes. A variant rates the skills of its exercise once: with the submission
 *  that completes it, each part as it was first graded. To be kept in the statement that keeps the submission. */
export async function rateSkills(graded: Graded, now: Date): Promise<RatedCard[]> {
  const { userId, exerciseId, exercise, before, after, hints } = graded;
  if (exercise.skills.length === 0) return [];
  if (isComplete(exercise, before) || !isComplete(exercise, after)) return [];
  const rating = ratingOf(sharesOf(after, pointsOf(exercise)).first, hints);
  const memories = await memoriesOf(userId, exerciseId, exercise.skills);
  return [...new Set(exercise.skills)].flatMap((skill) => {
    const memory = reviewed(memories.get(skill) ?? null, rating, now);
    return memory ? [{ skill, ...memory }] : [];
  });
}

/** Whether every part was graded. */
export const isComplete = ({ parts }: Pick<Exercise, "parts">, standing: Standing): boolean =>
  parts.every(({ name }) => Object.hasOwn(standing, name));

async function memoriesOf(
  userId: string,
  exerciseId: string,
  skills: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  const { rows } = await pool.query<RatedCard>({
    name: "find-review-cards",
    text: `
      select c.skill, c.due, c.stability, c.difficulty, c.rating, c.reps, c.reviewed_at as "reviewedAt"
      from exercise e join lesson l on l.id = e.lesson_id
      join review_card c on c.user_id = $1 and c.course_id = l.course_id and c.skill = any($3)
      where e.id = $2`,
    values: [userId, exerciseId, skills],
  });
  return new Map(rows.map((row) => [row.skill, row]));
}
