import "server-only";
import { LRUCache } from "lru-cache";
import type { Learner } from "@/lib/auth/guest";
import { findSectionOn } from "@/lib/catalogue/audience";
import { type ExerciseVersion, getExerciseVersion } from "@/lib/catalogue/exercise-version";
import type { ExerciseEntry } from "@/lib/catalogue/lesson";
import type { SectionOn } from "@/lib/content/taught-section";
import { cutResponses, type Exercise } from "@/lib/exercise";
import { type BegunVariant, listBegunAt, listBegunGraded, listLatestBegun } from "./begun-variant";
import { drawNumbers, lastNumber } from "./frozen-variant";
import { type LastTyped, lastTyped } from "./last-typed";
import { type Numbers, numbersMark, seedFor } from "./numbers";
import { ownerMark } from "./page-owner";
import type { Place, Series } from "./series";
import type { Standing } from "./standing";

/** What a learner has before them in one exercise: the numbers, and what they last did with them. */
export interface Work extends LastTyped {
  readonly version: ExerciseVersion;
  /** The assigned exercise that it is of; null where it is practised. */
  readonly assignedId: string | null;
  /** ownerMark of the learner. */
  readonly owner: string;
  readonly number: number;
  readonly mark: string;
  readonly numbers: Numbers;
  /** What answers are judged by, and the solution tells: another version where the exercise was corrected since. */
  readonly judgedBy: { readonly exercise: Exercise; readonly numbers: Numbers };
  readonly standing: Standing;
  /** Hints taken with these numbers. */
  readonly hints: number;
  /** Whether their solution was shown. */
  readonly opened: boolean;
  /** Where its course teaches what may go wrong. */
  readonly sectionOn: SectionOn | undefined;
}

/** A learner's work in these exercises, by exercise id: their latest variants as frozen, and for exercises that they
 *  have not typed to yet, the numbers they will have. */
export async function listWork(
  learner: Learner,
  exercises: readonly Pick<ExerciseEntry, "id" | "currentId">[],
): Promise<ReadonlyMap<string, Work>> {
  const ids = exercises.map(({ id }) => id);
  const rows = learner.userId ? await listLatestBegun(learner.userId, ids) : [];
  const frozen = new Map(rows.map((row) => [row.exerciseId, row]));
  const works = exercises.map(async ({ id, currentId }) => {
    const row = frozen.get(id);
    const work = row
      ? await begunWork(learner, row)
      : await freshWork(learner, { exerciseId: id }, currentId ?? "");
    return [id, work] as const;
  });
  return new Map(await Promise.all(works));
}

/** A learner's work in those of these exercises that they have begun to practise, by exercise id. */
export async function listBegunWork(
  learner: Learner,
  exercises: readonly Pick<ExerciseEntry, "id">[],
): Promise<ReadonlyMap<string, Work>> {
  const ids = exercises.map(({ id }) => id);
  if (!learner.userId || ids.length === 0) return new Map();
  const rows = await listLatestBegun(learner.userId, ids);
  const works = rows.map(async (row) => [row.exerciseId, await begunWork(learner, row)] as const);
  return new Map(await Promise.all(works));
}

/** A learner's work in an exercise from these numbers on: their latest variant where it is as late, else the numbers
 *  that come after it, which nothing is kept of until something is typed. */
export async function getWorkFrom(
  learner: Learner,
  exercise: Pick<ExerciseEntry, "id" | "currentId">,
  number: number,
): Promise<Work> {
  const last = learner.userId ? await lastNumber(learner.userId, { exerciseId: exercise.id }) : 0;
  if (number <= last) return (await listWork(learner, [exercise])).get(exercise.id)!;
  return freshWork(learner, { exerciseId: exercise.id }, exercise.currentId ?? "", last + 1);
}

/** An exercise that a learner was given in graded work. */
export interface AssignedSeries {
  readonly assignedId: string;
  readonly exerciseId: string;
  readonly versionId: string;
}

/** A learner's work in exercises that they were given, by assigned exercise: all their variants, the first to the last;
 *  where none is begun, the first as it will be. */
export async function listGradedWork(
  learner: Learner,
  assigned: readonly AssignedSeries[],
): Promise<ReadonlyMap<string, readonly Work[]>> {
  const rows = await listBegunGraded(assigned.map(({ assignedId }) => assignedId));
  const works = assigned.map(async ({ versionId, ...series }) => {
    const begun = rows
      .filter(({ assignedId }) => assignedId === series.assignedId)
      .toSorted((a, b) => a.number - b.number);
    const all = begun.length > 0 ? begun.map((row) => begunWork(learner, row)) : [];
    const shown = all.length > 0 ? all : [freshWork(learner, series, versionId)];
    return [series.assignedId, await Promise.all(shown)] as const;
  });
  return new Map(await Promise.all(works));
}

/** A learner's work at these places, as far as it has begun there. */
export async function listWorkAt(
  learner: Learner & { userId: string },
  places: readonly Place[],
): Promise<Work[]> {
  const rows = await listBegunAt(learner.userId, places);
  return Promise.all(rows.map((row) => begunWork(learner, row)));
}

async function freshWork(
  learner: Learner,
  series: Series,
  versionId: string,
  number = 1,
): Promise<Work> {
  const version = await getExerciseVersion(versionId);
  const { numbers, mark } = freshNumbers(version, {
    seed: seedFor(learner, series, number),
    number,
    isGraded: Boolean(series.assignedId),
  });
  return {
    version,
    assignedId: series.assignedId ?? null,
    owner: ownerMark(learner),
    number,
    mark,
    numbers,
    judgedBy: { exercise: version.exercise, numbers },
    standing: {},
    hints: 0,
    opened: false,
    sectionOn: await findSectionOn(learner, version.exerciseId),
    ...lastTyped([], []),
  };
}

/** Numbers that nothing is kept of yet, drawn once however often a page shows them. */
const fresh = new LRUCache<string, { readonly numbers: Numbers; readonly mark: string }>({
  max: 2_000,
});

function freshNumbers(
  { id, exercise }: ExerciseVersion,
  draw: { readonly seed: string; readonly number: number; readonly isGraded: boolean },
) {
  const { seed, number, isGraded } = draw;
  const key = JSON.stringify([id, seed, number, isGraded]);
  const known = fresh.get(key);
  if (known) return known;
  const numbers = drawNumbers(exercise, seed, number, isGraded);
  const made = { numbers, mark: numbersMark(id, seed, numbers) };
  fresh.set(key, made);
  return made;
}

async function begunWork(learner: Learner, row: BegunVariant): Promise<Work> {
  const { versionId, number, seed, standing, hints, opened, correction } = row;
  const numbers = { givens: row.givens, key: row.key, view: row.view };
  const version = await getExerciseVersion(versionId);
  const typed = lastTyped(row.answers, row.drafts);
  return {
    version,
    assignedId: row.assignedId,
    owner: ownerMark(learner),
    number,
    mark: numbersMark(versionId, seed, numbers),
    numbers,
    judgedBy: correction
      ? {
          exercise: (await getExerciseVersion(correction.versionId)).exercise,
          numbers: correction,
        }
      : { exercise: version.exercise, numbers },
    standing,
    hints,
    opened,
    sectionOn: await findSectionOn(learner, version.exerciseId),
    ...typed,
    // Before responses were capped, larger ones were kept.
    responses: cutResponses(version.exercise, numbers.view, typed.responses),
  };
}
