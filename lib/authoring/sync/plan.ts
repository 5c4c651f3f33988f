import type { Tree } from "../files";

/** What becomes of a file of a course here, when files come in from elsewhere. */
export interface Change {
  readonly path: string;
  readonly what: "new" | "changed" | "removed" | "conflict";
}

/** Files of a course on three sides: as both had them last, as they are here, and as they are elsewhere. */
interface Sides {
  /** Null where nobody knows what both had. */
  readonly base: Tree | null;
  readonly here: Tree;
  readonly there: Tree;
}

/** What has to change here to have what changed elsewhere, by path. A file that changed on both sides, and not alike, is a
 *  conflict. Without a base what differs is taken from there, and what is not there stays. */
export function planOf({ base, here, there }: Sides): Change[] {
  const paths = new Set([...Object.keys(there), ...Object.keys(base ?? {})]);
  return [...paths].toSorted().flatMap((path): Change[] => {
    const [was, is, comes] = [base?.[path], here[path], there[path]];
    if (comes === is || (base && comes === was)) return [];
    if (base && is !== was) return [{ path, what: "conflict" }];
    if (comes === undefined) return [{ path, what: "removed" }];
    return [{ path, what: is === undefined ? "new" : "changed" }];
  });
}
