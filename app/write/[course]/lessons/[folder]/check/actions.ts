"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { askCheck } from "@/lib/authoring/check/checks";
import { findLessonText } from "@/lib/authoring/check/lesson-text";
import { textIn } from "@/lib/ui/filled-form";

/** Has a lesson checked as it is now, and leads to where that is seen. */
export async function startCheck(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const place = { course: textIn(form, "course"), folder: textIn(form, "folder") };
  const viewer = await enter(
    "action /write/[course]/lessons/[folder]/check/actions startCheck",
    place,
  );
  const found = await findLessonText(place.course, place.folder);
  const asking = found && { courseId: found.courseId, userId: viewer.id, again: true };
  if (asking) await askCheck(asking, found);
  redirect(`/write/${place.course}/lessons/${encodeURIComponent(place.folder)}/check`);
}
