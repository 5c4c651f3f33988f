import { LRUCache } from "lru-cache";
import { contentIdOf, DraftCheck, parseExercise } from "@/lib/content";
import type { Exercise, Issue } from "@/lib/exercise";
import { LanguageError } from "@/lib/exercise/language";
import { type DrawnDraft, drawSet, gradeDraft, type Numbered, workOut } from "./drawn-draft";
import type { Around, DraftSet, DraftTasks, Drawing } from "./tasks";

type Kept<T> = { readonly is: T } | { readonly issue: Issue };

/** By what the courses name, and the files beside the lessons. */
const checks = new LRUCache<string, DraftCheck>({ max: 20 });
const exercises = new LRUCache<string, Kept<Exercise>>({ max: 100 });
const numbers = new LRUCache<string, Kept<Numbered>>({ max: 100 });
const drawings = new LRUCache<string, DrawnDraft>({ max: 100 });

/** What is done with texts while they are written. What was worked out of a text is kept for as long as others are not asked
 *  for more. */
export const tasks: DraftTasks = {
  look({ text, line, set, ...around }) {
    const checked = checkOf(around).check(text);
    const piece = checked.pieces.findLast(({ from }) => from <= line) ?? checked.pieces[0];
    if (
      !piece ||
      checked.issues.some((issue) => issue.line >= piece.from && issue.line <= piece.to)
    )
      return { ...checked, shown: null };
    const source = linesOf(text, piece).trim();
    if (piece.is === "prose") return { ...checked, shown: { ...piece, source, drawn: null } };
    const drawing = tasks.draw({ source, set, files: around.files });
    // The check has tried other numbers than these.
    if (drawing.status === "refused") return { ...checked, shown: null };
    return { ...checked, shown: { ...piece, source, drawn: drawing.drawn } };
  },

  draw(asked): Drawing {
    const found = numbersOf(asked);
    if ("issue" in found) return { status: "refused", issue: found.issue };
    const { exercise, variant } = found.is;
    const mark = `draft ${markOf(asked)}`;
    const drawn = drawings.get(mark) ?? workOut(exercise, variant, mark);
    drawings.set(mark, drawn);
    return { status: "drawn", drawn };
  },

  grade({ responses, parts, ...asked }) {
    const found = numbersOf(asked);
    return "issue" in found ? null : gradeDraft(found.is, responses, parts);
  },
};

function checkOf({ names, files }: Around): DraftCheck {
  const key = JSON.stringify([names, files]);
  const check = checks.get(key) ?? new DraftCheck(names, files);
  checks.set(key, check);
  return check;
}

function numbersOf(asked: DraftSet): Kept<Numbered> {
  const mark = markOf(asked);
  const found = numbers.get(mark) ?? numbersIn(asked);
  numbers.set(mark, found);
  return found;
}

function numbersIn(asked: DraftSet): Kept<Numbered> {
  const found = exerciseOf(asked);
  if ("issue" in found) return found;
  const exercise = found.is;
  try {
    return { is: { exercise, variant: drawSet(exercise, asked.set) } };
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    const { message, mend, position } = error;
    return { issue: { ...position, message, mend } };
  }
}

function exerciseOf({ source, files }: DraftSet): Kept<Exercise> {
  const mark = markOf({ source, files });
  const known = exercises.get(mark);
  if (known) return known;
  const parsed = parseExercise(source, "lesson.mdx", { beside: files });
  const kept = parsed.status === "parsed" ? { is: parsed.exercise } : { issue: parsed.issues[0]! };
  exercises.set(mark, kept);
  return kept;
}

/** The same for the same text, files and set. */
const markOf = ({ source, files, set = 0 }: Omit<DraftSet, "set"> & { set?: number }): string =>
  `${contentIdOf(Buffer.from(JSON.stringify([source, files]))).slice(0, 16)} ${set}`;

const linesOf = (text: string, { from, to }: { from: number; to: number }): string =>
  text
    .split(/\r\n?|\n/)
    .slice(from - 1, to)
    .join("\n");
