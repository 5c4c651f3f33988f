import "server-only";
import { parseExercise } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { Remembered } from "./remembered";

/** A checked exercise version, and which exercise it is a version of. */
export interface ExerciseVersion {
  readonly id: string;
  readonly exerciseId: string;
  readonly exercise: Exercise;
}

/** Versions never change, so what was parsed once holds for as long as the process runs. */
const versions = new Remembered<ExerciseVersion | null>(500);

/** The version with this id; null when there is none. */
export function findExerciseVersion(id: string): Promise<ExerciseVersion | null> {
  return versions.get(id, async () => {
    const row = await db.exerciseVersion.findUnique({ where: { id } });
    if (!row) return null;
    const parsed = parseExercise(row.source, `exercise ${id}`);
    if (parsed.status === "refused") {
      throw new Error(`exercise version ${id} is not readable: ${parsed.issues[0]?.message}`);
    }
    return { id, exerciseId: row.exerciseId, exercise: parsed.exercise };
  });
}

/** The version with this id, which must exist: records refer to it. */
export async function getExerciseVersion(id: string): Promise<ExerciseVersion> {
  const version = await findExerciseVersion(id);
  if (version) return version;
  throw new Error(`there is no exercise version ${id}`);
}
