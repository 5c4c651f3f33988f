import "server-only";
import { listTried, type TriedVariant } from "@/lib/answering/tried";
import type { GivenExtension } from "@/lib/assessment/terms/terms";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import type { Records } from "@/lib/cohort/audit";

/** An exercise that a student was given, as a change looks at it. */
export interface BegunExercise {
  readonly id: string;
  readonly itemId: string;
  readonly exerciseId: string;
  readonly share: number;
  /** What it never falls below: a regrade let the student keep it. */
  readonly atLeast: number;
  readonly override: number | null;
  readonly excused: boolean;
  readonly answeredAt: Date | null;
  /** Everything that counted. */
  readonly tried: readonly TriedVariant[];
}

/** What a student who has begun an assignment has of it. */
export interface BegunWork {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly timeFactor: number;
  readonly begunAt: Date;
  readonly handedInAt: Date | null;
  /** Whether the clock handed it in. */
  readonly byClock: boolean;
  readonly exercises: readonly BegunExercise[];
  /** Those that concern the student, by themselves or through their group. */
  readonly extensions: readonly GivenExtension[];
}

/** The work of all who have begun an assignment, or of one of them, by name. */
export async function listBegunWork(
  tx: Records,
  assignmentId: string,
  userId?: string,
): Promise<BegunWork[]> {
  const { section, extensions } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      extensions: { where: { endedAt: null } },
      section: {
        select: { enrollments: { select: { userId: true, group: true, timeFactor: true } } },
      },
    },
  });
  const places = new Map(section.enrollments.map((one) => [one.userId, one]));
  const works = await tx.assignmentWork.findMany({
    where: { assignmentId, begunAt: { not: null }, ...(userId ? { userId } : {}) },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    include: { user: { select: { name: true } }, exercises: { orderBy: { place: "asc" } } },
  });
  const tried = await listTried(works.flatMap(({ exercises }) => exercises.map(({ id }) => id)));
  return works.map(({ id, userId, user, begunAt, handedInAt, byClock, exercises }) => {
    const { group = null, timeFactor = 1 } = places.get(userId) ?? {};
    const mine = extensions.filter((one) => concerns(one, { userId, group }));
    return {
      ...{ id, userId, handedInAt, byClock, timeFactor },
      exercises: exercises.map((one) => ({ ...one, tried: tried.get(one.id) ?? [] })),
      name: user.name,
      begunAt: begunAt!,
      extensions: mine,
    };
  });
}

/** The points, before an item's, of each exercise version that these were tried in. */
export async function possibleIn(
  works: readonly BegunWork[],
): Promise<(version: string) => number> {
  const ids = works
    .flatMap(({ exercises }) => exercises.flatMap(({ tried }) => tried))
    .map(({ versionId }) => versionId);
  const points = new Map<string, number>();
  for (const id of new Set(ids)) points.set(id, pointsOf((await getExerciseVersion(id)).exercise));
  return (id) => points.get(id) ?? 0;
}

/** Whether an extension is for a student of a group. */
export const concerns = (
  extension: { readonly userId: string | null; readonly group: string | null },
  student: { readonly userId: string; readonly group: string | null },
): boolean =>
  extension.userId === student.userId ||
  (extension.group !== null && extension.group === student.group);
