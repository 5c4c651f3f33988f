import "server-only";
import { notFound } from "next/navigation";
import { getLearner, type Learner } from "@/lib/auth/guest";
import { requireViewer } from "@/lib/auth/viewer";
import { seesCourse } from "@/lib/catalogue/audience";
import { type CourseNotes, findCourseNotes } from "@/lib/catalogue/course-notes";
import type { Door, table } from "./table";

/** The doors that are open to who sees the course in the address. */
type CourseDoor = { [D in Door]: (typeof table)[D] extends "course" ? D : never }[Door];

/** Who comes in at a course's door, and the course. Leads who is not signed in to the sign-in page and back, where an
 *  account could open it; for anyone else who does not see the course, nothing is there. Metadata asks too: a title is
 *  part of what is not seen. */
export async function enterCourse(
  _door: CourseDoor,
  slug: string,
): Promise<{ readonly learner: Learner; readonly course: CourseNotes }> {
  const [course, learner] = await Promise.all([findCourseNotes(slug), getLearner()]);
  if (!course) return notFound();
  if (await seesCourse(learner, course)) return { learner, course };
  if (!learner.viewer && !course.draft) await requireViewer();
  return notFound();
}

/** Whether who asks sees the course at this door. For routes, which have no page to lead to. */
export async function mayEnterCourse(_door: CourseDoor, slug: string): Promise<boolean> {
  const [course, learner] = await Promise.all([findCourseNotes(slug), getLearner()]);
  return course !== null && seesCourse(learner, course);
}
