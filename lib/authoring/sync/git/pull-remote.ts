import "server-only";
import { treeOf } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";
import type { IncomingAnswer, Plan } from "../preview";
import { planFiles, takeFiles } from "../take-files";
import { readRemote } from "./read-remote";
import type { FollowedRemote } from "./remote";

interface Pulling {
  readonly courseId: string;
  readonly userId: string;
  readonly remote: FollowedRemote;
  /** The mark of the plan that was looked at; null to look at it first. */
  readonly seen: string | null;
  /** Conflicts in which the repository's side is to be taken. */
  readonly take: readonly string[];
}

/** Says what would change if a course took in what its repository has now, or takes it in. Throws GitRefused. */
export async function pullRemote({
  courseId,
  userId,
  remote,
  seen,
  take,
}: Pulling): Promise<IncomingAnswer> {
  const { commit, files, foreign } = await readRemote(remote);
  const incoming = { files, base: remote.commit === null ? null : remote.files };
  const { status, plan } =
    seen === null
      ? { status: "preview" as const, plan: await planFiles(courseId, incoming) }
      : await takeFiles({ courseId, userId, incoming, seen, take });
  // Where nothing differs, both have it already.
  const isSame = status === "preview" && plan.changes.length === 0;
  if (status === "taken" || isSame) {
    const had = { ...treeOf(files) };
    for (const path of leftOut(plan, take)) {
      if (remote.files[path] === undefined) delete had[path];
      else had[path] = remote.files[path];
    }
    const now = { commit, files: had, pulledAt: new Date() };
    await db.courseRemote.updateMany({ where: { courseId, url: remote.url }, data: now });
  }
  return { status, plan, foreign };
}

/** What did not come in: it is told again the next time. */
const leftOut = ({ changes, refused }: Plan, take: readonly string[]): string[] => [
  ...refused.map(({ path }) => path),
  ...changes.flatMap(({ path, what }) =>
    what === "conflict" && !take.includes(path) ? [path] : [],
  ),
];
