import "server-only";
import { db } from "@/lib/db/client";
import { type CourseContents, type ExerciseEntry, type LessonEntry, listCourses } from "./lesson";
import { type NextStep, nextStepOf } from "./next-step";
import { type SkillProgress, skillsOf } from "./skills";

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

export interface CourseProgress extends Omit<CourseContents, "lessons" | "skills"> {
  readonly lessons: readonly LessonProgress[];
  readonly skills: readonly SkillProgress[];
}

/** A learner's scores in every course, how sure they are of its skills, and what helps most next. A learner without a
 *  row has no scores. */
export async function getProgress(
  userId: string | null,
): Promise<{ courses: CourseProgress[]; next: NextStep | null }> {
  const [contents, rows] = await Promise.all([
    listCourses(),
    userId ? db.score.findMany({ where: { userId } }) : [],
  ]);
  const scores = new Map(rows.map((row) => [row.exerciseId, row]));
  const courses = contents.map((course) => {
    const lessons = course.lessons.map((lesson) => lessonProgress(lesson, scores));
    return { ...course, lessons, skills: skillsOf(course.skills, lessons) };
  });
  return { courses, next: nextStepOf(courses) };
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
