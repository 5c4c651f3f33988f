"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { askCheck } from "@/lib/authoring/check/checks";
import { lessonsIn } from "@/lib/authoring/check/course-checks";
import {
  moveLesson,
  putLessonBack,
  type Renamed,
  removeLesson,
  renameLesson,
  slugForm,
} from "@/lib/authoring/course/arrange";
import { addGlossary, findWritten } from "@/lib/authoring/course/courses";
import { workingFiles } from "@/lib/authoring/files/files";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

/** Moves a lesson up or down, takes it out, or puts it back, as the pressed button says. */
export async function arrangeLesson(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/arrange-actions arrangeLesson", {
    course: slug,
  });
  const course = await findWritten(slug);
  if (course) {
    const lesson = { courseId: course.id, userId: viewer.id, folder: textIn(form, "folder") };
    const what = textIn(form, "do");
    if (what === "up") await moveLesson(lesson, -1);
    if (what === "down") await moveLesson(lesson, 1);
    if (what === "remove") await removeLesson(lesson);
    if (what === "back") await putLessonBack(lesson);
  }
  redirect(`/write/${slug}`);
}

const messages: Readonly<Record<Exclude<Renamed, "renamed">, string>> = {
  taken: "Another lesson has this address. Choose another.",
  published:
    "This lesson is published: links and scores belong to its address, so it stays. Its title is in its text.",
  gone: "This lesson isn’t here any more.",
};

/** Gives a lesson another address. */
export async function giveAddress(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/arrange-actions giveAddress", {
    course: slug,
  });
  const refused = (errors: FilledForm<string>["errors"]) => refusedForm(form, ["slug"], errors);
  const read = slugForm.safeParse({ slug: textIn(form, "slug") });
  if (!read.success) return refused(firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refused({ slug: messages.gone });
  const lesson = { courseId: course.id, userId: viewer.id, folder: textIn(form, "folder") };
  const renamed = await renameLesson(lesson, read.data.slug);
  if (renamed !== "renamed") return refused({ slug: messages[renamed] });
  redirect(`/write/${slug}`);
}

/** Has every lesson checked as it is now. */
export async function checkAll(sent: FormData): Promise<void> {
  const slug = textIn(formIn(sent), "course");
  const viewer = await enter("action /write/[course]/arrange-actions checkAll", { course: slug });
  const course = await findWritten(slug);
  if (course) {
    const asking = { courseId: course.id, userId: viewer.id, again: true };
    for (const text of lessonsIn(await workingFiles(course.id))) await askCheck(asking, text);
  }
  redirect(`/write/${slug}`);
}

/** Begins a glossary, and leads to it. */
export async function beginGlossary(sent: FormData): Promise<void> {
  const slug = textIn(formIn(sent), "course");
  const viewer = await enter("action /write/[course]/arrange-actions beginGlossary", {
    course: slug,
  });
  const course = await findWritten(slug);
  if (course) await addGlossary(course.id, viewer.id);
  redirect(`/write/${slug}/yaml/glossary.yaml`);
}
