"use server";

import type { ReactNode } from "react";
import { z } from "zod";
import { enter } from "@/lib/access/enter";
import { countAction } from "@/lib/auth/pace";
import { findNames } from "@/lib/authoring/course-names";
import { findBeside } from "@/lib/authoring/files-beside";
import { drawDraft } from "@/lib/authoring/preview/draft-exercise";
import { type Answered, type Judged, judge } from "@/lib/authoring/preview/judge";
import { PreviewExercise, PreviewProse } from "@/lib/authoring/preview/PreviewPiece";
import { checkAt, type ShownPiece } from "@/lib/authoring/preview/preview";
import type { FilesBeside, Piece } from "@/lib/content";
import { limits } from "@/lib/content/limits";
import type { Issue } from "@/lib/exercise";
import { LanguageError } from "@/lib/exercise/language";

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
  const { course, folder, line, ...draft } = asked.parse(sent);
  const viewer = await enter("action /write/[course]/lessons/[folder]/actions preview", {
    course,
    folder,
  });
  const wait = await countAction({ userId: viewer.id }, "preview");
  if (wait !== null) return { wait };
  const [names, files] = await Promise.all([findNames(course), findBeside(course, folder)]);
  const { issues, pieces, shown } = await checkAt(draft.text, { names, files }, line);
  const node = shown && nodeOf(shown, files, { course, folder, set: draft.set });
  if (!shown || !node) return { issues, pieces, shown: null };
  const { source, givens, ...piece } = shown;
  return { issues, pieces, shown: { ...piece, node } };
}

function nodeOf(
  shown: ShownPiece,
  files: FilesBeside,
  at: { course: string; folder: string; set: number },
): ReactNode {
  if (shown.is === "prose") return <PreviewProse {...shown} files={files} />;
  try {
    const draft = drawDraft(shown.source, at.set, files);
    const grade = gradeAnswers.bind(null, { ...at, source: shown.source });
    return <PreviewExercise draft={draft} grade={grade} />;
  } catch (error) {
    // The check has tried other numbers than these.
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

const draft = z.strictObject({ ...place, source: text, set });

/** Judges answers to an exercise as it is being written. Nothing of them is kept. */
export async function gradeAnswers(drawn: z.input<typeof draft>, sent: Answered): Promise<Judged> {
  const { course, folder, source, set } = draft.parse(drawn);
  const viewer = await enter("action /write/[course]/lessons/[folder]/actions gradeAnswers", {
    course,
    folder,
  });
  const now = async () => drawDraft(source, set, await findBeside(course, folder));
  return judge(viewer.id, now, sent);
}
