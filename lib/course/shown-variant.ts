import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { pool } from "@/lib/db/client";
import type { ExerciseVersion } from "./exercise-version";
import { type FrozenVariant, freezeShown, getFrozen } from "./frozen-variant";
import type { Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";

/** The variant that a page shows, as its form names it. */
export type ShownNumbers = Pick<SubmissionInput, "versionId" | "number" | "mark">;

export interface ShownVariant extends FrozenVariant {
  readonly id: string;
  readonly standing: Standing;
}

/** The variant that a page of this learner shows, frozen here where it was not yet; null when these are not, or no
 *  longer, the learner's numbers. */
export async function findShownVariant(
  learner: Pick<Learner, "seedKey"> & { readonly userId: string },
  version: ExerciseVersion,
  shown: Pick<ShownNumbers, "number" | "mark">,
): Promise<ShownVariant | null> {
  const place = [learner.userId, version.exerciseId, shown.number];
  const row =
    (await findRow(place)) ??
    ((await freezeShown(learner, version, shown)) ? await findRow(place) : null);
  if (!row) return null;
  const variant = await getFrozen(row.id);
  return variant.mark === shown.mark ? { ...variant, ...row } : null;
}

async function findRow(place: readonly (string | number)[]) {
  const { rows } = await pool.query<{ id: string; standing: Standing }>({
    name: "find-shown-variant",
    text: `select id, standing from variant where user_id = $1 and exercise_id = $2 and number = $3`,
    values: [...place],
  });
  return rows[0] ?? null;
}
