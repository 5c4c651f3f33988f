import "server-only";
import { drawNumbers, scopeOfGivens } from "@/lib/answering/frozen-variant";
import { scaleOf } from "@/lib/assessment/sitting/card";
import { keyedHash } from "@/lib/auth/secret";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import { drawFrom } from "./draw-pool";

/** An exercise as a made-up student is given it. */
export interface SampleExercise {
  readonly id: string;
  readonly exercise: Exercise;
  /** Values of the givens and nothing else. */
  readonly scope: Scope;
  /** By part, what may reach a browser. */
  readonly views: Readonly<Record<string, unknown>>;
  readonly points: number;
  /** What a point of the exercise's own is worth. */
  readonly pointScale: number;
}

/** What the n-th made-up student is given in an assignment: drawn as for anybody, and nobody's. Nothing is written. */
export async function sampleStudent(assignmentId: string, n: number): Promise<SampleExercise[]> {
  const items = await db.assignmentItem.findMany({
    where: { assignmentId, draws: { gt: 0 } },
    orderBy: { place: "asc" },
    select: {
      id: true,
      points: true,
      draws: true,
      pool: {
        where: { exercise: { currentId: { not: null } } },
        orderBy: { place: "asc" },
        select: { exercise: { select: { id: true, currentId: true } } },
      },
    },
  });
  const student = `made up ${n}`;
  const given = items.flatMap(({ id, points, draws, pool }) => {
    const exerciseIds = pool.map(({ exercise }) => exercise.id);
    const drawn = new Set(drawFrom({ id, draws, exerciseIds }, student));
    return pool.flatMap(({ exercise }) =>
      drawn.has(exercise.id) ? [{ ...exercise, points }] : [],
    );
  });
  return Promise.all(
    given.map(async ({ id, currentId, points }) => {
      const { exercise } = await getExerciseVersion(currentId ?? "");
      const seed = keyedHash("sample", assignmentId, student, id);
      const { givens, view } = drawNumbers(exercise, seed, 1, true);
      const pointScale = scaleOf({ points }, pointsOf(exercise));
      return { id, exercise, points, pointScale, scope: scopeOfGivens(givens), views: view };
    }),
  );
}
