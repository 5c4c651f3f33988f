import { readFileSync } from "node:fs";
import path from "node:path";
import { formatIssue, type Lesson, parseLesson } from "@/lib/content";
import type { Tensor } from "@/lib/engine";
import {
  type Exercise,
  gradeSubmission,
  type Issue,
  type Value,
  type Variant,
} from "@/lib/exercise";

/** The lines that every text below begins with; what `lesson` is given starts on the line after. */
export const frontLines = 4;
const front = "---\ntitle: A lesson\nsummary: About something.\n---\n";

/** A lesson that has a title and this below it. */
export const withFront = (body: string) => front + body;

/** The lesson of a text that must parse. */
export function lessonOf(source: string, file = "lesson.mdx"): Lesson {
  const parsed = parseLesson(source, file);
  if (parsed.status === "parsed") return parsed.lesson;
  throw new Error(parsed.issues.map(formatIssue).join("\n"));
}

/** What is wrong with a text; nothing when it parses. */
export function issuesOf(source: string): readonly Issue[] {
  const parsed = parseLesson(source, "lesson.mdx");
  return parsed.status === "refused" ? parsed.issues : [];
}

/** The lesson of a file under content/. */
export function lessonAt(...names: string[]): Lesson {
  const file = path.join(import.meta.dirname, "../../../content", ...names, "lesson.mdx");
  return lessonOf(readFileSync(file, "utf8"), file);
}

export function exerciseOf(lesson: Lesson, id: string): Exercise {
  const found = lesson.exercises.find((one) => one.id === id);
  if (!found) throw new Error(`no exercise ${id}`);
  return found;
}

/** The verdict and feedback on one part for what was typed. */
export function grade(of: Exercise, { parts, scope }: Variant, part: string, typed: string) {
  const keys = Object.fromEntries(Object.entries(parts).map(([name, { key }]) => [name, key]));
  const views = Object.fromEntries(Object.entries(parts).map(([name, { view }]) => [name, view]));
  const result = gradeSubmission(
    of,
    { keys, views, scope: () => scope },
    { responses: { [part]: typed }, asked: [part] },
  );
  if (result.status !== "graded") throw new Error(`${typed} could not be read`);
  const [graded] = result.parts;
  const { verdict, feedback = [], diagnosis } = graded?.status === "graded" ? graded : {};
  return { verdict, feedback: feedback.join("\n"), diagnosis };
}

/** The entries of a tensor. */
export const numbersOf = (value: Value | undefined) => Array.from((value as Tensor).data);
