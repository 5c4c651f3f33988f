"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { putExercise } from "@/lib/authoring/bank/put-exercise";
import { findWritten } from "@/lib/authoring/course/courses";
import { readFormed } from "@/lib/authoring/formed/read-formed";
import { writeFormed } from "@/lib/authoring/formed/write-formed";
import { lineFrom } from "@/lib/authoring/insertion-place";
import { findTemplate } from "@/lib/authoring/templates/templates";
import { db } from "@/lib/db/client";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";

/** Puts a template into a lesson, where its form says, and goes on to it in the editor. */
export async function insertTemplate(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = placeIn(form);
  const { id: userId } = await enter(
    "action /write/[course]/lessons/[folder]/new/actions insertTemplate",
    place,
  );
  const template = findTemplate(textIn(form, "template"));
  if (!template) return refusedForm(form, [], { form: "There is no such template any more." });
  return insert(form, { ...place, userId, source: template.source });
}

/** The same with the exercise of the form that is filled in. */
export async function insertFormed(
  _: FilledForm<string>,
  sent: FormData,
): Promise<FilledForm<string>> {
  const form = formIn(sent);
  const place = placeIn(form);
  const { id: userId } = await enter(
    "action /write/[course]/lessons/[folder]/new/actions insertFormed",
    place,
  );
  const { formed, errors } = readFormed(fieldsOf(textIn(form, "fields")));
  const [wrong] = Object.values(errors);
  if (wrong) return refusedForm(form, [], { form: wrong });
  return insert(form, { ...place, userId, source: writeFormed(formed) });
}

const placeIn = (form: FormData) => ({
  course: textIn(form, "course"),
  folder: textIn(form, "folder"),
});

/** The fields of the page's address. */
function fieldsOf(query: string): Record<string, string[]> {
  const params = new URLSearchParams(query.slice(0, 1_000));
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}

async function insert(
  form: FormData,
  at: { course: string; folder: string; userId: string; source: string },
): Promise<FilledForm<string>> {
  const { folder, userId, source } = at;
  const line = lineFrom(textIn(form, "line"));
  const course = await findWritten(at.course);
  const path = `${folder}/lesson.mdx`;
  const begins =
    course &&
    (await db.$transaction((tx) =>
      putExercise(tx, { courseId: course.id, userId, path, line, source }),
    ));
  if (!begins) return refusedForm(form, [], { form: "This lesson isn’t here any more." });
  redirect(`/write/${at.course}/lessons/${folder}?line=${begins}`);
}
