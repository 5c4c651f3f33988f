import "server-only";
import type { Reader } from "@/lib/catalogue/audience";
import { type CourseContents, listCourses } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { type CourseProgress, courseProgress } from "./course-progress";
import { type NextStep, nextStepOf } from "./next-step";

export interface Progress {
  /** The courses that the learner has answered something in, the last one first, and those they are a student of. */
  readonly mine: readonly CourseProgress[];
  /** All other courses that they see. */
  readonly others: readonly CourseProgress[];
  /** What helps most next: in a course of theirs, or in the first of all for who has none. */
  readonly next: NextStep | null;
}

/** A learner's scores in every course that they see, how sure they are of its skills, and what helps most next. A learner
 *  without a row has no scores. */
export async function getProgress(reader: Reader): Promise<Progress> {
  const { userId } = reader;
  const [contents, rows, taken] = await Promise.all([
    listCourses(reader),
    userId ? db.score.findMany({ where: { userId } }) : [],
    userId ? listTaken(userId) : ([] as string[]),
  ]);
  const scores = new Map(rows.map((row) => [row.exerciseId, row]));
  const courses = contents.map((course) => {
    const exercises = course.lessons.flatMap((lesson) => lesson.exercises);
    const last = Math.max(0, ...exercises.map(({ id }) => Number(scores.get(id)?.updatedAt ?? 0)));
    const isMine = last > 0 || taken.includes(course.id);
    return { progress: courseProgress(course, scores), last, isMine };
  });
  const mine = courses
    .filter(({ isMine }) => isMine)
    .toSorted((a, b) => b.last - a.last)
    .map(({ progress }) => progress);
  const others = courses.filter(({ isMine }) => !isMine).map(({ progress }) => progress);
  return { mine, others, next: nextStepOf(mine.length > 0 ? mine : others) };
}

/** A learner's standing in one course. Whoever calls it has made sure that they see it. */
export async function getCourseProgress(
  { userId }: Reader,
  course: CourseContents,
): Promise<CourseProgress> {
  const where = { userId: userId ?? "", exercise: { lesson: { courseId: course.id } } };
  const rows = userId ? await db.score.findMany({ where }) : [];
  return courseProgress(course, new Map(rows.map((row) => [row.exerciseId, row])));
}

/** Ids of the courses that somebody is a student of. */
async function listTaken(userId: string): Promise<string[]> {
  const rows = await db.enrollment.findMany({
    where: { userId, role: "student", removedAt: null },
    select: { section: { select: { courseId: true } } },
  });
  return rows.map(({ section }) => section.courseId);
}
