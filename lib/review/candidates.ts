import "server-only";
import { isComplete } from "@/lib/answering/rate-skills";
import type { Standing } from "@/lib/answering/standing";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { SkillCard } from "./cards";
import { minutesOf } from "./minutes";
import type { Candidate } from "./plan";

/** The name of a skill among those of all courses. */
export const skillKey = ({ courseId, skill }: Pick<SkillCard, "courseId" | "skill">): string =>
  `${courseId}/${skill}`;

/** Those of these exercises, by id, that cannot be practised now. */
export type HeldOf = (
  exercises: readonly { readonly id: string; readonly currentId: string | null }[],
) => Promise<ReadonlySet<string>>;

/** Every exercise that a learner with these cards could be asked. */
export async function listCandidates(
  userId: string,
  cards: readonly SkillCard[],
  heldOf: HeldOf,
): Promise<Candidate[]> {
  const courseIds = [...new Set(cards.map(({ courseId }) => courseId))];
  const found = await db.exercise.findMany({
    where: {
      shown: true,
      currentId: { not: null },
      skills: { hasSome: cards.map(({ skill }) => skill) },
      lesson: { shown: true, courseId: { in: courseIds } },
    },
    select: {
      id: true,
      place: true,
      skills: true,
      currentId: true,
      lesson: { select: { id: true, number: true, courseId: true } },
    },
  });
  const held = await heldOf(found);
  const exercises = found.filter(({ id }) => !held.has(id));
  const begun = await listBegun(
    userId,
    exercises.map(({ id }) => id),
  );
  const candidates = exercises.map(async ({ id, place, skills, currentId, lesson }) => {
    const { exercise } = await getExerciseVersion(currentId!);
    return {
      exerciseId: id,
      lessonId: lesson.id,
      skills: skills.map((skill) => skillKey({ courseId: lesson.courseId, skill })),
      minutes: minutesOf(exercise),
      unchanging: exercise.givens.length === 0,
      place: lesson.number * 1000 + place,
      ...(begun.get(id) ?? { number: 1, doneAt: null, halfDone: false }),
    };
  });
  return Promise.all(candidates);
}

type Begun = Pick<Candidate, "number" | "doneAt" | "halfDone">;

/** How far a learner is with each of these exercises that they have begun. */
export async function listBegun(
  userId: string,
  exerciseIds: readonly string[],
): Promise<ReadonlyMap<string, Begun>> {
  const where = { userId, exerciseId: { in: [...exerciseIds] } };
  const [latest, scores] = await Promise.all([
    db.variant.findMany({
      where: { ...where, assignedId: null },
      orderBy: { number: "desc" },
      distinct: ["exerciseId"],
      select: {
        exerciseId: true,
        versionId: true,
        number: true,
        standing: true,
        hints: true,
        openedAt: true,
      },
    }),
    db.score.findMany({ where, select: { exerciseId: true, updatedAt: true } }),
  ]);
  const doneAt = new Map(scores.map((score) => [score.exerciseId, score.updatedAt]));
  const begun = latest.map(async ({ exerciseId, versionId, number, ...variant }) => {
    const standing = variant.standing as unknown as Standing;
    const touched = Object.keys(standing).length > 0 || variant.hints > 0;
    const settled =
      variant.openedAt !== null ||
      isComplete((await getExerciseVersion(versionId)).exercise, standing);
    const untouched = !touched && variant.openedAt === null;
    return [
      exerciseId,
      {
        number: untouched ? number : number + 1,
        doneAt: doneAt.get(exerciseId) ?? null,
        halfDone: touched && !settled,
      },
    ] as const;
  });
  return new Map(await Promise.all(begun));
}
