import "server-only";
import { randomUUID } from "node:crypto";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { type CourseContents, findCourse } from "@/lib/catalogue/lesson";
import { pointsOf } from "@/lib/catalogue/points";
import { db } from "@/lib/db/client";
import { insertRows } from "./insert-rows";
import { materialOf } from "./material";
import { madeUpPerson } from "./people";
import { type PlannedExercise, plannedFor } from "./plan";
import { rowsOf, type TermExercise, type TermRows } from "./rows";

const students = 60;
export const termName = "Made-up term with 60 students";
/** The term is in its seventh week, so that six lessons lie behind it. */
const termWeeks = 6;
export const termSeed = "a demo term";
/** Sets of numbers for each exercise, shared among the students: drawing one for each takes a minute. */
const materials = 2;

interface Term {
  readonly course: { readonly id: string; readonly slug: string };
  readonly instructorId: string;
  readonly now: Date;
  /** Of the first of the students, the one that can be signed in as. */
  readonly passwordHash: string;
}

/** The address of the made-up student that can be signed in as. */
export const { email: termStudent } = madeUpPerson(0);

/** Fills a section of its own with sixty made-up students and what they did in six weeks, their answers graded as
 *  anyone's and written in bulk: marked as a demo, all of it in the past, and the same each time but for the dates. One of
 *  them can be signed in as, to see a student's side of it. */
export async function seedTerm({ course, instructorId, now, passwordHash }: Term): Promise<void> {
  const contents = await findCourse(course.slug);
  if (!contents) return;
  const exercises = await termExercises(contents);
  const planned = plannedExercises(contents);
  const { id: sectionId } = await db.section.create({
    data: {
      courseId: course.id,
      name: termName,
      demo: true,
      startsOn: new Date(now.getTime() - termWeeks * 7 * day),
      endsOn: new Date(now.getTime() + 6 * 7 * day),
      enrollments: { create: { userId: instructorId, role: "instructor" } },
    },
  });
  const people = Array.from({ length: students }, (_, i) => ({
    id: randomUUID() as string,
    ...madeUpPerson(i),
    passwordHash: i === 0 ? passwordHash : null,
    createdAt: new Date(now.getTime() - termWeeks * 7 * day),
  }));
  const terms = people.map(({ id: userId }, i) => {
    const works = plannedFor(i, planned, {
      seed: termSeed,
      weeks: termWeeks,
      until: now,
      materials,
    });
    return rowsOf({ userId, courseId: course.id, habit: habitOf(i) }, works, exercises);
  });
  await db.user.createMany({ data: people });
  await db.enrollment.createMany({
    data: people.map(({ id: userId, createdAt }, i) => ({
      userId,
      sectionId,
      createdAt,
      campusId: String(70_010 + i),
    })),
  });
  await keep(terms);
}

const day = 24 * 3_600_000;

/** The misconception that the i-th student is prone to: one of four that many go by. */
export const habitOf = (i: number): string => habits[i % habits.length]!;

const habits = ["sign-turned", "mean-for-sum", "weights-not-transposed", "output-slope-left-out"];

async function termExercises(contents: CourseContents): Promise<Map<string, TermExercise>> {
  const found = new Map<string, TermExercise>();
  for (const { id, currentId, skills } of contents.lessons.slice(0, termWeeks).flatMap(all)) {
    if (!currentId) continue;
    const { exercise } = await getExerciseVersion(currentId);
    const made = Array.from({ length: materials }, (_, i) =>
      materialOf(exercise, `${termSeed}, ${i}`),
    );
    found.set(id, {
      id,
      versionId: currentId,
      possible: pointsOf(exercise),
      skills,
      materials: made,
    });
  }
  return found;
}

/** A lesson a week, its later exercises the harder. */
function plannedExercises({ lessons }: CourseContents): PlannedExercise[] {
  return lessons.slice(0, termWeeks).flatMap((lesson, week) =>
    lesson.exercises.map(({ id }, i) => ({
      id,
      week,
      difficulty: (0.2 * week) / termWeeks + (0.6 * (i + 1)) / lesson.exercises.length,
    })),
  );
}

const all = ({ exercises }: CourseContents["lessons"][number]) => exercises;

async function keep(terms: readonly TermRows[]): Promise<void> {
  const every = <K extends keyof TermRows>(name: K) =>
    terms.flatMap((term) => term[name] as TermRows[K][number][]);
  await insertRows("variant", every("variants"));
  await insertRows("submission", every("submissions"));
  await insertRows("score", every("scores"));
  await db.mistake.createMany({ data: every("mistakes") });
  await db.reviewCard.createMany({ data: every("cards") });
}
