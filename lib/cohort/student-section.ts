import "server-only";
import { findCourse } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import {
  type LessonProgress,
  lessonProgress,
  type ScoreEntry,
} from "@/lib/progress/lesson-progress";
import type { SectionRole } from "./people";
import { dayOf } from "./settings";

/** A section as one of its students sees it. */
export interface StudentSectionEntry {
  readonly id: string;
  readonly name: string;
  readonly course: { readonly slug: string; readonly title: string };
  /** As "2027-02-15"; null where nobody has said. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Instructors, then assistants, each by name. */
  readonly staff: readonly { readonly name: string; readonly role: SectionRole }[];
  /** Those that the section takes, with how far the student is in them. */
  readonly lessons: readonly LessonProgress[];
}

/** A section as this student sees it, or as one would who has done nothing yet, where none is named; null when there is
 *  no such section. It writes nothing. */
export async function findStudentSection(
  sectionId: string,
  userId: string | null,
): Promise<StudentSectionEntry | null> {
  const section = await db.section.findUnique({ where: { id: sectionId }, select: columns });
  const course = section && (await findCourse(section.course.slug));
  if (!course) return null;
  const lessons = course.lessons.filter(({ id }) => !section.leavesOut.includes(id));
  const exercises = lessons.flatMap((lesson) => lesson.exercises.map(({ id }) => id));
  const scores = userId ? await scoresIn(exercises, userId) : new Map<string, ScoreEntry>();
  return {
    id: section.id,
    name: section.name,
    course: { slug: course.slug, title: course.title },
    startsOn: dayOf(section.startsOn),
    endsOn: dayOf(section.endsOn),
    staff: section.enrollments.map(({ role, user }) => ({ name: user.name, role })),
    lessons: lessons.map((lesson) => lessonProgress(lesson, scores)),
  };
}

const columns = {
  id: true,
  name: true,
  startsOn: true,
  endsOn: true,
  leavesOut: true,
  course: { select: { slug: true } },
  enrollments: {
    where: { role: { not: "student" }, removedAt: null },
    orderBy: [{ role: "desc" }, { user: { name: "asc" } }, { userId: "asc" }],
    select: { role: true, user: { select: { name: true } } },
  },
} satisfies Prisma.SectionSelect;

async function scoresIn(
  exercises: readonly string[],
  userId: string,
): Promise<ReadonlyMap<string, ScoreEntry>> {
  const rows = await db.score.findMany({
    where: { userId, exerciseId: { in: [...exercises] } },
    select: { exerciseId: true, best: true, first: true, attempts: true },
  });
  return new Map(rows.map(({ exerciseId, ...score }) => [exerciseId, score]));
}
