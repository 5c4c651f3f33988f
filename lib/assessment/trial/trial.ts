import "server-only";
import { drawFrom } from "@/lib/assessment/setting/draw-pool";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import { minutesOf } from "@/lib/review/minutes";
import { type Measured, measuredOf } from "./measured";
import { type Spread, spreadOf } from "./spread";
import { type TrialDraws, trialDraws } from "./trial-draws";

/** As many students are made up. */
export const madeUp = 200;

/** For all exercises together, in milliseconds. */
const longest = 20_000;

/** One exercise of an assignment over the made-up students. */
export interface TriedExercise extends TrialDraws, Measured {
  readonly id: string;
  readonly title: string;
  /** How many of the students were given it. */
  readonly given: number;
  /** Minutes that it takes: measured, or else by its parts. */
  readonly expected: number;
}

/** An assignment over the made-up students. */
export interface Trial {
  readonly exercises: readonly TriedExercise[];
  /** Minutes for one student; null where there is no exercise. */
  readonly minutes: Spread | null;
  /** The share of the points that a student can be expected to earn at first tries, over the students; null where for
   *  some exercise too few have tried it. */
  readonly firstTry: Spread | null;
}

/** Draws an assignment for made-up students, pools and numbers, without writing anything. How long it takes and how hard it
 *  is goes by which exercises each is given: numbers of one exercise are taken to be equally hard. */
export async function tryAssignment(assignmentId: string): Promise<Trial> {
  const items = await db.assignmentItem.findMany({
    where: { assignmentId, draws: { gt: 0 } },
    orderBy: { place: "asc" },
    include: {
      pool: {
        where: { exercise: { currentId: { not: null } } },
        orderBy: { place: "asc" },
        select: { exercise: { select: { id: true, title: true, currentId: true } } },
      },
    },
  });
  const all = items.flatMap(({ pool }) => pool.map(({ exercise }) => exercise));
  const students = Array.from({ length: madeUp }, (_, i) =>
    items.flatMap(({ id, draws, points, pool }) => {
      const exerciseIds = pool.map(({ exercise }) => exercise.id);
      return drawFrom({ id, draws, exerciseIds }, `made up ${i + 1}`).map((one) => ({
        id: one,
        points,
      }));
    }),
  );
  const exercises = await tryAll(all, students);
  const known = new Map(exercises.map((one) => [one.id, one]));
  const expected = (given: readonly { id: string }[]) =>
    given.reduce((sum, { id }) => sum + (known.get(id)?.expected ?? 0), 0);
  const shares = students.flatMap((given) => firstTryOf(given, known) ?? []);
  return {
    exercises,
    minutes: all.length > 0 ? spreadOf(students.map(expected)) : null,
    firstTry: all.length > 0 && shares.length === madeUp ? spreadOf(shares) : null,
  };
}

interface Given {
  readonly id: string;
  readonly points: number;
}

async function tryAll(
  all: readonly { id: string; title: string; currentId: string | null }[],
  students: readonly (readonly Given[])[],
): Promise<TriedExercise[]> {
  const measured = await measuredOf(all.map(({ id }) => id));
  const milliseconds = Math.min(1_500, longest / Math.max(1, all.length));
  const counts = new Map<string, number>();
  for (const { id } of students.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const exercises: TriedExercise[] = [];
  for (const { id, title, currentId } of all) {
    const draws = await trialDraws(currentId ?? "", { students: madeUp, milliseconds });
    const { exercise } = await getExerciseVersion(currentId ?? "");
    const known = measured.get(id) ?? { minutes: null, firstTry: null, timed: 0, scored: 0 };
    const expected = known.minutes ?? minutesOf(exercise);
    exercises.push({ ...draws, ...known, id, title, given: counts.get(id) ?? 0, expected });
  }
  return exercises;
}

function firstTryOf(
  given: readonly Given[],
  known: ReadonlyMap<string, TriedExercise>,
): number | null {
  const shares = given.map(({ id }) => known.get(id)?.firstTry ?? null);
  if (given.length === 0 || shares.includes(null)) return null;
  const possible = given.reduce((sum, { points }) => sum + points, 0);
  return given.reduce((sum, { points }, i) => sum + points * shares[i]!, 0) / possible;
}
