import type { CourseContents } from "@/lib/catalogue/lesson";
import { type LessonProgress, lessonProgress, type ScoreEntry } from "./lesson-progress";
import { type SkillProgress, skillsOf } from "./skills";

export interface CourseProgress extends Omit<CourseContents, "lessons" | "skills"> {
  readonly lessons: readonly LessonProgress[];
  readonly skills: readonly SkillProgress[];
}

/** How a learner stands in a course, by their scores in its exercises. */
export function courseProgress(
  course: CourseContents,
  scores: ReadonlyMap<string, ScoreEntry>,
): CourseProgress {
  const lessons = course.lessons.map((lesson) => lessonProgress(lesson, scores));
  return { ...course, lessons, skills: skillsOf(course.skills, lessons) };
}
