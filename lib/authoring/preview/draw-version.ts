import "server-only";
import { LRUCache } from "lru-cache";
import { type DrawnDraft, drawSet, workOut } from "@/lib/authoring/draft/drawn-draft";
import type { Exercise } from "@/lib/exercise";

const drawn = new LRUCache<string, DrawnDraft>({ max: 100 });

/** The numbers of a version of an exercise, as it was published: its sets are those of a text that is being written. */
export function drawVersion(versionId: string, exercise: Exercise, set: number): DrawnDraft {
  const mark = `version ${versionId} ${set}`;
  const made = drawn.get(mark) ?? workOut(exercise, drawSet(exercise, set), mark);
  drawn.set(mark, made);
  return made;
}
