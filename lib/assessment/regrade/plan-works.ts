import "server-only";
import { setImmediate } from "node:timers/promises";
import { listForAll } from "@/lib/assessment/sitting/assignment-for";
import { foldTried } from "@/lib/assessment/terms/folded";
import type { Terms } from "@/lib/assessment/terms/terms";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import type { Regrade } from "@/lib/db/generated/client";
import type { Exercise } from "@/lib/exercise";
import { gatherWorks, type StoredWork } from "./gather";
import type { PlannedChange } from "./outcome";
import { type Corrected, type WorkedOut, workOut } from "./work-out";

/** One student's exercise with what a regrade makes of it. */
export interface PlannedWork extends PlannedChange {
  readonly work: StoredWork;
  readonly out: WorkedOut;
  /** What holds for the student. */
  readonly terms: Terms;
}

/** What a regrade makes of these assigned exercises. Whatever works out how a regrade ends, its dry run and its
 *  application alike, asks this. */
export async function planWorks(
  regrade: Regrade,
  assignedIds: readonly string[],
): Promise<PlannedWork[]> {
  const works = await gatherWorks(assignedIds, regrade.id);
  const versions = await versionsOf(works, regrade.versionId);
  const corrected: Corrected = {
    versionId: regrade.versionId,
    exercise: versions.get(regrade.versionId)!,
    judges: !regrade.voids,
    voids: voidsOf(regrade),
  };
  const terms = await termsOf(works);
  const planned: PlannedWork[] = [];
  for (const work of works) {
    // The thread that serves pages does this too.
    await setImmediate();
    const theirs = terms.get(placeOf(work));
    if (!theirs) throw new Error(`no terms for the work ${work.assignedId}`);
    planned.push(await planWork(work, { corrected, versions, terms: theirs }));
  }
  return planned;
}

interface Planning {
  readonly corrected: Corrected;
  readonly versions: ReadonlyMap<string, Exercise>;
  readonly terms: Terms;
}

async function planWork(
  work: StoredWork,
  { corrected, versions, terms }: Planning,
): Promise<PlannedWork> {
  const out = workOut(work, corrected, (id) => versions.get(id)!);
  const [all, voided] = await Promise.all([
    foldTried(terms, out.tried),
    foldTried(terms, out.triedVoid),
  ]);
  const { lost } = out;
  return { work, out, terms, before: work.share, after: all.share, voided: voided.share, lost };
}

const voidsOf =
  ({ voids, variantIds }: Regrade) =>
  (variantId: string) =>
    voids && (variantIds.length === 0 || variantIds.includes(variantId));

/** Whose work it is, and in what. */
export const placeOf = ({ assignmentId, userId }: Pick<StoredWork, "assignmentId" | "userId">) =>
  `${assignmentId} ${userId}`;

/** What holds for everyone in the assignments of these works, by placeOf. */
export async function termsOf(works: readonly StoredWork[]): Promise<ReadonlyMap<string, Terms>> {
  const assignments = [...new Set(works.map(({ assignmentId }) => assignmentId))];
  const all = await Promise.all(
    assignments.map(async (assignmentId) =>
      (await listForAll(assignmentId)).map(
        ({ userId, terms }) => [placeOf({ assignmentId, userId }), terms] as const,
      ),
    ),
  );
  return new Map(all.flat());
}

async function versionsOf(
  works: readonly StoredWork[],
  versionId: string,
): Promise<ReadonlyMap<string, Exercise>> {
  const used = works.flatMap(({ variants }) =>
    variants.flatMap(({ drawn, now }) => [drawn.versionId, now.versionId]),
  );
  const ids = [...new Set([...used, versionId])];
  const exercises = await Promise.all(
    ids.map(async (id) => [id, (await getExerciseVersion(id)).exercise] as const),
  );
  return new Map(exercises);
}
