import "server-only";
import { type Around, checkDraft } from "@/lib/authoring/checking/thread";
import type { Piece } from "@/lib/content";
import type { Issue } from "@/lib/exercise";

/** What an author sees beside the text. */
export interface Checked {
  readonly issues: readonly Issue[];
  readonly pieces: readonly Piece[];
  /** The piece that is asked for, with its text, where nothing in it has to be mended. */
  readonly shown: ShownPiece | null;
}

export interface ShownPiece extends Piece {
  readonly source: string;
  /** The text of the lesson's own givens. */
  readonly givens: string;
}

/** Checks a text, and finds the piece at a line. */
export async function checkAt(text: string, around: Around, line: number): Promise<Checked> {
  const checked = await checkDraft(text, around);
  if (!checked) return { issues: [tooMuch], pieces: [], shown: null };
  const { issues, pieces, givens } = checked;
  const piece = pieces.findLast(({ from }) => from <= line) ?? pieces[0];
  if (!piece) return { issues, pieces, shown: null };
  const broken = issues.some((issue) => issue.line >= piece.from && issue.line <= piece.to);
  const source = linesOf(text, piece).trim();
  return { issues, pieces, shown: broken ? null : { ...piece, source, givens } };
}

const tooMuch: Issue = {
  line: 1,
  column: 1,
  message: "checking this text takes too long",
  mend: "Make it shorter, or take apart the exercise that you changed last.",
};

const linesOf = (text: string, { from, to }: Piece): string =>
  text
    .split(/\r\n?|\n/)
    .slice(from - 1, to)
    .join("\n");
