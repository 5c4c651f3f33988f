import "server-only";
import type { Learner } from "@/lib/auth/guest";
import type { ExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import { type FrozenVariant, freezeShown, getFrozen } from "./frozen-variant";
import { inSeries, named, type Place } from "./series";
import type { Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";

/** The variant that a page shows, as its form names it. */
export type ShownNumbers = Pick<SubmissionInput, "versionId" | "assignedId" | "number" | "mark">;

export interface ShownVariant extends FrozenVariant {
  readonly id: string;
  readonly standing: Standing;
}

/** The variant that a page of this learner shows, frozen here where it was not yet; null when these are not, or no
 *  longer, the learner's numbers. */
export async function findShownVariant(
  learner: Pick<Learner, "seedKey"> & { readonly userId: string },
  version: ExerciseVersion,
  shown: Omit<ShownNumbers, "versionId">,
): Promise<ShownVariant | null> {
  const { number, assignedId } = shown;
  const place = { userId: learner.userId, exerciseId: version.exerciseId, number, assignedId };
  const row =
    (await findRow(place)) ??
    ((await freezeShown(learner, version, shown)) ? await findRow(place) : null);
  if (!row) return null;
  const variant = await getFrozen(row.id);
  return variant.mark === shown.mark ? { ...variant, ...row } : null;
}

async function findRow({ userId, ...place }: Place & { readonly userId: string }) {
  const { rows } = await pool.query<{ id: string; standing: Standing }>({
    name: named("find-shown-variant", place),
    text: `select v.id, v.standing from variant v where ${inSeries(place, "$4")} and v.number = $3`,
    values: [userId, place.exerciseId, place.number, place.assignedId ?? null],
  });
  return rows[0] ?? null;
}
