import "server-only";
import { withDraft } from "@/lib/authoring/draft/draft-threads";
import type { Around, DraftSet, Drawing, LookedAt } from "@/lib/authoring/draft/tasks";
import type { Issue, Result } from "@/lib/exercise";

interface Looking extends Around {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly set: number;
}

/** Checks a text for one of its authors, and finds the piece at a line, with a set of its numbers. */
export async function lookAt(userId: string, looking: Looking): Promise<LookedAt> {
  const looked = await withDraft(userId, "look", looking);
  return looked ?? { issues: [tooMuch], pieces: [], givens: "", shown: null };
}

/** The numbers of one exercise by itself. */
export async function drawFor(userId: string, asked: DraftSet): Promise<Drawing> {
  return (await withDraft(userId, "draw", asked)) ?? { status: "refused", issue: tooMuch };
}

interface Grading extends DraftSet {
  readonly responses: Readonly<Record<string, string>>;
  /** The parts to judge. */
  readonly parts: readonly string[];
}

/** Judges answers to an exercise as it is being written; null where that takes too long, or there is nothing to judge by. */
export const gradeFor = (userId: string, asked: Grading): Promise<Result | null> =>
  withDraft(userId, "grade", asked);

const tooMuch: Issue = {
  line: 1,
  column: 1,
  message: "checking this text takes too long",
  mend: "Make it shorter, or take apart the exercise that you changed last.",
};
