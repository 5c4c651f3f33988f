"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { courseForm, createCourse, mostCourses } from "@/lib/authoring/course/courses";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const fields = ["title", "slug", "summary"];

const refusals = {
  taken: { slug: "Another course has this address. Choose another." },
  full: {
    form: `You are the author of ${mostCourses} courses, and that is as many as one can be. Make somebody else the author of one first, or use one of them again.`,
  },
};

/** Makes a course and goes on to it. */
export async function makeCourse(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const viewer = await enter("action /write/actions makeCourse", {});
  const typed = Object.fromEntries(fields.map((name) => [name, textIn(form, name)]));
  const read = courseForm.safeParse(typed);
  if (!read.success) return refusedForm(form, fields, firstErrors(read.error));
  const made = await createCourse(viewer.id, read.data);
  if (made !== "made") return refusedForm(form, fields, refusals[made]);
  redirect(`/write/${read.data.slug}`);
}
