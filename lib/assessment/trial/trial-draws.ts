import "server-only";
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { type Exercise, toJson } from "@/lib/exercise";
import { LanguageError } from "@/lib/exercise/language/expr";
import { drawsAnything, drawVariant } from "@/lib/exercise/variant";

/** What drawing one exercise for many made-up students comes to. */
export interface TrialDraws {
  /** Whether a seed decides any of its numbers. */
  readonly draws: boolean;
  /** For how many it was drawn, in the time there was. */
  readonly drawn: number;
  /** Sets of numbers that differ among these. */
  readonly different: number;
  /** Draws that were tried in all, and those of them that were not fair. */
  readonly tried: number;
  readonly rejected: number;
  /** Those for whom no numbers came at all. */
  readonly failed: number;
}

const known = new LRUCache<string, TrialDraws>({ max: 1_000 });

/** Draws an exercise version for so many made-up students, or for as many as `milliseconds` are enough for. Others are
 *  served between one and the next. What is known already is not drawn again. */
export async function trialDraws(
  versionId: string,
  { students, milliseconds }: { students: number; milliseconds: number },
): Promise<TrialDraws> {
  const before = known.get(versionId);
  if (before && before.drawn >= students) return before;
  const { exercise } = await getExerciseVersion(versionId);
  const draws = await drawMany(exercise, students, milliseconds);
  known.set(versionId, draws);
  return draws;
}

async function drawMany(
  exercise: Exercise,
  students: number,
  milliseconds: number,
): Promise<TrialDraws> {
  const draws = drawsAnything(exercise);
  const seen = new Set<string>();
  const until = performance.now() + milliseconds;
  let [drawn, tried, rejected, failed] = [0, 0, 0, 0];
  while (drawn < (draws ? students : 1) && (drawn === 0 || performance.now() < until)) {
    const seed = `made up ${drawn++}`;
    try {
      const { givens } = drawVariant(
        exercise,
        { seed, number: exercise.fixed.length + 1 },
        (one) => {
          tried += 1;
          if (one.fault) rejected += 1;
        },
      );
      seen.add(JSON.stringify(Object.values(givens).map(toJson)));
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      failed += 1;
    }
    await setImmediate();
  }
  // Without numbers of its own, one is as good as all.
  return { draws, drawn: draws ? drawn : students, different: seen.size, tried, rejected, failed };
}
