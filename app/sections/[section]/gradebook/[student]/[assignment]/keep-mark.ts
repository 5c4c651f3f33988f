import "server-only";
import { z } from "zod";
import { giveMark, type MarkOutcome } from "@/lib/assessment/gradebook/give-mark";
import { readMark, shownPoints } from "@/lib/assessment/gradebook/read-mark";
import { findStudentWork } from "@/lib/assessment/gradebook/student-work";
import { type FilledForm, refusedForm, textIn } from "@/lib/ui/filled-form";

interface Place {
  readonly section: string;
  readonly student: string;
  readonly assignment: string;
}

const fields = ["mark", "excused", "comment", "reason"];

/** What stood on the page when the form was filled. It comes from a browser. */
const seenSchema = z.strictObject({
  override: z.number().nullable(),
  excused: z.boolean(),
  comment: z.string(),
});

/** Keeps the mark that a form holds, for one exercise of a student's work or for the whole, and says what came of it. */
export async function keepMark(
  actorId: string,
  { section: sectionId, student: studentId, assignment: assignmentId }: Place,
  assignedId: string | null,
  form: FormData,
): Promise<FilledForm<string>> {
  const refuse = (errors: FilledForm<string>["errors"]) => refusedForm(form, fields, errors);
  const work = await findStudentWork(sectionId, studentId, assignmentId);
  const exercise = work?.exercises.find(({ id }) => id === assignedId);
  if (!work || (assignedId !== null && !exercise)) return refuse({ form: messages.gone });
  const seen = seenSchema.safeParse(parsed(textIn(form, "seen")));
  if (!seen.success) return refuse({ form: messages["changed-meanwhile"] });

  const possible = exercise?.points ?? work.sums.possible;
  const read = readMark(textIn(form, "mark"), possible);
  if (read.status === "unreadable") return refuse({ mark: read.message });
  const comment = textIn(form, "comment").replaceAll("\r\n", "\n").trim();
  if (comment.length > 5_000) return refuse({ comment: "Please use at most 5,000 characters." });
  const mark = {
    override: read.status === "read" ? asSeen(read.share, seen.data.override, possible) : null,
    excused: read.status === "excused" || form.get("excused") === "yes",
    comment,
  };
  const reason = textIn(form, "reason").trim().slice(0, 500);
  const changes = mark.override !== seen.data.override || mark.excused !== seen.data.excused;
  if (changes && reason === "")
    return refuse({ reason: "Say why: the student sees it beside the change." });

  const outcome = await giveMark(
    { sectionId, studentId, assignmentId, assignedId },
    { actorId, mark, seen: seen.data, reason },
  );
  if (outcome === "changed-meanwhile" || outcome === "gone")
    return refuse({ form: messages[outcome] });
  return { values: {}, errors: {}, done: messages[outcome] };
}

/** What the page showed is to a thousandth of a point: sent back as it stood, it is no change. */
const asSeen = (share: number, seen: number | null, possible: number): number =>
  seen !== null && shownPoints(seen, possible) === shownPoints(share, possible) ? seen : share;

const messages = {
  kept: "Saved. The student sees it on their grades page.",
  unchanged: "Nothing was changed.",
  "changed-meanwhile":
    "Someone else has changed this since you opened it. Open it again in another tab, compare, then decide.",
  gone: "This exercise is no longer in the student’s work. Go back to the gradebook.",
} as const satisfies Record<MarkOutcome, string>;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
