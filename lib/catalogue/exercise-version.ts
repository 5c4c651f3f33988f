import "server-only";
import { LRUCache } from "lru-cache";
import { bindExerciseTerms, type FilesBeside, parseExercise } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { glossaryOf, glossarySelect } from "./glossary-of";

/** A checked exercise version, and which exercise it is a version of. */
export interface ExerciseVersion {
  readonly id: string;
  readonly exerciseId: string;
  readonly exercise: Exercise;
}

/** Versions never change, so what was parsed once holds for as long as the process runs. */
const versions = new LRUCache<string, ExerciseVersion>({ max: 500, fetchMethod: readVersion });

/** The version with this id; null when there is none. */
export async function findExerciseVersion(id: string): Promise<ExerciseVersion | null> {
  return (await versions.fetch(id)) ?? null;
}

async function readVersion(id: string): Promise<ExerciseVersion | undefined> {
  const row = await db.exerciseVersion.findUnique({
    where: { id },
    select: {
      source: true,
      files: true,
      exerciseId: true,
      exercise: { select: { lesson: { select: { course: glossarySelect } } } },
    },
  });
  if (!row) return undefined;
  const parsed = parseExercise(row.source, `exercise ${id}`, {
    beside: row.files as FilesBeside,
    isStored: true,
  });
  if (parsed.status !== "parsed")
    throw new Error(`exercise version ${id} is not readable: ${parsed.issues[0]?.message}`);
  bindExerciseTerms(parsed.exercise, glossaryOf(row.exercise.lesson.course));
  return { id, exerciseId: row.exerciseId, exercise: parsed.exercise };
}

/** The version with this id, which must exist: records refer to it. */
export async function getExerciseVersion(id: string): Promise<ExerciseVersion> {
  const version = await findExerciseVersion(id);
  if (version) return version;
  throw new Error(`there is no exercise version ${id}`);
}
