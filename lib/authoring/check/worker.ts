// A thread that does the author's check of one lesson and tells how far it is. It is ended when an exercise takes too long.
import { parentPort, workerData } from "node:worker_threads";
import type { Around } from "@/lib/authoring/draft/tasks";
import { parseLesson } from "@/lib/content";
import type { Exercise, Issue } from "@/lib/exercise";
import { checkExercise } from "@/lib/exercise/check";
import { type CheckedExercise, type CheckNews, seeds } from "./lesson-check";

const { source, names, files } = workerData as Around & { source: string };
const tell = (news: CheckNews) => parentPort?.postMessage(news);
const parsed = parseLesson(source, "lesson.mdx", names, files);

if (parsed.status === "refused") {
  tell({ is: "finished", check: { issues: parsed.issues, exercises: [] } });
} else {
  const exercises = checkAll(parsed.lesson.exercises);
  tell({ is: "finished", check: { issues: exercises.flatMap(failuresOf), exercises } });
}

function checkAll(exercises: readonly Exercise[]): CheckedExercise[] {
  return exercises.map((exercise, done) => {
    tell({ is: "exercise", done, total: exercises.length, line: exercise.at.line });
    const report = checkExercise(exercise, { seeds, clock: () => performance.now() });
    return { ...report, source: exercise.source };
  });
}

function failuresOf({ findings }: CheckedExercise): Issue[] {
  return findings.flatMap(({ level, at: { line, column }, message, mend }) =>
    level === "failure" ? [{ line, column, message, mend }] : [],
  );
}
