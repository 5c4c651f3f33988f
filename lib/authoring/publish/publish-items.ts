import type { Move, MovedLesson } from "@/lib/authoring/course/moves";
import type { WrittenFile } from "@/lib/authoring/files/files";

/** What is published as one: a file, or lessons that changed places with all their files. */
export interface PublishItem {
  /** A path that stands for all of it. */
  readonly path: string;
  readonly state: WrittenFile["state"] | "moved";
  /** Of lessons that changed places. */
  readonly lessons: readonly MovedLesson[];
}

/** What can be published of files that differ from what is, in the order of their paths. */
export function publishItems(
  changed: readonly WrittenFile[],
  moves: readonly Move[],
): PublishItem[] {
  const shown = new Set<Move>();
  return changed.flatMap(({ path, state }): PublishItem[] => {
    const move = moves.find(({ paths }) => paths.includes(path));
    if (!move) return [{ path, state, lessons: [] }];
    if (shown.has(move)) return [];
    shown.add(move);
    return [{ path, state: "moved", lessons: move.lessons }];
  });
}
