import "server-only";
import { createHash } from "node:crypto";
import { type CourseFiles, fileLimits, inMegabytes, isCourseText, problemIn } from "@/lib/content";
import { db } from "@/lib/db/client";
import { type Tree, treeOf, workingFiles } from "../files";
import { putFile } from "../put-file";
import { planOf } from "./plan";
import type { Plan, Refused } from "./preview";

/** A course's files as they are elsewhere: in a folder, a zip, a git repository. */
export interface Incoming {
  readonly files: CourseFiles;
  /** Ids of what both had last, by path; null where nobody knows. */
  readonly base: Tree | null;
  /** What was taken out there. Where it is given, `files` are those alone that are not as in `base`. */
  readonly removed?: readonly string[];
}

export type Taken =
  | { readonly status: "taken"; readonly plan: Plan }
  /** It is another plan by now than what was looked at; or, where nothing was looked at, something is in the way. */
  | { readonly status: "other"; readonly plan: Plan };

interface Taking {
  readonly courseId: string;
  readonly userId: string;
  readonly incoming: Incoming;
  /** The mark of the plan that was looked at; without it, conflicts and refused files keep everything out. */
  readonly seen?: string;
  /** Conflicts in which what comes in is to be taken. */
  readonly take?: readonly string[];
}

/** Files of a course that a plan may speak of. */
const mostFiles = 2_000;

/** What would change here if these files came in. */
export async function planFiles(courseId: string, incoming: Incoming): Promise<Plan> {
  return planAmong(await workingFiles(courseId), incoming);
}

/** Brings files into a course's working copy, all that can come in or none. Open editors take a changed text in. */
export async function takeFiles({
  courseId,
  userId,
  incoming,
  seen,
  take = [],
}: Taking): Promise<Taken> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from course_file where course_id = ${courseId}::uuid for update`;
      const plan = planAmong(await workingFiles(courseId, tx), incoming);
      const isInTheWay =
        seen === undefined
          ? plan.refused.length > 0 || plan.changes.some(({ what }) => what === "conflict")
          : seen !== plan.mark;
      if (isInTheWay) return { status: "other", plan };
      for (const { path, what } of plan.changes) {
        if (what === "conflict" && !take.includes(path)) continue;
        const bytes = incoming.files.get(path);
        await putFile(tx, { courseId, userId, path, bytes });
      }
      return { status: "taken", plan };
    },
    { timeout: 60_000 },
  );
}

function planAmong(here: CourseFiles, incoming: Incoming): Plan {
  const { files, base } = incoming;
  const problems = problemsAmong(files);
  const refused = new Set(problems.map(({ path }) => path));
  const [ours, theirs] = [treeOf(here), treeThere(incoming)];
  const planned = planOf({ base, here: ours, there: theirs });
  const changes = planned.filter(({ path }) => !refused.has(path));
  const after = new Map(here);
  for (const { path, what } of changes) {
    const bytes = files.get(path);
    if (what === "removed") after.delete(path);
    else if (bytes) after.set(path, bytes);
  }
  const whole = [...problems, ...tooMuchIn(after)];
  const sides = changes.map(({ path, what }) => [path, what, ours[path], theirs[path]]);
  const said = JSON.stringify([sides, whole.map(({ path }) => path)]);
  const mark = createHash("sha256").update(said).digest("hex").slice(0, 32);
  return { changes: tooMuchIn(after).length > 0 ? [] : changes, refused: whole, mark };
}

function treeThere({ files, base, removed }: Incoming): Tree {
  if (!removed) return treeOf(files);
  const kept = Object.entries(base ?? {}).filter(([path]) => !removed.includes(path));
  return { ...Object.fromEntries(kept), ...treeOf(files) };
}

const problemsAmong = (files: CourseFiles): Refused[] =>
  [...files].flatMap(([path, bytes]) => {
    const problem = problemIn(path, bytes);
    return problem ? [{ path, ...problem }] : [];
  });

/** What makes a course with these files larger than one may be. */
function tooMuchIn(files: CourseFiles): Refused[] {
  const beside = [...files].filter(([path]) => !isCourseText(path));
  const bytes = beside.reduce((sum, [, { length }]) => sum + length, 0);
  const path = "course.yaml";
  if (bytes > fileLimits.course) {
    const message = `the files beside its lessons would be larger than ${inMegabytes(fileLimits.course)} together`;
    return [{ path, message, mend: "Save pictures smaller, or leave some out." }];
  }
  if (files.size <= mostFiles) return [];
  const message = `the course would have more than ${mostFiles} files`;
  return [{ path, message, mend: "Leave some out." }];
}
