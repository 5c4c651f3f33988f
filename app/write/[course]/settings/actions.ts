"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { countAuthor, inMinutes } from "@/lib/auth/rate-limit";
import { aboutForm, saveAbout } from "@/lib/authoring/course/about-course";
import { addAuthor, authorForm, changeAuthor, setReviewed } from "@/lib/authoring/course/authors";
import { findWritten } from "@/lib/authoring/course/courses";
import { isId } from "@/lib/db/id";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

type State = FilledForm<string>;

const gone = "This course isn’t here any more.";

/** Writes what the form says into course.yaml. */
export async function saveAboutCourse(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/settings/actions saveAboutCourse", {
    course: slug,
  });
  const fields = ["title", "summary", "seenBy"];
  const typed = Object.fromEntries(fields.map((name) => [name, textIn(form, name)]));
  const read = aboutForm.safeParse({ ...typed, draft: form.get("draft") === "on" });
  if (!read.success) return refusedForm(form, fields, firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refusedForm(form, fields, { form: gone });
  const saved = await saveAbout(course.id, viewer.id, read.data);
  if (!saved)
    return refusedForm(form, fields, { form: "course.yaml can’t be read. Mend it first." });
  revalidatePath(`/write/${slug}/settings`);
  return { values: {}, errors: {}, done: "Saved. Readers see it once you publish." };
}

/** Has somebody write the course too. */
export async function addCourseAuthor(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/settings/actions addCourseAuthor", {
    course: slug,
  });
  const refused = (errors: State["errors"]) => refusedForm(form, ["email"], errors);
  const read = authorForm.safeParse({ email: textIn(form, "email"), role: textIn(form, "role") });
  if (!read.success) return refused(firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refused({ form: gone });
  const wait = await countAuthor(viewer.id);
  if (wait) return refused({ email: `That’s a lot of emails. Try again in ${inMinutes(wait)}.` });
  const added = await addAuthor({ course, actorId: viewer.id }, read.data);
  if (added === "nobody")
    return refused({ email: "Nobody here has this email. Ask them to make an account first." });
  if (added === "already") return refused({ email: "They write this course already." });
  revalidatePath(`/write/${slug}/settings`);
  return { values: {}, errors: {}, done: `${read.data.email} writes this course now.` };
}

const to = z.enum(["author", "co_author", "removed"]);

/** Gives somebody who writes the course another role, or has them write it no more. */
export async function changeCourseAuthor(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/settings/actions changeCourseAuthor", {
    course: slug,
  });
  const [course, person] = [await findWritten(slug), textIn(form, "person")];
  const change = to.safeParse(textIn(form, "to"));
  if (!course || !change.success || !isId(person)) return refusedForm(form, [], { form: gone });
  const changed = await changeAuthor({ course, actorId: viewer.id }, person, change.data);
  if (changed === "last")
    return refusedForm(form, [], {
      form: "A course keeps one author. Make somebody else one first.",
    });
  const isSelf = person === viewer.id && change.data === "removed";
  if (isSelf && viewer.role !== "admin") redirect("/write");
  revalidatePath(`/write/${slug}/settings`);
  return { values: {}, errors: {} };
}

/** Sets whether another author approves what is published. */
export async function setCourseReviewed(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/settings/actions setCourseReviewed", {
    course: slug,
  });
  const course = await findWritten(slug);
  if (course) {
    const reviewed = textIn(form, "reviewed") === "yes";
    await setReviewed({ course, actorId: viewer.id }, reviewed);
  }
  redirect(`/write/${slug}/settings`);
}
