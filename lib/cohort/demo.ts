import "server-only";
import { randomUUID } from "node:crypto";
import { recordSubmission } from "@/lib/answering/submit";
import { listWork, type Work } from "@/lib/answering/work";
import { hashPassword } from "@/lib/auth/password";
import { type ExerciseEntry, findCourse } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { kinds } from "@/lib/exercise/kinds";
import type { SectionRole } from "./people";
import { seedTerm, termStudent } from "./term/seed-term";

export interface Account {
  readonly email: string;
  readonly password: string;
}

const password = "chainrule-demo";

type Answer = "right" | "wrong" | "nothing";

interface DemoStudent {
  readonly name: string;
  readonly email: string;
  /** What they did with an exercise, the i-th of the course. */
  readonly answers: (exercise: ExerciseEntry, i: number) => Answer;
}

const practisesGradients = ({ skills }: ExerciseEntry) =>
  skills.some((skill) => skill.endsWith("gradient"));

const students: readonly DemoStudent[] = [
  { name: "Amara Okafor", email: "amara@demo.test", answers: () => "right" },
  {
    name: "Björn Lindqvist",
    email: "bjorn@demo.test",
    answers: (exercise) => (practisesGradients(exercise) ? "wrong" : "right"),
  },
  { name: "Chen Wei", email: "chen@demo.test", answers: (_, i) => (i < 3 ? "right" : "nothing") },
  {
    name: "Daniela Rossi",
    email: "daniela@demo.test",
    answers: (_, i) => (i < 3 ? "wrong" : "nothing"),
  },
  { name: "Emil Novak", email: "emil@demo.test", answers: () => "nothing" },
];

/** The accounts of the demo sections, by what they are in them. */
export interface Demo {
  readonly instructor: Account;
  readonly assistant: Account;
  readonly students: readonly Account[];
  /** One of the made-up term, who has homework and an exam. */
  readonly termStudent: Account;
}

/** Fills an empty database with two sections to look at, and an instructor of both: a small one with accounts to sign in
 *  with, an assistant and students at different points of the first course, and a term with sixty made-up students. All
 *  answers are graded as anyone's. Null, with nothing done, where there are users already. */
export async function seedDemo(): Promise<Demo | null> {
  const course = await db.course.findFirst({
    orderBy: { place: { sort: "asc", nulls: "last" } },
    select: { id: true, slug: true },
  });
  if (!course || (await db.user.count({ where: { email: { not: null } } })) > 0) return null;
  const passwordHash = await hashPassword(password);
  const section = await db.section.create({
    data: { courseId: course.id, name: "Demo section", demo: true },
  });
  const enrol = async (name: string, email: string, role: SectionRole) => {
    // An assistant's account is a student's: what they may see, they may see in this section alone.
    const account = { name, email, passwordHash, role: role === "instructor" ? role : undefined };
    const user = await db.user.create({ data: account });
    await db.enrollment.create({ data: { userId: user.id, sectionId: section.id, role } });
    return user.id;
  };
  const instructorId = await enrol("Ines Duarte", "ines@demo.test", "instructor");
  await enrol("Felix Brandt", "felix@demo.test", "assistant");
  for (const { name, email, answers } of students) {
    const userId = await enrol(name, email, "student");
    await answerCourse(course.slug, userId, answers);
  }
  await seedTerm({ course, instructorId, now: new Date(), passwordHash });
  return {
    instructor: { email: "ines@demo.test", password },
    assistant: { email: "felix@demo.test", password },
    students: students.map(({ email }) => ({ email, password })),
    termStudent: { email: termStudent, password },
  };
}

async function answerCourse(slug: string, userId: string, answers: DemoStudent["answers"]) {
  const course = await findCourse(slug);
  const exercises = course?.lessons.flatMap((lesson) => lesson.exercises) ?? [];
  const learner = { userId, seedKey: `user:${userId}`, viewer: null };
  const works = await listWork(learner, exercises);
  for (const [i, exercise] of exercises.entries()) {
    const work = works.get(exercise.id);
    const answer = answers(exercise, i);
    if (!work || answer === "nothing") continue;
    if (answer === "wrong") await answerOnce(learner, work, turnedSigns);
    else await answerOnce(learner, work, rightResponse);
  }
}

function answerOnce(
  learner: { userId: string; seedKey: string },
  { version, number, mark, numbers }: Work,
  responseTo: (
    part: Work["version"]["exercise"]["parts"][number],
    numbers: Work["numbers"],
  ) => string,
) {
  const { parts } = version.exercise;
  return recordSubmission(learner, {
    versionId: version.id,
    number,
    mark,
    idempotencyKey: randomUUID(),
    asked: [],
    responses: Object.fromEntries(parts.map((part) => [part.name, responseTo(part, numbers)])),
  });
}

const rightResponse: Parameters<typeof answerOnce>[2] = ({ name, kind }, { key, view }) =>
  kinds[kind].keyAsResponse(key[name], view[name]);

/** The sign turned in every number: the gradient of someone who took y − p. Other kinds are answered right. */
const turnedSigns: Parameters<typeof answerOnce>[2] = (part, numbers) => {
  const right = rightResponse(part, numbers);
  if (part.kind !== "numeric" && part.kind !== "matrix") return right;
  return right.replaceAll(/-?\d[\d.e+-]*/g, (number) => String(-Number(number)));
};
