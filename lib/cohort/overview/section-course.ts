import "server-only";
import { findCourse, type LessonEntry } from "@/lib/catalogue/lesson";
import type { Skill } from "@/lib/content";
import { db } from "@/lib/db/client";

/** What a section learns, and when. */
export interface SectionCourse {
  readonly id: string;
  readonly courseSlug: string;
  readonly timeZone: string;
  /** Its first day; null where nobody has said. */
  readonly startsOn: Date | null;
  readonly skills: readonly Skill[];
  /** Those that it takes and that have exercises, in order. */
  readonly lessons: readonly LessonEntry[];
}

/** A section's course without the lessons that it leaves out; null when there is no such section. */
export async function findSectionCourse(sectionId: string): Promise<SectionCourse | null> {
  const section = await db.section.findUnique({
    where: { id: sectionId },
    select: {
      leavesOut: true,
      timeZone: true,
      startsOn: true,
      course: { select: { slug: true } },
    },
  });
  const course = section && (await findCourse(section.course.slug));
  if (!course) return null;
  const { leavesOut, timeZone, startsOn } = section;
  return {
    id: sectionId,
    courseSlug: course.slug,
    timeZone,
    startsOn,
    skills: course.skills,
    lessons: course.lessons.filter(
      ({ id, exercises }) => exercises.length > 0 && !leavesOut.includes(id),
    ),
  };
}

/** The ids of all the exercises that a section takes. */
export const exercisesOf = ({ lessons }: Pick<SectionCourse, "lessons">): string[] =>
  lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id));
