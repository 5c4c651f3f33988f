import type { Root, RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import type { Issue } from "@/lib/exercise";
import { Checker } from "./checker";
import type { CourseNames } from "./course-names";
import { ExerciseMemory } from "./exercise-memory";
import type { FilesBeside } from "./files-beside";
import { parseMdx } from "./mdx";
import { lessonSteps } from "./parse-lesson";
import { isElement } from "./unravel";

/** Something that can be looked at by itself: an exercise, or prose from a heading up to what comes next. */
export interface Piece {
  readonly is: "exercise" | "prose";
  /** The exercise's id; "" where it has none, and for prose. */
  readonly id: string;
  readonly title: string;
  /** Lines, from 1, the last included. */
  readonly from: number;
  readonly to: number;
}

export interface CheckedDraft {
  readonly issues: readonly Issue[];
  /** In order; none where the text cannot be read at all. */
  readonly pieces: readonly Piece[];
  /** The text of the lesson's own givens, which its prose may show. */
  readonly givens: string;
}

/** Checks a lesson's text again and again while it is written: as parseLesson does, but for exercises that have not changed
 *  since. */
export class DraftCheck {
  private readonly remembered = new ExerciseMemory();

  constructor(
    private readonly names: CourseNames,
    private readonly files: FilesBeside,
  ) {}

  check(source: string): CheckedDraft {
    const parsed = parseMdx(source);
    const checker = new Checker(source, "lesson.mdx", this.names, { beside: this.files });
    const pieces = "root" in parsed ? piecesIn(parsed.root) : [];
    const givens = "root" in parsed ? givensIn(parsed.root, source) : "";
    const steps = lessonSteps(parsed, checker, this.remembered);
    for (;;) {
      const { done, value } = steps.next();
      if (!done) continue;
      return { issues: value.status === "refused" ? value.issues : [], pieces, givens };
    }
  }
}

function piecesIn(root: Root): Piece[] {
  const pieces: Piece[] = [];
  for (const node of root.children) {
    if (node.type === "yaml" || isGiven(node)) continue;
    const { start, end } = node.position ?? {};
    const [from, to] = [start?.line ?? 1, end?.line ?? 1];
    const last = pieces.at(-1);
    if (isElement(node) && node.name === "Exercise") {
      const [id, title] = [textOf(node, "id"), textOf(node, "title")];
      pieces.push({ is: "exercise", id, title, from, to });
    } else if (last?.is === "prose" && node.type !== "heading") {
      pieces.splice(-1, 1, { ...last, to });
    } else {
      const title = node.type === "heading" ? textOfNode(node) : "";
      pieces.push({ is: "prose", id: "", title, from, to });
    }
  }
  return pieces;
}

const isGiven = (node: RootContent) => isElement(node) && node.name === "Given";

const givensIn = (root: Root, source: string): string =>
  root.children
    .filter(isGiven)
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset))
    .join("\n\n");

/** An attribute's text; "" where it has none. */
function textOf(node: RootContent, name: string): string {
  if (!("attributes" in node)) return "";
  const found = node.attributes.find((one) => "name" in one && one.name === name);
  return typeof found?.value === "string" ? found.value : "";
}
