"use server";

import type { ReactNode } from "react";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { countAction } from "@/lib/auth/pace";
import { findNames } from "@/lib/authoring/course/course-names";
import type { LookedAt } from "@/lib/authoring/draft/tasks";
import { findBeside } from "@/lib/authoring/files/files-beside";
import { type Answered, type Judged, judge } from "@/lib/authoring/preview/judge";
import { PreviewExercise, PreviewProse } from "@/lib/authoring/preview/PreviewPiece";
import { gradeFor, lookAt } from "@/lib/authoring/preview/preview";
import { type FilesBeside, type Piece, parseExercise } from "@/lib/content";
import { limits } from "@/lib/content/limits";
import type { Issue } from "@/lib/exercise";

const text = z.string().max(2 * limits.characters);
const set = z.int().min(1).max(100_000);

const place = { course: z.string(), folder: z.string() };
const asked = z.strictObject({ ...place, text, line: z.int().min(1), set });

/** What stands beside a text that is being written. */
export interface Preview {
  readonly issues: readonly Issue[];
  readonly pieces: readonly Piece[];
  /** The piece that the writer is at, as its readers will see it; null while something in it has to be mended. */
  readonly shown: (Piece & { readonly node: ReactNode }) | null;
}

/** Checks a text, and shows the piece at a line with a set of numbers. To one who asks too often, says how many seconds to
 *  wait. */
export async function preview(
  sent: z.input<typeof asked>,
): Promise<Preview | { readonly wait: number }> {
  const { course, folder, ...looking } = asked.parse(sent);
  const viewer = await enter("action /write/[course]/lessons/[folder]/actions preview", {
    course,
    folder,
  });
  const wait = await countAction({ userId: viewer.id }, "preview");
  if (wait !== null) return { wait };
  const [names, files] = await Promise.all([findNames(course), findBeside(course, folder)]);
  const looked = await lookAt(viewer.id, { ...looking, names, files });
  const { issues, pieces, shown } = looked;
  const node = nodeOf(looked, files, { course, folder, set: looking.set });
  if (!shown || !node) return { issues, pieces, shown: null };
  const { source, drawn, ...piece } = shown;
  return { issues, pieces, shown: { ...piece, node } };
}

function nodeOf(
  { shown, givens }: LookedAt,
  files: FilesBeside,
  at: { course: string; folder: string; set: number },
): ReactNode {
  if (!shown) return null;
  const { source, drawn } = shown;
  if (!drawn) return <PreviewProse {...{ source, givens, files }} />;
  const parsed = parseExercise(source, "lesson.mdx", { beside: files });
  if (parsed.status === "refused") return null;
  const grade = gradeAnswers.bind(null, { ...at, source });
  return <PreviewExercise exercise={parsed.exercise} drawn={drawn} grade={grade} />;
}

const draft = z.strictObject({ ...place, source: text, set });

/** Judges answers to an exercise as it is being written. Nothing of them is kept. */
export async function gradeAnswers(drawn: z.input<typeof draft>, sent: Answered): Promise<Judged> {
  const { course, folder, source, set } = draft.parse(drawn);
  const viewer = await enter("action /write/[course]/lessons/[folder]/actions gradeAnswers", {
    course,
    folder,
  });
  return judge(viewer.id, sent, async ({ responses, asked: parts }) => {
    const files = await findBeside(course, folder);
    return gradeFor(viewer.id, { source, set, files, responses, parts });
  });
}
