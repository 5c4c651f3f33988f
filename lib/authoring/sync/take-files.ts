import "server-only";
import { latestTree, listEntries } from "@/lib/authoring/files/files";
import { putFile } from "@/lib/authoring/files/put-file";
import { db } from "@/lib/db/client";
import { lookedAt } from "./incoming-work";
import { type Incoming, planAmong } from "./plan-among";
import type { Plan } from "./preview";

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

/** What would change here if these files came in. */
export async function planFiles(courseId: string, incoming: Incoming): Promise<Plan> {
  const looked = await lookedAt(courseId, incoming.files);
  if (!looked) return tooBusy;
  const [entries, published] = await Promise.all([listEntries(courseId), latestTree(courseId)]);
  return planAmong({ entries, published }, incoming, looked);
}

/** Brings files into a course's working copy, all that can come in or none. Open editors take a changed text in. */
export async function takeFiles({
  courseId,
  userId,
  incoming,
  seen,
  take = [],
}: Taking): Promise<Taken> {
  const looked = await lookedAt(courseId, incoming.files);
  if (!looked) return { status: "other", plan: tooBusy };
  const published = await latestTree(courseId);
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from course_file where course_id = ${courseId}::uuid for update`;
      const ours = { entries: await listEntries(courseId, tx), published };
      const plan = planAmong(ours, incoming, looked);
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

const tooBusy: Plan = {
  changes: [],
  refused: [
    {
      path: "course.yaml",
      message: "the server has too many files to look at already",
      mend: "Try again in a minute.",
    },
  ],
  mark: "",
};
