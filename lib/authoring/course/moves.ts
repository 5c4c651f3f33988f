import type { Tree } from "@/lib/authoring/files/files";

/** A lesson that has another number than before. */
export interface MovedLesson {
  /** Its folder before and now: 01-neuron, 02-neuron. */
  readonly from: string;
  readonly to: string;
  /** Whether what it says is another as well. */
  readonly changed: boolean;
}

/** Lessons that changed places, which are published together: half of it would leave two lessons with one number, or one
 *  lesson twice. */
export interface Move {
  readonly lessons: readonly MovedLesson[];
  /** All files that it touches, under their old and their new paths. */
  readonly paths: readonly string[];
}

/** How the lessons of one tree changed places to become those of another, in the order they have now. */
export function movesBetween(before: Tree, after: Tree): Move[] {
  const [old, now] = [foldersOf(before), foldersOf(after)];
  const slugs = [...new Set([...now.keys(), ...old.keys()])];
  const arranged = slugs
    .map((slug) => ({ from: old.get(slug), to: now.get(slug) }))
    .filter(({ from, to }) => from !== to);
  return groupedByNumber(arranged).flatMap((places) => {
    const lessons = places.flatMap(({ from, to }) =>
      from && to ? [{ from, to, changed: !isAlike(before, from, after, to) }] : [],
    );
    if (lessons.length === 0) return [];
    const folders = places.flatMap(({ from, to }) => [from, to]);
    return [{ lessons, paths: pathsIn(before, after, folders) }];
  });
}

/** These paths, and with any of a move all of it. */
export function withWholeMoves(paths: readonly string[], moves: readonly Move[]): string[] {
  const touched = moves.filter((move) => move.paths.some((path) => paths.includes(path)));
  return [...new Set([...paths, ...touched.flatMap((move) => move.paths)])];
}

/** Files under the paths that they have after the moves, so that only what they say is compared. */
export function movedFiles<File>(
  files: ReadonlyMap<string, File>,
  moves: readonly Move[],
): Map<string, File> {
  const places = new Map(moves.flatMap(({ lessons }) => lessons.map(({ from, to }) => [from, to])));
  return new Map(
    [...files].map(([path, file]) => {
      const folder = folderOf(path);
      return [`${places.get(folder) ?? folder}${path.slice(folder.length)}`, file];
    }),
  );
}

interface Place {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Lessons that had or have one number belong together. */
function groupedByNumber(places: readonly Place[]): Place[][] {
  let groups: Place[][] = [];
  for (const place of places) {
    const numbers = numbersOf(place);
    const shares = (group: Place[]) =>
      group.flatMap(numbersOf).some((one) => numbers.includes(one));
    groups = [...groups.filter((one) => !shares(one)), [...groups.filter(shares).flat(), place]];
  }
  return groups;
}

const numbersOf = ({ from, to }: Place) =>
  [from, to].flatMap((folder) => (folder ? [Number.parseInt(folder, 10)] : []));

/** The folders of lessons, by what they are called in addresses. */
const foldersOf = (tree: Tree) =>
  new Map(
    Object.keys(tree)
      .filter((path) => /^[^/]+\/lesson\.mdx$/.test(path))
      .map(folderOf)
      .toSorted()
      .map((folder) => [folder.replace(/^\d+-/, ""), folder]),
  );

const folderOf = (path: string) => (path.includes("/") ? (path.split("/")[0] ?? "") : "");

const pathsIn = (before: Tree, after: Tree, folders: readonly (string | undefined)[]) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => folders.includes(folderOf(path) || undefined) && before[path] !== after[path])
    .toSorted();

function isAlike(before: Tree, from: string, after: Tree, to: string): boolean {
  const said = (tree: Tree, folder: string) =>
    Object.entries(tree)
      .filter(([path]) => folderOf(path) === folder)
      .map(([path, id]) => `${path.slice(folder.length)} ${id}`)
      .toSorted();
  return said(before, from).join("\n") === said(after, to).join("\n");
}
