import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { SaidLine } from "@/lib/exercise/kinds/kind";
import { type Correction, getFrozen, solutionOf } from "./frozen-variant";

/** The right answers of a variant, by part. */
export type VariantKey = ReadonlyMap<string, readonly SaidLine[]>;

/** The right answers of these variants, by id: those that they are judged by now. For staff alone. */
export async function readKeys(
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, VariantKey>> {
  const corrections = await db.variantCorrection.findMany({
    where: { variantId: { in: [...variantIds] } },
  });
  const corrected = new Map(
    corrections.map((one) => [one.variantId, one as unknown as Correction]),
  );
  const keys = variantIds.map(async (id) => {
    const numbers = corrected.get(id) ?? (await getFrozen(id));
    const { exercise } = await getExerciseVersion(numbers.versionId);
    const { parts } = solutionOf(exercise, numbers);
    return [id, new Map(parts.map(({ part, answer }) => [part, answer]))] as const;
  });
  return new Map(await Promise.all(keys));
}
