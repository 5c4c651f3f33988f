import { findLessons, formatIssue } from "@/lib/content";
import type { Issue } from "@/lib/exercise";
import { type Outcome, UsageError, type Wanted } from "./arguments";
import type { CheckedLesson } from "./check-lesson";
import { checkLessons } from "./check-lessons";
import { toldPath, typedPath } from "./place";
import { reportLines } from "./report-lines";

/** Checks every exercise of the lessons at a place. */
export async function check({ name, seeds, json }: Wanted): Promise<Outcome> {
  const found = await findLessons(typedPath(name));
  if (!found) {
    const may = "a folder of courses, a course's or a lesson's folder, or a lesson.mdx";
    throw new UsageError(`There are no lessons at ${name}: name ${may}.`);
  }
  const folders = found.issues.map((issue) => told(issue, issue.file ?? name));
  const lessons = await checkLessons(found.lessons, seeds);
  const failures = [...folders, ...lessons.flatMap((lesson) => lesson.failures)];
  const failed = failures.length > 0;
  const text = json
    ? JSON.stringify({ ok: !failed, seeds, failures, lessons: lessons.map(forTools) }, null, 2)
    : [
        ...lessons.flatMap(lessonLines),
        ...failures.map(formatIssue),
        summary(lessons, failures),
      ].join("\n");
  return { text, failed };
}

const told = (issue: Issue, file: string): Issue => ({ ...issue, file: toldPath(file) });

const forTools = ({ file, exercises }: CheckedLesson) => ({ file, exercises });

function lessonLines({ file, exercises, failures }: CheckedLesson): string[] {
  if (exercises.length > 0) return [file, ...exercises.flatMap(reportLines), ""];
  const mended = "its exercises are checked once the problems below are fixed";
  return [`${file}: ${failures.length > 0 ? mended : "it has no exercise"}`, ""];
}

function summary(lessons: readonly CheckedLesson[], failures: readonly Issue[]): string {
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  const notes = exercises.flatMap(({ findings }) =>
    findings.filter(({ level }) => level === "note"),
  );
  const counted = `${count(exercises.length, "exercise")} in ${count(lessons.length, "lesson")}`;
  return `${counted}: ${count(failures.length, "failure")}, ${count(notes.length, "note")}.`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
