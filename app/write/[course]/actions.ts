"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/course/courses";
import { addLesson, lessonForm, lessonsAreFull } from "@/lib/authoring/course/lessons";
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
  if (path === null) return refusedForm(form, ["title"], { form: lessonsAreFull });
  redirect(`/write/${slug}/lessons/${path.split("/")[0]}`);
}

const gone = "This course isn’t here any more.";
