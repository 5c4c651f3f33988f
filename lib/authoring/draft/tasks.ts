import type { CheckedDraft, FilesBeside, Piece } from "@/lib/content";
import type { CourseNames } from "@/lib/content/course-names";
import type { Issue, Result } from "@/lib/exercise";
import type { DrawnDraft } from "./drawn-draft";

/** What a lesson's text may speak of. */
export interface Around {
  readonly names: CourseNames;
  /** The files beside it. */
  readonly files: FilesBeside;
}

/** Which numbers of which text: the set is counted from 1, the author's fixed ones first. */
export interface DraftSet {
  /** The text of one exercise. */
  readonly source: string;
  readonly set: number;
  readonly files: FilesBeside;
}

/** Numbers and all that comes of them, or what keeps them from being drawn. */
export type Drawing =
  | { readonly status: "drawn"; readonly drawn: DrawnDraft }
  | { readonly status: "refused"; readonly issue: Issue };

/** A piece of a text to look at, with its numbers where it is an exercise. */
export interface ShownPiece extends Piece {
  readonly source: string;
  readonly drawn: DrawnDraft | null;
}

export interface LookedAt extends CheckedDraft {
  /** The piece at the line; null while something in it has to be mended. */
  readonly shown: ShownPiece | null;
}

/** What can be done with a text while it is written: what is handed over, and what comes back. */
export interface DraftTasks {
  /** Checks a lesson's text, and finds the piece at a line, counted from 1. */
  look(
    asked: Around & { readonly text: string; readonly line: number; readonly set: number },
  ): LookedAt;
  draw(asked: DraftSet): Drawing;
  /** Judges answers; null where there are no numbers to judge them by. */
  grade(
    asked: DraftSet & {
      readonly responses: Readonly<Record<string, string>>;
      readonly parts: readonly string[];
    },
  ): Result | null;
}
