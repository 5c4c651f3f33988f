import { createHash } from "node:crypto";
import type { Entry, Tree } from "@/lib/authoring/files/files";
import { type CourseFiles, fileLimits, inMegabytes, isCourseText } from "@/lib/content";
import type { LookedAt } from "./look-at-files";
import { type Change, planOf } from "./plan";
import type { Plan, Refused } from "./preview";

/** A course's files as they are elsewhere: in a folder, a zip, a git repository. */
export interface Incoming {
  readonly files: CourseFiles;
  /** Ids of what both had last, by path; null where nobody knows. */
  readonly base: Tree | null;
  /** What was taken out there. Where it is given, `files` are those alone that are not as in `base`. */
  readonly removed?: readonly string[];
}

/** A course's files, as its authors have them and as they were published last. */
interface Ours {
  readonly entries: readonly Entry[];
  readonly published: Tree;
}

/** What would change among the files of a course if others came in that were looked at. */
export function planAmong(
  { entries, published }: Ours,
  incoming: Incoming,
  looked: LookedAt,
): Plan {
  const here = entries.filter(({ removedAt }) => !removedAt);
  const ours: Tree = Object.fromEntries(here.map(({ path, id }) => [path, id]));
  const theirs = treeThere(incoming, looked.tree);
  const unfit = new Set(looked.refused.map(({ path }) => path));
  const { base } = incoming;
  const planned = planOf({ base, published, here: ours, there: theirs }).filter(
    ({ path }) => !unfit.has(path),
  );
  const twins = twinsAmong(Object.keys(ours), planned);
  const changes = planned.filter(({ path }) => !twins.some((one) => one.path === path));
  const sizes = new Map(here.map(({ path, size }) => [path, size]));
  for (const { path, what } of changes) {
    const bytes = incoming.files.get(path);
    if (what === "removed") sizes.delete(path);
    else if (bytes) sizes.set(path, bytes.length);
  }
  const tooMuch = tooMuchIn(sizes);
  const refused = [...looked.refused, ...twins, ...tooMuch];
  const sides = changes.map(({ path, what }) => [path, what, ours[path], theirs[path]]);
  const said = JSON.stringify([sides, refused.map(({ path }) => path)]);
  const mark = createHash("sha256").update(said).digest("hex").slice(0, 32);
  return { changes: tooMuch.length > 0 ? [] : changes, refused, mark };
}

function treeThere({ base, removed }: Incoming, tree: Tree): Tree {
  if (!removed) return tree;
  const gone = new Set(removed);
  const kept = Object.entries(base ?? {}).filter(([path]) => !gone.has(path));
  return { ...Object.fromEntries(kept), ...tree };
}

/** Those of the changes that would leave two names which are one where capitals make no difference: no version could hold them. */
function twinsAmong(here: readonly string[], changes: readonly Change[]): Refused[] {
  const gone = new Set(changes.flatMap(({ path, what }) => (what === "removed" ? [path] : [])));
  const names = new Map(
    here.flatMap((path) => (gone.has(path) ? [] : [[path.toLowerCase(), path] as const])),
  );
  return changes.flatMap(({ path, what }) => {
    if (what === "removed") return [];
    const twin = names.get(path.toLowerCase()) ?? path;
    names.set(path.toLowerCase(), twin);
    if (twin === path) return [];
    const message = `${path} and ${twin} differ by capitals alone`;
    return [{ path, message, mend: "Rename one of them." }];
  });
}

/** What makes a course with files of these sizes larger than one may be. */
function tooMuchIn(sizes: ReadonlyMap<string, number>): Refused[] {
  const beside = [...sizes].filter(([path]) => !isCourseText(path));
  const bytes = beside.reduce((sum, [, size]) => sum + size, 0);
  const path = "course.yaml";
  if (bytes > fileLimits.course) {
    const message = `the files beside its lessons would be larger than ${inMegabytes(fileLimits.course)} together`;
    return [{ path, message, mend: "Save pictures smaller, or leave some out." }];
  }
  if (sizes.size <= fileLimits.files) return [];
  const message = `the course would have more than ${fileLimits.files} files`;
  return [{ path, message, mend: "Leave some out." }];
}
