"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/course/courses";
import { restore } from "@/lib/authoring/history/restore";
import { textIn } from "@/lib/ui/filled-form";

/** Makes the working copy, or one file of it, say what a version said, and leads to the course, which says so. */
export async function restoreVersion(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const [slug, version] = [textIn(form, "course"), textIn(form, "version")];
  const viewer = await enter("action /write/[course]/history/[version]/actions restoreVersion", {
    course: slug,
    version,
  });
  const course = await findWritten(slug);
  const path = textIn(form, "path") || undefined;
  const restoring = { userId: viewer.id, number: Number(version), path };
  const done = course && (await restore({ courseId: course.id, ...restoring }));
  const said = new URLSearchParams({ restored: version, ...(path && { file: path }) });
  redirect(`/write/${slug}${done ? `?${said}` : ""}`);
}
