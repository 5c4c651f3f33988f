"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/courses";
import { addLesson, lessonForm } from "@/lib/authoring/lessons";
import { noteForm, publish } from "@/lib/authoring/publish";
import { formatIssue } from "@/lib/content";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

/** Adds a lesson and goes on to write it. */
export async function makeLesson(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/actions makeLesson", { course: slug });
  const read = lessonForm.safeParse({ title: textIn(form, "title") });
  if (!read.success) return refusedForm(form, ["title"], firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refusedForm(form, ["title"], { form: gone });
  const path = await addLesson(course.id, viewer.id, read.data);
  redirect(`/write/${slug}/lessons/${path.split("/")[0]}`);
}

/** Publishes a course as it is written now. */
export async function publishCourse(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/actions publishCourse", { course: slug });
  const read = noteForm.safeParse({ note: textIn(form, "note") });
  if (!read.success) return refusedForm(form, ["note"], firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refusedForm(form, ["note"], { form: gone });
  const published = await publish({ course, userId: viewer.id, note: read.data.note });
  const refused = (message: string) => refusedForm(form, ["note"], { form: message });
  switch (published.status) {
    case "published":
      return { values: {}, errors: {}, done: `Version ${published.number} is published.` };
    case "unchanged":
      return refused("Nothing has changed since the last version.");
    case "overtaken":
      return refused(
        "Somebody else published a moment ago. Look at their version, then try again.",
      );
    case "refused":
      return refused(published.issues.map(formatIssue).join("\n"));
  }
}

const gone = "This course isn’t here any more.";
