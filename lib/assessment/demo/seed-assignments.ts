import "server-only";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { drawFrom } from "@/lib/assessment/setting/draw-pool";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { insertRows } from "@/lib/cohort/term/insert-rows";
import { plannedFor } from "@/lib/cohort/term/plan";
import { habitOf, termName, termSeed } from "@/lib/cohort/term/seed-term";
import { db, pool } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { generatorFor } from "@/lib/exercise/seed";
import { answeredAt, type MadeUpAssignment, madeUpAssignments } from "./made-up";
import { type GivenExercise, type GradedRows, gradedRows, type MadeMistake } from "./rows";

/** Gives the made-up term its graded work: a homework and an exam that are over, and a homework that is open. Numbers,
 *  answers and points come about as anyone's do, and are written in bulk. Nothing happens without that term, or where it
 *  has assignments. */
export async function seedAssignments(now: Date): Promise<void> {
  const section = await db.section.findFirst({
    where: { demo: true, name: termName, assignments: { none: {} } },
    select: { id: true, courseId: true },
  });
  if (!section) return;
  const exercises = await smallExercises(section.courseId);
  const students = await termStudents(section.id);
  for (const made of madeUpAssignments([...exercises.keys()], now)) {
    const assignment = await create(section.id, made);
    const works = await Promise.all(
      students.map((userId, i) => workOf(userId, i, made, assignment, exercises, now)),
    );
    await keep(works.flatMap((one) => one ?? []));
  }
}

/** Small exercises that draw numbers, each about one mistake, in the order of the course, with their versions. */
async function smallExercises(courseId: string): Promise<Map<string, string>> {
  const rows = await db.exercise.findMany({
    where: {
      shown: true,
      currentId: { not: null },
      isolates: { isEmpty: false },
      lesson: { courseId, shown: true, number: { gt: 1 } },
    },
    orderBy: [{ lesson: { number: "asc" } }, { place: "asc" }],
    select: { id: true, currentId: true },
  });
  const drawing = await Promise.all(
    rows.map(async ({ id, currentId }) => {
      const { exercise } = await getExerciseVersion(currentId!);
      return exercise.givens.length > 0 ? [[id, currentId!] as const] : [];
    }),
  );
  return new Map(drawing.flat());
}

/** In the order in which they were made up, by which their abilities go. */
async function termStudents(sectionId: string): Promise<string[]> {
  const rows = await db.enrollment.findMany({
    where: { sectionId, role: "student" },
    orderBy: { campusId: "asc" },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

interface Created {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly place: number }[];
}

function create(sectionId: string, { items, ...made }: MadeUpAssignment): Promise<Created> {
  return db.assignment.create({
    data: {
      ...made,
      sectionId,
      policy: made.policy as Prisma.InputJsonObject,
      publishedAt: made.opensAt,
      createdAt: made.opensAt,
      items: {
        create: items.map(({ pool, ...item }, place) => ({
          ...item,
          place,
          pool: { create: pool.map((exerciseId, at) => ({ exerciseId, place: at })) },
        })),
      },
    },
    select: { id: true, items: { orderBy: { place: "asc" }, select: { id: true, place: true } } },
  });
}

/** What one student did in an assignment, as rows; null for who never opened it. An open one is as far as it is. */
async function workOf(
  userId: string,
  i: number,
  made: MadeUpAssignment,
  { id: assignmentId, items }: Created,
  versions: ReadonlyMap<string, string>,
  now: Date,
): Promise<GradedRows | null> {
  const given: GivenExercise[] = made.items.flatMap(({ draws, pool }, at) => {
    const itemId = items[at]!.id;
    const drawn = drawFrom({ id: itemId, draws, exerciseIds: pool }, userId);
    return drawn.map((id) => ({ id, itemId, versionId: versions.get(id)! }));
  });
  const plan = plannedFor(
    i,
    given.map(({ id }, at) => ({ id, week: 0, difficulty: 0.3 + (0.5 * at) / given.length })),
    { seed: termSeed, weeks: 1, until: now, materials: 1 },
  );
  const pace = uniformFloat64(generatorFor(`${termSeed}, ${made.title}, pace ${i}`));
  const most = made.policy.attempts ?? 3;
  let k = 0;
  const answers = plan.flatMap(({ exercise, answers: all }) =>
    all.slice(0, most).map(({ is }) => ({ exercise, is, at: answeredAt(made, pace, k++) })),
  );
  const sofar = answers.filter(({ at }) => at < now);
  if (sofar.length === 0) return null;
  return gradedRows({ userId, assignmentId, made, given, answers: sofar, habit: habitOf(i) });
}

async function keep(works: readonly GradedRows[]): Promise<void> {
  await db.assignmentWork.createMany({ data: works.map(({ work }) => work) });
  await db.assignedExercise.createMany({ data: works.flatMap(({ assigned }) => assigned) });
  await insertRows(
    "variant",
    works.flatMap(({ variants }) => variants),
  );
  await insertRows(
    "submission",
    works.flatMap(({ submissions }) => submissions),
  );
  await keepMistakes(works.flatMap(({ mistakes }) => mistakes));
}

/** Counted with those of practice, as each submission does it. */
async function keepMistakes(made: readonly MadeMistake[]): Promise<void> {
  await pool.query({
    text: `
      insert into mistake (user_id, exercise_id, rule, count, last_at)
      select user_id, exercise_id, rule, count(*), max(at)
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as m(user_id, exercise_id, rule, at)
      group by user_id, exercise_id, rule
      on conflict (user_id, exercise_id, rule) do update set
        count = mistake.count + excluded.count,
        last_at = greatest(mistake.last_at, excluded.last_at)`,
    values: [
      made.map(({ userId }) => userId),
      made.map(({ exerciseId }) => exerciseId),
      made.map(({ rule }) => rule),
      made.map(({ at }) => at),
    ],
  });
}
