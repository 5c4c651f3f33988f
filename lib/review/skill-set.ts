import "server-only";
import { type Reader, seesCourse } from "@/lib/catalogue/audience";
import { findCourseNotes } from "@/lib/catalogue/course-notes";
import { findCourse } from "@/lib/catalogue/lesson";
import { listBegun } from "./candidates";
import { listCards } from "./cards";
import { drawn, listShown, mostExercises } from "./practice-exercises";
import type { PracticeSet } from "./practice-topic";
import { planFor } from "./review";

/** A course that a reader sees; null where there is none. */
async function findSeen(reader: Reader, slug: string) {
  const course = await findCourseNotes(slug);
  return course && (await seesCourse(reader, course)) ? course : null;
}

/** Exercises on one skill of a course: those not done for the longest, the smaller first. */
export async function findSkillSet(
  reader: Reader,
  { course: slug, skill: id }: { readonly course: string; readonly skill: string },
): Promise<PracticeSet | null> {
  const course = await findSeen(reader, slug);
  const contents = course && (await findCourse(slug));
  const skill = contents?.skills.find((one) => one.id === id);
  if (!course || !skill) return null;
  const on = { skills: { has: id }, lesson: { courseId: course.id } };
  const exercises = await listShown(reader, on);
  if (exercises.length === 0) return null;
  const ids = exercises.map((one) => one.id);
  const begun = reader.userId ? await listBegun(reader.userId, ids) : new Map();
  const doneAt = (one: (typeof exercises)[number]) => begun.get(one.id)?.doneAt?.getTime() ?? 0;
  const set = exercises.toSorted((a, b) => doneAt(a) - doneAt(b)).slice(0, mostExercises);
  return {
    title: skill.title,
    course: { slug, title: course.title },
    instead: null,
    section: course.sectionOn(id) ?? null,
    ...(await drawn(reader.userId, set)),
  };
}

/** A sitting out of all that a learner has met in a course, what is remembered least first; null where that is nothing. */
export async function findMix(reader: Reader, slug: string): Promise<PracticeSet | null> {
  const course = await findSeen(reader, slug);
  if (!course || !reader.userId) return null;
  const all = await listCards(reader, new Date());
  const wanted = all.filter(({ courseId }) => courseId === course.id);
  const sitting = await planFor(reader.userId, wanted, { wanted });
  if (!sitting) return null;
  const exercises = await listShown(reader, {
    id: { in: sitting.items.map(({ exerciseId }) => exerciseId) },
  });
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  return {
    title: `a mix of ${course.title}`,
    course: { slug, title: course.title },
    instead: null,
    section: null,
    items: sitting.items.map((item) => ({ ...item, title: titles.get(item.exerciseId) ?? "" })),
    minutes: sitting.minutes,
  };
}
