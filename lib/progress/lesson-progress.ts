import type { ExerciseEntry, LessonEntry } from "@/lib/catalogue/lesson";

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

/** How a learner stands in a lesson, by their scores in its exercises. */
export function lessonProgress(
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
