import { LRUCache } from "lru-cache";
import type { Exercise, Issue } from "@/lib/exercise";
import type { Checker } from "./checker";
import type { FilesBeside } from "./files-beside";
import type { Link } from "./lesson";
import { readExercise } from "./parse-exercise";
import { tryExercise } from "./try-lesson";
import type { Element } from "./unravel";

interface Known {
  readonly exercise: Exercise | undefined;
  readonly issues: readonly Issue[];
  readonly links: readonly Link[];
  readonly files: FilesBeside;
  /** The line it began on then. */
  readonly line: number;
}

/** The exercises of a text that is checked again and again while it is written. What was found of one holds for as long as
 *  its own text is the same, wherever it has moved. It holds for one course: other names need another memory. */
export class ExerciseMemory {
  private readonly known = new LRUCache<string, Known>({ max: 200 });

  /** The exercise of an element, tried with numbers too; undefined after an issue. */
  read(element: Element, checker: Checker): Exercise | undefined {
    const { start, end } = element.position ?? {};
    const line = start?.line ?? 1;
    const text = `${start?.column} ${checker.source.slice(start?.offset, end?.offset)}`;
    const known = this.known.get(text) ?? read(element, checker, line);
    this.known.set(text, known);
    const moved = line - known.line;
    checker.add(...known.issues.map((issue) => ({ ...issue, line: issue.line + moved })));
    for (const { url, at } of known.links) {
      checker.links.push({ url, at: { ...at, line: at.line + moved } });
    }
    checker.refersTo(known.files);
    const { exercise } = known;
    if (exercise) element.data = { ...element.data, exercise: exercise.id } as typeof element.data;
    return exercise;
  }
}

function read(element: Element, checker: Checker, line: number): Known {
  const found = checker.apart();
  const exercise = readExercise(element, found);
  if (exercise) tryExercise(exercise, found);
  const told = new Map(
    found.sorted().map((issue) => [`${issue.line}:${issue.column}:${issue.message}`, issue]),
  );
  return { exercise, issues: [...told.values()], links: found.links, files: found.files, line };
}
