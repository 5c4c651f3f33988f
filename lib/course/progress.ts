import "server-only";
import { db } from "@/lib/db/client";
import { type CourseContents, type ExerciseEntry, type LessonEntry, listCourses } from "./lesson";

/** A kept score, as shares from 0 to 1 of the exercise's points. */
export interface ScoreEntry {
  readonly best: number;
  readonly first: number;
  readonly attempts: number;
}

export interface ExerciseProgress extends ExerciseEntry {
  readonly score: ScoreEntry | null;
}

export interface LessonProgress extends Omit<LessonEntry, "exercises"> {
  readonly exercises: readonly ExerciseProgress[];
  readonly earned: number;
  readonly possible: number;
}

export interface CourseProgress extends Omit<CourseContents, "lessons"> {
  readonly lessons: readonly LessonProgress[];
}

/** Where to go on: an exercise, the lesson it is in, and why it comes next. */
export interface NextStep {
  readonly course: string;
  readonly lesson: LessonProgress;
  readonly exercise: ExerciseProgress;
  readonly reason: "begin" | "improve";
}

/** A learner's scores in every course, and what to do next: the first exercise not answered yet, else the first that
 *  is not all right; null when everything is. A learner without a row has no scores. */
export async function getProgress(
  userId: string | null,
): Promise<{ courses: CourseProgress[]; next: NextStep | null }> {
  const [contents, rows] = await Promise.all([
    listCourses(),
    userId ? db.score.findMany({ where: { userId } }) : [],
  ]);
  const scores = new Map(rows.map((row) => [row.exerciseId, row]));
  const courses = contents.map((course) => ({
    ...course,
    lessons: course.lessons.map((lesson) => lessonProgress(lesson, scores)),
  }));
  return { courses, next: nextOf(courses) };
}

function lessonProgress(
  lesson: LessonEntry,
  scores: ReadonlyMap<string, ScoreEntry>,
): LessonProgress {
  const exercises = lesson.exercises.map((exercise) => ({
    ...exercise,
    score: scores.get(exercise.id) ?? null,
  }));
  return {
    ...lesson,
    exercises,
    earned: exercises.reduce((sum, { score, possible }) => sum + (score?.best ?? 0) * possible, 0),
    possible: exercises.reduce((sum, { possible }) => sum + possible, 0),
  };
}

function nextOf(courses: readonly CourseProgress[]): NextStep | null {
  const all = courses.flatMap(({ slug, lessons }) =>
    lessons.flatMap((lesson) =>
      lesson.exercises.map((exercise) => ({ course: slug, lesson, exercise })),
    ),
  );
  const fresh = all.find(({ exercise }) => exercise.score === null);
  if (fresh) return { ...fresh, reason: "begin" };
  const unfinished = all.find(({ exercise }) => (exercise.score?.best ?? 0) < 1);
  return unfinished ? { ...unfinished, reason: "improve" } : null;
}
