import "server-only";
import type { Reader } from "@/lib/catalogue/audience";
import { findCourseOf } from "@/lib/catalogue/course-notes";
import { db } from "@/lib/db/client";
import { explanationOf } from "@/lib/exercise/diagnosis/explanations";
import { drawn, listShown, mostExercises, type Shown, smallestFirst } from "./practice-exercises";
import type { PracticeSet, PracticeTopic } from "./practice-topic";

/** Against a mistake: the exercises that isolate the rule, the smallest first, and where those are few, others on the same
 *  skills; all of one course. */
export async function findMistakeSet(
  reader: Reader,
  { rule, exercise }: Pick<PracticeTopic, "rule" | "exercise">,
): Promise<PracticeSet | null> {
  const explanation = rule === undefined ? undefined : explanationOf(rule);
  const from = exercise === undefined ? undefined : (await listShown(reader, { id: exercise }))[0];
  if (!explanation && !from) return null;
  const everywhere = explanation ? await listShown(reader, { isolates: { has: rule } }) : [];
  const courseId = from?.lesson.courseId ?? (await ownCourse(reader, everywhere));
  const isolating = everywhere.filter(({ lesson }) => lesson.courseId === courseId);
  const skills = isolating.length > 0 ? isolating.flatMap((one) => one.skills) : from?.skills;
  const related = await listShown(reader, {
    skills: { hasSome: [...(skills ?? [])] },
    lesson: { shown: true, courseId },
  });
  const chosen = [...isolating, ...related.toSorted(smallestFirst)].filter(
    ({ id }, i, all) => id !== from?.id && all.findIndex((one) => one.id === id) === i,
  );
  const set = chosen.length > 0 ? chosen.slice(0, mostExercises) : from ? [from] : [];
  const course = set[0] && (await findCourseOf(set[0].id));
  if (!course) return null;
  return {
    title: explanation?.title ?? from?.title ?? "",
    course: { slug: course.slug, title: course.title },
    instead: explanation?.instead ?? null,
    section: (rule !== undefined && course.sectionOn(rule)) || null,
    ...(await drawn(reader.userId, set)),
  };
}

/** Of the courses that these exercises are in, the one that the learner was in last, or else the first. */
async function ownCourse(
  { userId }: Reader,
  exercises: readonly Shown[],
): Promise<string | undefined> {
  const ids = exercises.map(({ lesson }) => lesson.courseId);
  if (!userId || new Set(ids).size < 2) return ids[0];
  const last = await db.score.findFirst({
    where: { userId, exercise: { lesson: { courseId: { in: ids } } } },
    orderBy: { updatedAt: "desc" },
    select: { exercise: { select: { lesson: { select: { courseId: true } } } } },
  });
  return last?.exercise.lesson.courseId ?? ids[0];
}
