import "server-only";
import { isComplete } from "@/lib/answering/rate-skills";
import { getWorkFrom, type Work } from "@/lib/answering/work";
import type { Learner } from "@/lib/auth/guest";
import { type Reader, seenBy } from "@/lib/catalogue/audience";
import { db } from "@/lib/db/client";
import { insertNext, pathAfter, type Sitting, sittingPath } from "./address";
import { listCards } from "./cards";
import { type FollowUp, listFollowUps } from "./follow-up";

/** One exercise of a sitting, and where to go from it. */
export interface Step {
  readonly work: Work;
  readonly lesson: { readonly title: string; readonly number: number; readonly path: string };
  readonly course: { readonly slug: string; readonly title: string };
  /** The skills it practises, with when they are due again for who has met them. */
  readonly skills: readonly { readonly title: string; readonly due: Date | null }[];
  /** Whether it was answered, or its solution shown: it is time for the next. */
  readonly settled: boolean;
  readonly followUps: readonly (FollowUp & { readonly smallerPath: string | null })[];
  /** Where its form comes back to. */
  readonly back: string;
  readonly next: string;
}

/** The exercise that a sitting is at; null when it is not there any more. */
export async function findStep(
  learner: Learner,
  sitting: Sitting,
  now: Date,
): Promise<Step | null> {
  const item = sitting.items[sitting.at - 1];
  const exercise = item && (await findShown(learner, item.exerciseId));
  if (!exercise) return null;
  const work = await getWorkFrom(learner, exercise, item.number);
  const { userId } = learner;
  const results = work.version.exercise.parts.flatMap(({ name }) => work.results[name] ?? []);
  const followUps = await listFollowUps(userId, exercise.id, results);
  const { course, slug, title, number } = exercise.lesson;
  return {
    work,
    lesson: { title, number, path: `/courses/${course.slug}/${slug}` },
    course: { slug: course.slug, title: course.title },
    skills: await dueSkillsOf(exercise, learner, now),
    settled: work.opened || isComplete(work.version.exercise, work.standing),
    followUps: followUps.map((one) => ({
      ...one,
      smallerPath: one.smaller && sittingPath(insertNext(sitting, one.smaller)),
    })),
    back: `${sittingPath(sitting)}#exercise-${exercise.slug}`,
    next: pathAfter(sitting),
  };
}

const findShown = (reader: Reader, id: string) =>
  db.exercise.findUnique({
    where: {
      id,
      shown: true,
      currentId: { not: null },
      lesson: { shown: true, course: seenBy(reader) },
    },
    select: {
      id: true,
      slug: true,
      currentId: true,
      skills: true,
      lesson: {
        select: {
          slug: true,
          title: true,
          number: true,
          course: { select: { id: true, slug: true, title: true, skills: true } },
        },
      },
    },
  });

type Shown = NonNullable<Awaited<ReturnType<typeof findShown>>>;

/** The skills that an exercise practises, with when each is due again. */
async function dueSkillsOf(
  { skills, lesson: { course } }: Shown,
  reader: Reader,
  now: Date,
): Promise<Step["skills"]> {
  const cards = (await listCards(reader, now)).filter((card) => card.courseId === course.id);
  const titles = new Map(
    (course.skills as unknown as { id: string; title: string }[]).map(({ id, title }) => [
      id,
      title,
    ]),
  );
  return skills.map((skill) => ({
    title: titles.get(skill) ?? skill,
    due: cards.find((card) => card.skill === skill)?.due ?? null,
  }));
}
