import type { Tree } from "@/lib/authoring/files/files";

/** What becomes of a file of a course here, when files come in from elsewhere. */
export interface Change {
  readonly path: string;
  readonly what: "new" | "changed" | "removed" | "conflict";
}

/** Files of a course on three sides: as both had them last, as they are here, and as they are elsewhere. */
interface Sides {
  /** Null where nobody knows what both had. */
  readonly base: Tree | null;
  /** As they are published here. */
  readonly published: Tree;
  readonly here: Tree;
  readonly there: Tree;
}

/** What has to change here to have what changed elsewhere, by path. A file that changed on both sides, and not alike, is a
 *  conflict. Without a base, what is not there stays, and what is here as it was published gives way, since the history has it;
 *  what was not published yet is a conflict. */
export function planOf({ base, published, here, there }: Sides): Change[] {
  const paths = new Set([...Object.keys(there), ...Object.keys(base ?? {})]);
  return [...paths].toSorted().flatMap((path): Change[] => {
    const [is, comes] = [here[path], there[path]];
    const was = base ? base[path] : is && published[path];
    if (comes === is || (base && comes === was)) return [];
    if (is !== was) return [{ path, what: "conflict" }];
    if (comes === undefined) return [{ path, what: "removed" }];
    return [{ path, what: is === undefined ? "new" : "changed" }];
  });
}
