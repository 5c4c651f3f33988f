import path from "node:path";
import { checkFound, type FoundLesson, findLessons, formatIssue } from "@/lib/content";
import type { Exercise, Issue } from "@/lib/exercise";
import { suggest } from "@/lib/exercise/language";
import { UsageError } from "./arguments";
import { toldPath } from "./place";

/** A lesson that has to be mended first; the message lists what is wrong with it. */
export class Refused extends Error {
  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
  }
}

interface Found {
  /** course/lesson/id */
  readonly name: string;
  readonly exercise: Exercise;
}

/** The exercise in content/ that has this id, or is this `course/lesson/id`. Throws UsageError when there is none or
 *  more than one; Refused when it may be in a lesson that cannot be read. */
export async function findExercise(name: string): Promise<Exercise> {
  const { lessons, issues } = (await findLessons(path.resolve("content"))) ?? noLessons;
  const wrong: Issue[] = [...issues];
  const id = name.split("/").at(-1) ?? name;
  const likely = lessons.filter(({ source }) => source.includes(`"${id}"`));
  const found = likely
    .flatMap((lesson) => exercisesOf(lesson, wrong))
    .filter((one) => one.name === name || one.name.endsWith(`/${name}`));
  const [first, ...others] = found;
  if (first && others.length === 0) return first.exercise;
  if (first) {
    const names = found.map((one) => one.name).join(" or ");
    throw new UsageError(`There are ${found.length} exercises ${name}: write ${names}.`);
  }
  if (wrong.length > 0) throw new Refused(wrong);
  throw new UsageError(
    unknown(
      name,
      lessons.flatMap((lesson) => exercisesOf(lesson, [])),
    ),
  );
}

const noLessons = { lessons: [], issues: [] };

function exercisesOf(lesson: FoundLesson, wrong: Issue[]): Found[] {
  const { course, slug, file } = lesson;
  const parsed = checkFound(lesson, toldPath(file));
  if (parsed.status === "refused") {
    wrong.push(...parsed.issues);
    return [];
  }
  return parsed.lesson.exercises.map((exercise) => ({
    name: `${course}/${slug}/${exercise.id}`,
    exercise,
  }));
}

function unknown(name: string, all: readonly Found[]): string {
  const ids = all.map(({ exercise }) => exercise.id);
  const near = suggest(name, [...ids, ...all.map((one) => one.name)]);
  const rest = near ? `Did you mean ${near}?` : "npm run author -- check content shows them all.";
  return `There is no exercise ${name} in content/. ${rest}`;
}
