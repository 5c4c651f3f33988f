"use server";

import { revalidatePath } from "next/cache";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/course/courses";
import { listEntries } from "@/lib/authoring/files/files";
import { writtenAs } from "@/lib/authoring/files/files-beside";
import { dropRemote, remoteForm, saveRemote } from "@/lib/authoring/sync/git/remote";
import { takeFiles } from "@/lib/authoring/sync/take-files";
import { fileExtensions, isCourseText, kindOf } from "@/lib/content";
import { type FilledForm, firstErrors, refusedForm, textIn } from "@/lib/ui/filled-form";

type State = FilledForm<string>;

const gone = "This course isn’t here any more.";

/** Puts a picture or data beside a lesson. */
export async function addFile(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  const viewer = await enter("action /write/[course]/files/actions addFile", { course: slug });
  const course = await findWritten(slug);
  const refuse = (errors: State["errors"]) => refusedForm(form, ["lesson"], errors);
  if (!course) return refuse({ form: gone });
  const [lesson, file] = [textIn(form, "lesson"), form.get("file")];
  const here = await idsHere(course.id);
  if (!here.has(`${lesson}/lesson.mdx`)) return refuse({ lesson: "Choose a lesson." });
  if (!(file instanceof File) || file.name === "") return refuse({ file: "Choose a file." });
  if (!kindOf(file.name)) return refuse({ file: `It may be ${fileExtensions}.` });
  const path = `${lesson}/${file.name}`;
  const files = new Map([[path, new Uint8Array(await file.arrayBuffer())]]);
  const before = here.get(path);
  if (before && textIn(form, "replace") !== path)
    return {
      ...refuse({ file: `There’s already a ${file.name}.` }),
      values: { lesson, there: path },
    };
  const base = before ? { [path]: before } : {};
  const incoming = { files, base, removed: [] };
  const { status, plan } = await takeFiles({ courseId: course.id, userId: viewer.id, incoming });
  const [refused] = plan.refused;
  if (refused) return refuse({ file: `${refused.message}. ${refused.mend}` });
  if (status === "other") return refuse({ file: "Somebody else changed it just now. Try again." });
  revalidatePath(`/write/${slug}/files`);
  const done = `${file.name} is uploaded. To show it, write ${writtenAs(file.name)}.`;
  return { values: { lesson }, errors: {}, done };
}

/** Ids of what the course's files say now, by path. */
async function idsHere(courseId: string): Promise<ReadonlyMap<string, string>> {
  const entries = await listEntries(courseId);
  return new Map(entries.flatMap(({ path, id, removedAt }) => (removedAt ? [] : [[path, id]])));
}

/** Takes a picture or data out of the course. */
export async function removeFile(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const [slug, path] = [textIn(form, "course"), textIn(form, "path")];
  const viewer = await enter("action /write/[course]/files/actions removeFile", { course: slug });
  const course = await findWritten(slug);
  const id = course && (await idsHere(course.id)).get(path);
  if (course && id && !isCourseText(path)) {
    const incoming = { files: new Map(), base: { [path]: id }, removed: [path] };
    await takeFiles({ courseId: course.id, userId: viewer.id, incoming });
  }
  revalidatePath(`/write/${slug}/files`);
}

const remoteFields = ["url", "branch", "folder"];

/** Makes the course follow a repository. */
export async function follow(_: State, sent: FormData): Promise<State> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  await enter("action /write/[course]/files/actions follow", { course: slug });
  const typed = Object.fromEntries(remoteFields.map((name) => [name, textIn(form, name)]));
  const read = remoteForm.safeParse(typed);
  if (!read.success) return refusedForm(form, remoteFields, firstErrors(read.error));
  const course = await findWritten(slug);
  if (!course) return refusedForm(form, remoteFields, { form: gone });
  await saveRemote(course.id, read.data);
  revalidatePath(`/write/${slug}/files`);
  return { values: {}, errors: {}, done: "Saved." };
}

/** Ends that the course follows a repository. */
export async function unfollow(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const slug = textIn(form, "course");
  await enter("action /write/[course]/files/actions unfollow", { course: slug });
  const course = await findWritten(slug);
  if (course) await dropRemote(course.id);
  revalidatePath(`/write/${slug}/files`);
}
