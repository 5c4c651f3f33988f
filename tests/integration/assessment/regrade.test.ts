import { beforeEach, describe, expect, test } from "vitest";
import { listTried } from "@/lib/answering/tried";
import { giveMark } from "@/lib/assessment/gradebook/give-mark";
import { goOnWithRegrade } from "@/lib/assessment/regrade/go-on";
import { outcomeOf } from "@/lib/assessment/regrade/outcome";
import { giveExtension } from "@/lib/assessment/setting/extensions";
import { listOpenExercises } from "@/lib/assessment/sitting/open-work";
import { db, pool } from "@/lib/db/client";
import { type ALearner, submissionsOf } from "../a-learner";
import { useDatabase } from "../use-database";
import { apply, doubled, loadLesson, plan, rightKey, wrongKey } from "./a-regrade";
import { post, postGraded } from "./a-window";
import {
  anAssignment,
  answers,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  day,
  folded,
  kept,
  pageOf,
} from "./an-assignment";

useDatabase();

let sectionId: string;
let assignment: string;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", course cascade`;
  await loadLesson(wrongKey);
  sectionId = await aSectionOf("double");
  assignment = await anAssignment({ sectionId, items: ["double"], points: 10 });
});

/** A student who answers so many times their number. */
async function whoAnswers(...factors: number[]): Promise<ALearner> {
  const student = await aStudent(sectionId);
  for (const factor of factors) await answersTimes(student, factor);
  return student;
}

async function answersTimes(student: ALearner, factor: number) {
  const { work } = await pageOf(student, assignment);
  return answers(student, assignment, { two: String(factor * Number(work.numbers.givens.a)) });
}

const points = async (student: ALearner) => 10 * (await kept(student, assignment)).share;

describe("a corrected key", () => {
  test("gives points to whom it was wrong for, and takes none from whom it favoured, unless that is chosen", async () => {
    const right = await whoAnswers(2);
    const favoured = await whoAnswers(3);
    const wrong = await whoAnswers(5);
    await loadLesson(rightKey);
    const regrade = await plan({ sectionId });
    expect(regrade).toMatchObject({ status: "planned", done: 3, total: 3 });
    expect(regrade.changes.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [1, 0],
        [0, 0],
      ]),
    );
    expect([await points(right), await points(favoured)]).toEqual([0, 10]);
    await apply(regrade);
    expect(await Promise.all([right, favoured, wrong].map(points))).toEqual([10, 10, 0]);
  });

  test("applied without keeping the higher takes points too, and says so of each", async () => {
    const right = await whoAnswers(2);
    const favoured = await whoAnswers(3);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }), { keepsHigher: false });
    expect(await Promise.all([right, favoured].map(points))).toEqual([10, 0]);
    const { id: exerciseId } = await db.exercise.findFirstOrThrow();
    const { id: assignment } = await db.assignment.findFirstOrThrow({ where: { sectionId } });
    const events = await db.auditEvent.findMany({ where: { action: "grade.regraded" } });
    const told = events.map(({ personId, before, after, reason }) => ({
      personId,
      before,
      after,
      reason,
    }));
    const reason = "The key was 3a.";
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({
      personId: right.userId,
      before: { points: "0 / 10" },
      after: { assignment, exercise: exerciseId, points: "10 / 10" },
      reason,
    });
    expect(told).toContainEqual({
      personId: favoured.userId,
      before: { points: "10 / 10" },
      after: { assignment, exercise: exerciseId, points: "0 / 10" },
      reason,
    });
  });

  test("changes no submission, and what is stored adds up to what is kept", async () => {
    const student = await whoAnswers(5, 2);
    const before = await submissionsOf(student);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    expect(await submissionsOf(student)).toEqual(before);
    expect(await folded(student, assignment)).toEqual(await kept(student, assignment));
  });

  test("comes to what the dry run said, student by student, whatever they answered", async () => {
    for (let i = 0; i < 30; i++) await whoAnswers(1 + (i % 4), 1 + ((i * 7) % 5));
    await loadLesson(rightKey);
    const regrade = await plan({ sectionId });
    for (const choice of [{ treatment: "keep" as const, keepsHigher: false }]) {
      await apply(regrade, choice);
      const rows = await db.assignedExercise.findMany({ select: { id: true, share: true } });
      const said = regrade.changes.map((one) => [one.assignedId, outcomeOf(one, choice).share]);
      expect(new Map(rows.map(({ id, share }) => [id, share]))).toEqual(new Map(said as []));
    }
  });

  test("judges what is answered afterwards, on numbers drawn before too, and what was kept is never lost", async () => {
    const favoured = await whoAnswers(3);
    const fresh = await aStudent(sectionId);
    const page = await pageOf(fresh, assignment);
    await answersTimes(fresh, 7);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    await answersTimes(favoured, 5);
    expect(await points(favoured)).toBe(10);
    await begins(favoured, assignment);
    const open = await assignmentFor(favoured, assignment);
    expect(await listOpenExercises(favoured, open)).toMatchObject([
      { points: { earned: 10, possible: 10 } },
    ]);
    expect((await pageOf(fresh, assignment)).work.numbers.givens).toEqual(page.work.numbers.givens);
    expect(await answersTimes(fresh, 2)).toMatchObject({ result: { score: { earned: 1 } } });
    expect(await points(fresh)).toBe(10);
  });

  test("whoever has numbers before them goes on answering them, from the page they have open and from a new one", async () => {
    const student = await whoAnswers(7);
    await begins(student, assignment);
    const open = (await pageOf(student, assignment)).work;
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    const two = String(2 * Number(open.numbers.givens.a));
    const typed = { "r.two": "5", "k.two": JSON.stringify([""]) };
    expect(await post(student, "keepDrafts", open, typed)).toMatchObject({ status: 200 });
    expect(await post(student, "submit", open, { "r.two": "6" })).toMatchObject({ status: 200 });
    const again = await postGraded(student, assignment, "submit", { "r.two": two });
    expect(again).toMatchObject({
      status: 200,
      body: { result: { parts: [{ verdict: "right" }] } },
    });
    expect(await points(student)).toBe(10);
    expect(await folded(student, assignment)).toEqual(await kept(student, assignment));
  });

  test("whoever sends again what was judged anew hears what it comes to now", async () => {
    const student = await whoAnswers(2);
    await begins(student, assignment);
    const { work } = await pageOf(student, assignment);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    const again = { "r.two": String(2 * Number(work.numbers.givens.a)) };
    expect((await postGraded(student, assignment, "submit", again)).body).toMatchObject({
      result: { parts: [{ verdict: "right", earned: 10 }] },
      standing: { earned: 10, possible: 10 },
    });
    expect(await kept(student, assignment)).toMatchObject({ share: 1, attempts: 1 });
  });

  test("asked for again finds nothing to do, and a second correction goes on from the first", async () => {
    const student = await whoAnswers(4);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    expect(await plan({ sectionId })).toMatchObject({ status: "planned", total: 0, changes: [] });
    await loadLesson(doubled("4 * a"));
    await apply(await plan({ sectionId }));
    expect(await points(student)).toBe(10);
  });

  test("leaves other sections and practice alone", async () => {
    const other = await aSectionOf("double");
    await anAssignment({ sectionId: other, items: ["double"] });
    const student = await whoAnswers(3);
    await loadLesson(rightKey);
    expect((await plan({ sectionId: other })).changes).toEqual([]);
    expect((await plan({ sectionId })).changes).toHaveLength(1);
    expect(await db.score.count({ where: { userId: student.userId } })).toBe(0);
  });
});

describe("points and lateness", () => {
  test("are those of the policy, by hand: the second of two tries at half credit, one day late at 90 %", async () => {
    assignment = await anAssignment({
      sectionId,
      items: ["double"],
      due: -3_600_000,
      closes: 86_400_000,
      policy: {
        credit: [1, 0.5],
        late: { perDay: 0.1, floor: 0, graceMinutes: 0, takesLateDays: false },
      },
    });
    const student = await whoAnswers(5, 2);
    await loadLesson(rightKey);
    await apply(await plan({ sectionId }));
    expect(await points(student)).toBeCloseTo(10 * 0.5 * 0.9, 9);
  });

  test("a part that is worth more, hand-worked: 1 of 1 + 3 points, then 3 of 4", async () => {
    const two = (points: number) =>
      doubled(
        "2 * a",
        `<Numeric name="b" label="$a$" answer={a} tolerance={0.001} points={${points}} />`,
      );
    await loadLesson(two(1));
    const student = await aStudent(sectionId);
    const { work } = await pageOf(student, assignment);
    await answers(student, assignment, { two: "0", b: String(work.numbers.givens.a) });
    expect(await points(student)).toBe(5);
    await loadLesson(two(3));
    await apply(await plan({ sectionId }));
    expect(await points(student)).toBe(7.5);
    // The page says it of each part, and so does what comes back.
    await begins(student, assignment);
    const [open] = await listOpenExercises(student, await assignmentFor(student, assignment));
    expect(open?.card.results.b).toMatchObject({ earned: 7.5, possible: 7.5 });
    const right = String(2 * Number(work.numbers.givens.a));
    const { body } = await postGraded(student, assignment, "submit", { "r.two": right });
    expect(body).toMatchObject({
      result: { parts: [{ earned: 2.5, possible: 2.5 }] },
      standing: { earned: 10, possible: 10 },
    });
  });
});

describe("numbers that the corrected exercise would not have drawn", () => {
  const redrawn = doubled("2 * a").replace("integer(10, 99)", "integer(1, 9)");

  const lostOne = async () => {
    const student = await whoAnswers(3);
    await loadLesson(redrawn);
    const regrade = await plan({ sectionId });
    expect(regrade.changes).toMatchObject([{ before: 1, lost: expect.stringMatching(/given a/) }]);
    return { student, regrade };
  };

  test("keep what they earned", async () => {
    const { student, regrade } = await lostOne();
    await apply(regrade, { treatment: "keep", keepsHigher: false });
    expect(await points(student)).toBe(10);
  });

  test("are void: what was answered counts no more, as an attempt neither, and points stay where the higher are kept", async () => {
    const { student, regrade } = await lostOne();
    await apply(regrade, { treatment: "void" });
    expect(await kept(student, assignment)).toMatchObject({ share: 1, attempts: 0 });
    const again = await plan({ sectionId, voids: { variantId: null } });
    await apply(again, { treatment: "void", keepsHigher: false });
    expect(await kept(student, assignment)).toMatchObject({ share: 0, attempts: 0 });
    const { id } = await db.assignedExercise.findFirstOrThrow();
    expect((await listTried([id])).get(id)).toEqual([]);
  });

  test("are excused: the exercise is left out of their points", async () => {
    const { student, regrade } = await lostOne();
    await apply(regrade, { treatment: "excuse" });
    const row = await db.assignedExercise.findFirst({
      where: { work: { userId: student.userId } },
    });
    expect(row).toMatchObject({ excused: true });
  });
});

test("one student's numbers are void alone", async () => {
  const [one, other] = [await whoAnswers(3), await whoAnswers(3)];
  const variant = await db.variant.findFirstOrThrow({ where: { userId: one.userId } });
  const regrade = await plan({ sectionId, voids: { variantId: variant.id } });
  await apply(regrade, { treatment: "void", keepsHigher: false });
  expect(await Promise.all([one, other].map(points))).toEqual([0, 10]);
  expect((await pageOf(one, assignment)).work.number).toBe(2);
  await answersTimes(one, 3);
  expect(await points(one)).toBe(10);
});

test("hints cost in the corrected exercise what they cost then", async () => {
  const hinted = (answer: string) =>
    doubled(
      answer,
      `<Hint cost={0.5}>Think.</Hint>\n  <Numeric name="b" label="$a$" answer={a} tolerance={0.001} />`,
    );
  await loadLesson(hinted("3 * a"));
  const student = await aStudent(sectionId);
  const { work } = await pageOf(student, assignment);
  const a = Number(work.numbers.givens.a);
  await answers(student, assignment, { two: "0", b: "0" });
  await pool.query("update variant set hints = 1");
  await answers(student, assignment, { two: String(2 * a), b: String(a) });
  expect(await points(student)).toBe(2.5);
  await loadLesson(hinted("2 * a"));
  await apply(await plan({ sectionId }));
  expect(await points(student)).toBe(5);
});

test("two processes at one regrade do each student once", async () => {
  const { goOnWithRegrade } = await import("@/lib/assessment/regrade/go-on");
  const { planRegrade } = await import("@/lib/assessment/regrade/regrade");
  for (let i = 0; i < 12; i++) await whoAnswers(2);
  await loadLesson(rightKey);
  const { id: exerciseId } = await db.exercise.findFirstOrThrow();
  const actor = await db.user.create({ data: { name: "Rita" } });
  const id = (await planRegrade({ actorId: actor.id, sectionId, exerciseId }))!;
  await Promise.all([goOnWithRegrade(id), goOnWithRegrade(id), goOnWithRegrade(id)]);
  const regrade = await db.regrade.findUniqueOrThrow({ where: { id } });
  expect(regrade).toMatchObject({ status: "planned", done: 12, total: 12 });
  await apply(regrade);
  expect(await db.auditEvent.count({ where: { action: "grade.regraded" } })).toBe(12);
});

test("applied in a storm of answers, marks and extensions, what is kept is what all of it comes to", async () => {
  const students = await Promise.all([3, 2, 5].map((factor) => whoAnswers(factor)));
  for (const one of students) await begins(one, assignment);
  const teacher = await aStudent(sectionId);
  await loadLesson(rightKey);
  const regrade = await plan({ sectionId });
  const answering = students.flatMap((one) =>
    [2, 3].map(async (from) => {
      for (let factor = from; factor < 12; factor += 2) await answersTimes(one, factor);
    }),
  );
  const marking = students.map(async (one) => {
    const { assigned } = await pageOf(one, assignment);
    const work = { sectionId, studentId: one.userId, assignmentId: assignment };
    const mark = { override: 0.25, excused: false, comment: "Seen." };
    const given = { actorId: teacher.userId, mark, seen: null, reason: "by hand" };
    await giveMark({ ...work, assignedId: assigned.id }, given);
  });
  const extending = students.map((one) =>
    giveExtension(teacher.userId, assignment, {
      to: { kind: "student", name: one.userId },
      dueAt: new Date(Date.now() + 9 * day),
      closesAt: null,
      extraAttempts: 0,
      extraMinutes: 0,
      reason: "ill",
    }),
  );
  const applying = apply(regrade, { keepsHigher: false });
  await Promise.all([
    ...answering,
    ...marking,
    ...extending,
    applying,
    goOnWithRegrade(regrade.id),
  ]);
  for (const one of students) {
    expect(await kept(one, assignment)).toEqual(await folded(one, assignment));
    expect(await points(one)).toBe(10);
    expect((await pageOf(one, assignment)).assigned.override).toBe(0.25);
  }
  const changes = await db.regradeChange.findMany({ where: { regradeId: regrade.id } });
  expect(changes.every(({ appliedAt }) => appliedAt !== null)).toBe(true);
});
