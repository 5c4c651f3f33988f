"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/course/courses";
import { listFiles } from "@/lib/authoring/files/files";
import { noteForm, type Published, publish } from "@/lib/authoring/publish/publish";
import { askReview } from "@/lib/authoring/review/ask-review";
import { findNotices, isAskedFor } from "@/lib/authoring/review/review-notices";
import { firstErrors, textIn } from "@/lib/ui/filled-form";
import { type PublishState, unpublished } from "./publish-state";

/** Publishes the chosen files of a course as they are now, or has them checked first; where the course wants it, asks for a
 *  review instead. */
export async function publishCourse(_: PublishState, sent: FormData): Promise<PublishState> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/publish-actions publishCourse", {
    course: slug,
  });
  const note = textIn(form, "note");
  const read = noteForm.safeParse({ note });
  const refused = (errors: PublishState["errors"]) => ({ ...unpublished, note, errors });
  if (!read.success) return refused(firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refused({ form: "This course isn’t here any more." });
  const paths = form.getAll("path").filter((path) => typeof path === "string");
  if (paths.length === 0) return refused({ form: "Choose at least one file." });
  const publishing = { course, userId: viewer.id, note: read.data.note, paths };
  const published = await publish(publishing);
  if (published.status !== "needs-review") return stateAfter(published, note, slug);
  const { waiting } = await findNotices(course.id, viewer.id);
  const asked = (await listFiles(course.id)).filter((file) => isAskedFor(file, waiting));
  const fresh = paths.filter((path) => asked.every((file) => file.path !== path));
  if (fresh.length === 0) return refused({ form: "This waits for an approval already." });
  await askReview({ ...publishing, paths: fresh });
  revalidatePath(`/write/${slug}`);
  return { ...unpublished, done: "Another author can look at it now, and publish it." };
}

async function stateAfter(
  published: Exclude<Published, { status: "needs-review" }>,
  note: string,
  slug: string,
): Promise<PublishState> {
  const refused = (form: string) => ({ ...unpublished, note, errors: { form } });
  switch (published.status) {
    case "published":
      revalidatePath(`/write/${slug}`);
      return { ...unpublished, done: await doneWords(published.number, slug) };
    case "unchanged":
      return refused("Nothing has changed since the last version.");
    case "overtaken":
      return refused(
        "Somebody else published a moment ago. Look at their version, then try again.",
      );
    case "checking":
      return { ...unpublished, note, checking: published };
    case "refused":
      return { ...unpublished, note, issues: published.issues };
  }
}

async function doneWords(number: number, slug: string): Promise<string> {
  const done = `Version ${number} is published.`;
  if (!(await findWritten(slug))?.draft) return done;
  return `${done} It’s still a draft, so students don’t see it. You can open it in Settings.`;
}
