import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { keyedHash } from "@/lib/auth/secret";
import type { Json } from "@/lib/exercise";
import type { Series } from "./series";

type ByPart = Readonly<Record<string, unknown>>;

/** A variant's numbers as JSON keeps them. */
export interface Numbers {
  readonly givens: Readonly<Record<string, Json>>;
  readonly key: ByPart;
  readonly view: ByPart;
}

/** The seed of a learner's n-th variant of an exercise. Nobody can guess it, and nothing is stored until the
 *  learner types an answer. Graded ones come from keys of their own, so that no practice draws them. */
export function seedFor(
  learner: Pick<Learner, "seedKey">,
  { exerciseId, assignedId }: Series,
  number: number,
): string {
  if (assignedId) return keyedHash("graded seed", assignedId, number);
  return keyedHash("seed", learner.seedKey, exerciseId, number);
}

/** What a form carries so that an answer is graded against the numbers that its page showed, and no others: whatever
 *  changes them, another engine too, gives another mark. It tells nothing of the seed. */
export function numbersMark(
  versionId: string,
  seed: string,
  { givens, view }: Pick<Numbers, "givens" | "view">,
): string {
  return keyedHash("numbers", versionId, seed, canonical({ givens, view })).slice(0, 16);
}

/** One text for one value, whatever order its names come in: jsonb gives them back in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
