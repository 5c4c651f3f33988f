"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { enter, may } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { copyExercise } from "@/lib/authoring/bank/copy";
import { findBankExercise } from "@/lib/authoring/bank/exercise";
import { setRetired } from "@/lib/authoring/bank/retire";
import { findWritten } from "@/lib/authoring/course/courses";
import { lessonForm, lessonsAreFull } from "@/lib/authoring/course/lessons";
import { gradeDraft } from "@/lib/authoring/draft/drawn-draft";
import { lineFrom } from "@/lib/authoring/insertion-place";
import { drawVersion } from "@/lib/authoring/preview/draw-version";
import { type Answered, type Judged, judge } from "@/lib/authoring/preview/judge";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

const drawn = z.strictObject({ exercise: z.string(), set: z.int().min(1).max(100_000) });

/** Judges answers to an exercise that is looked at in the bank. Nothing of them is kept. */
export async function gradeAnswers(of: z.input<typeof drawn>, sent: Answered): Promise<Judged> {
  const { exercise: id, set } = drawn.parse(of);
  const viewer = await enter("action /bank/[exercise]/actions gradeAnswers", { exercise: id });
  return judge(viewer.id, sent, async ({ responses, asked }) => {
    const found = await findBankExercise(id);
    if (!found) return null;
    const { versionId, exercise } = found;
    const { variant } = drawVersion(versionId, exercise, set);
    return gradeDraft({ exercise, variant }, responses, asked);
  });
}

const fields = ["course", "lesson", "title", "skills", "terms"];

/** Copies an exercise into a course that the viewer writes, and goes on to where it stands then. */
export async function copyHere(_: FilledForm<string>, sent: FormData): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const exerciseId = textIn(form, "exercise");
  const slug = textIn(form, "course");
  const viewer = await enter("action /bank/[exercise]/actions copyHere", { exercise: exerciseId });
  const refused = (errors: FilledForm<string>["errors"]) => refusedForm(form, fields, errors);
  if (!(await may(viewer, "page /write/[course]", { course: slug })))
    return refused({ form: "You don’t write this course. Choose another." });
  const [course, exercise] = await Promise.all([findWritten(slug), findBankExercise(exerciseId)]);
  if (!course || !exercise) return refused({ form: "It isn’t here any more." });
  const path = textIn(form, "lesson");
  const title = lessonForm.safeParse({ title: textIn(form, "title") });
  if (!path && !title.success) return refused(firstErrors(title.error));
  const copied = await copyExercise({
    ...{ course, exercise, userId: viewer.id },
    into: path ? { path, line: lineFrom(textIn(form, "line")) } : { title: title.data!.title },
    addsSkills: textIn(form, "skills") === "add",
    addsTerms: textIn(form, "terms") === "add",
  });
  if (copied === "full") return refused({ form: lessonsAreFull });
  if (!copied) return refused({ lesson: "This lesson isn’t here any more. Choose another." });
  redirect(`/write/${slug}/lessons/${copied.folder}?line=${copied.line}`);
}

/** Retires an exercise of a course that the viewer writes, or brings it back, in the course's working copy. */
export async function retire(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const exerciseId = textIn(form, "exercise");
  const viewer = await enter("action /bank/[exercise]/actions retire", { exercise: exerciseId });
  const exercise = await findBankExercise(exerciseId);
  const course = exercise && (await findWritten(exercise.course.slug));
  const allowed =
    course !== null && (await may(viewer, "page /write/[course]", { course: course.slug }));
  if (!exercise || !course || !allowed) notFound();
  const writing = { courseId: course.id, userId: viewer.id };
  await setRetired(writing, exercise.exercise.id, textIn(form, "retired") === "yes");
  revalidatePath(`/bank/${exerciseId}`);
}
