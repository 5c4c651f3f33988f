import "server-only";
import { workingFiles } from "@/lib/authoring/files/files";
import { publish } from "@/lib/authoring/publish/publish";
import type { Issue } from "@/lib/exercise";
import { withCourse } from "../course-work/course-threads";
import type { Pushed } from "./exchange";
import type { SentPush } from "./read-push";
import { takeFiles } from "./take-files";

interface PushedTo {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
}

/** Brings what changed in somebody's folder into a course's working copy, and publishes it where that is asked for. Where a file
 *  changed on both sides, or cannot come in, nothing is taken. */
export async function takePush(
  { course, userId }: PushedTo,
  { publish: note, ...incoming }: SentPush,
): Promise<Pushed> {
  const { status, plan } = await takeFiles({ courseId: course.id, userId, incoming });
  if (status === "other") {
    if (plan.refused.length > 0) return { status: "refused", refused: [...plan.refused] };
    const conflicts = plan.changes.filter(({ what }) => what === "conflict");
    return { status: "conflict", paths: conflicts.map(({ path }) => path) };
  }
  const changes = [...plan.changes];
  if (note === undefined) return { status, changes, issues: [...(await issuesOf(course, userId))] };
  const { status: published, ...about } = await publish({ course, userId, note });
  const issues = "issues" in about ? [...about.issues] : [];
  const number = "number" in about ? about.number : undefined;
  return { status, changes, issues, published: { status: published, number } };
}

async function issuesOf(
  { id, slug }: PushedTo["course"],
  userId: string,
): Promise<readonly Issue[]> {
  const issues = await withCourse(userId, "check", { slug, files: await workingFiles(id) });
  return issues ?? [tooMuch(slug)];
}

const tooMuch = (slug: string): Issue => ({
  file: `${slug}/course.yaml`,
  line: 1,
  column: 1,
  message: "checking all lessons together takes too long",
  mend: "Run check on the folder, or look at each lesson in the browser.",
});
