import "server-only";
import { type Reader, seenBy } from "@/lib/catalogue/audience";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { listBegun } from "./candidates";
import { minutesOf } from "./minutes";
import type { PracticeSet } from "./practice-topic";

/** As many exercises are a sitting. */
export const mostExercises = 4;

const fields = {
  id: true,
  title: true,
  skills: true,
  possible: true,
  currentId: true,
  lesson: { select: { courseId: true } },
} as const;

export type Shown = Awaited<ReturnType<typeof listShown>>[number];

/** The exercises that a reader sees and that are so, the smallest first. */
export const listShown = (reader: Reader, where: Prisma.ExerciseWhereInput) =>
  db.exercise.findMany({
    where: {
      AND: [
        where,
        { shown: true, currentId: { not: null } },
        { lesson: { shown: true, course: seenBy(reader) } },
      ],
    },
    orderBy: [{ possible: "asc" }, { lesson: { number: "asc" } }, { place: "asc" }],
    select: fields,
  });

export const smallestFirst = (a: Shown, b: Shown) => a.possible - b.possible;

/** These exercises with a learner's numbers, and about how long they take in all. */
export async function drawn(
  userId: string | null,
  set: readonly Pick<Shown, "id" | "title" | "currentId">[],
): Promise<Pick<PracticeSet, "items" | "minutes">> {
  const ids = set.map(({ id }) => id);
  const begun = userId ? await listBegun(userId, ids) : new Map<string, { number: number }>();
  const items = set.map(({ id, title }) => ({
    exerciseId: id,
    number: begun.get(id)?.number ?? 1,
    title,
  }));
  const versions = await Promise.all(set.map(({ currentId }) => getExerciseVersion(currentId!)));
  const minutes = versions.reduce((sum, { exercise }) => sum + minutesOf(exercise), 0);
  return { items, minutes: Math.round(minutes) };
}
