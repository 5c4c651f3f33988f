import "server-only";
import { keyedHash } from "@/lib/auth/secret";

interface Pool {
  readonly id: string;
  /** How many a student is given. */
  readonly draws: number;
  /** In their order. */
  readonly exerciseIds: readonly string[];
}

/** The exercises that a student draws from an item's pool, in the pool's order: always the same ones, and nobody can
 *  tell which beforehand. All of them where the pool has no more. */
export function drawFrom({ id, draws, exerciseIds }: Pool, userId: string): readonly string[] {
  const lots = new Map(exerciseIds.map((one) => [one, keyedHash("draw", id, userId, one)]));
  const drawn = exerciseIds.toSorted((a, b) => (lots.get(a)! < lots.get(b)! ? -1 : 1));
  const given = new Set(drawn.slice(0, draws));
  return exerciseIds.filter((one) => given.has(one));
}
