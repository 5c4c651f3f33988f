import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { kinds } from "@/lib/exercise/kinds";
import { type ExerciseEntry, findCourse } from "./lesson";
import { recordSubmission } from "./submit";
import { listWork, type Work } from "./work";

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

/** Fills an empty database with a section to look at: an instructor, and students at different points of the first
 *  course, their answers graded as anyone's. Null, with nothing done, where there are users already. */
export async function seedDemo(): Promise<{ instructor: Account; students: Account[] } | null> {
  const course = await db.course.findFirst({ select: { id: true, slug: true } });
  if (!course || (await db.user.count({ where: { email: { not: null } } })) > 0) return null;
  const passwordHash = await hashPassword(password);
  const section = await db.section.create({ data: { courseId: course.id, name: "Demo section" } });
  const enrol = async (name: string, email: string, role: "student" | "instructor") => {
    const user = await db.user.create({ data: { name, email, passwordHash, role } });
    await db.enrollment.create({ data: { userId: user.id, sectionId: section.id, role } });
    return user.id;
  };
  await enrol("Ines Duarte", "ines@demo.test", "instructor");
  for (const { name, email, answers } of students) {
    const userId = await enrol(name, email, "student");
    await answerCourse(course.slug, userId, answers);
  }
  return {
    instructor: { email: "ines@demo.test", password },
    students: students.map(({ email }) => ({ email, password })),
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
