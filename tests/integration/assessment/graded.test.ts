import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { listWork } from "@/lib/answering/work";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { answer, formOf, keptScore, rightAnswers, workOf } from "../a-learner";
import { useDatabase } from "../use-database";
import {
  anAssignment,
  answers,
  aSectionOf,
  aStudent,
  begins,
  day,
  folded,
  gradedForm,
  hour,
  kept,
  pageOf,
  rightOf,
  send,
  turnClock,
} from "./an-assignment";

useDatabase();

let sectionId = "";

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(`${twice}\n\n${copy}`) } });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

const begun = async (policy: Parameters<typeof anAssignment>[0]["policy"] = {}, more = {}) => {
  const ada = await aStudent(sectionId);
  const id = await anAssignment({ sectionId, policy, ...more });
  await begins(ada, id);
  return { ada, id };
};

test("numbers that are graded are other ones than those practised, the author's own too", async () => {
  const { ada, id } = await begun();
  const practised = await workOf(ada);
  const { work } = await pageOf(ada, id);
  expect(practised.numbers.givens).toEqual({ a: 7 });
  expect(work.numbers.givens).not.toEqual(practised.numbers.givens);
  expect(work.mark).not.toBe(practised.mark);
  const { work: bobs } = await pageOf(await aStudent(sectionId), id);
  expect(bobs.numbers.givens).not.toEqual(work.numbers.givens);
});

test("what is graded is kept apart from what is practised", async () => {
  const { ada, id } = await begun();
  const practised = await workOf(ada);
  await answers(ada, id, { two: "1", three: "1" });
  expect(await keptScore(ada)).toBeNull();
  expect((await workOf(ada)).mark).toBe(practised.mark);
  await answer(ada, rightAnswers(practised));
  expect(await keptScore(ada)).toMatchObject({ best: 1, attempts: 1, firstNumber: 1 });
  expect(await kept(ada, id)).toMatchObject({ share: 0, attempts: 1 });
  expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(2);
});

test("an answer to graded numbers sent as practice is refused, and one to practised numbers as graded", async () => {
  const { ada, id } = await begun();
  const page = await pageOf(ada, id);
  const { recordSubmission } = await import("@/lib/answering/submit");
  const form = gradedForm(page, rightOf(page));
  expect(await recordSubmission(ada, form)).toEqual({ status: "other-numbers" });
  const practised = formOf(await workOf(ada), { two: "14" });
  expect(await send(ada, page, practised)).toEqual({ status: "other-numbers" });
});

describe("with the same numbers", () => {
  test("attempts are counted part by part, and what is wanted of each falls", async () => {
    const { ada, id } = await begun({ attempts: 2, credit: [1, 0.5] });
    const { work } = await pageOf(ada, id);
    const right = rightOf(await pageOf(ada, id));
    await answers(ada, id, { two: right.two!, three: "1" });
    // 1 of 3 points.
    expect((await kept(ada, id)).share).toBeCloseTo(1 / 3, 12);
    await answers(ada, id, { two: right.two!, three: right.three! });
    // The second attempt at the other part, at half of its 2 points; the first part, unchanged, cost nothing.
    expect((await kept(ada, id)).share).toBeCloseTo(2 / 3, 12);
    expect(await answers(ada, id, { two: "5", three: "6" })).toMatchObject({
      status: "recorded",
      asked: ["two"],
    });
    expect(await answers(ada, id, { two: "6", three: "7" })).toEqual({ status: "no-attempts" });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
    expect((await kept(ada, id)).attempts).toBe(3);
    expect(work.number).toBe(1);
  });

  test("the same answers again cost no attempt; nor does what cannot be read", async () => {
    const { ada, id } = await begun({ attempts: 1 });
    const right = rightOf(await pageOf(ada, id));
    expect(await answers(ada, id, { two: "1 +" })).toMatchObject({
      result: { status: "unreadable" },
    });
    await answers(ada, id, { two: right.two! });
    const again = await answers(ada, id, { two: right.two! });
    expect(again).toMatchObject({ status: "recorded" });
    expect(await answers(ada, id, { two: right.two!, three: "1 +" })).toMatchObject({
      result: { status: "unreadable" },
    });
    expect(await kept(ada, id)).toMatchObject({ attempts: 1 });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("extra attempts of an extension count", async () => {
    const { ada, id } = await begun({ attempts: 1 });
    await answers(ada, id, { two: "1" });
    expect(await answers(ada, id, { two: "2" })).toEqual({ status: "no-attempts" });
    await db.extension.create({ data: { assignmentId: id, userId: ada.userId, extraAttempts: 1 } });
    expect(await answers(ada, id, { two: "3" })).toMatchObject({ status: "recorded" });
    expect(await answers(ada, id, { two: "4" })).toEqual({ status: "no-attempts" });
  });
});

describe("deadlines", () => {
  test("late answers count for less, by the day, down to the floor; then nothing is taken", async () => {
    const late = { perDay: 0.2, floor: 0.5, graceMinutes: 15, takesLateDays: true };
    const { ada, id } = await begun({ late, credit: [1] }, { due: hour, closes: 10 * day });
    const right = rightOf(await pageOf(ada, id));
    await answers(ada, id, { two: right.two! });
    expect((await kept(ada, id)).share).toBeCloseTo(1 / 3, 12);
    // Two days late: 60 % of 2 of 3 points are left.
    await turnClock(hour + 36 * hour);
    await answers(ada, id, { ...right });
    expect((await kept(ada, id)).share).toBeCloseTo(1 / 3 + 0.6 * (2 / 3), 12);
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
    await turnClock(11 * day);
    expect(await answers(ada, id, { two: "8" })).toEqual({ status: "closed" });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("an answer that is on its way when it closes is not taken, whatever the page knew", async () => {
    const { ada, id } = await begun({}, { due: hour });
    const page = await pageOf(ada, id);
    await turnClock(2 * hour);
    expect(await send(ada, page, gradedForm(page, rightOf(page)))).toEqual({ status: "closed" });
    expect(await kept(ada, id)).toMatchObject({ share: 0, attempts: 0 });
  });

  test("when an answer came is told by the clock of deadlines", async () => {
    const { ada, id } = await begun({}, { due: 3 * day });
    await turnClock(2 * day);
    await answers(ada, id, { two: "1" });
    const ahead = (await kept(ada, id)).answeredAt!.getTime() - Date.now();
    expect(Math.abs(ahead - 2 * day)).toBeLessThan(60_000);
  });
});

describe("at once", () => {
  test("a double click and a retry count once", async () => {
    const { ada, id } = await begun({ attempts: 3 });
    const page = await pageOf(ada, id);
    const form = gradedForm(page, { two: "1", three: "2" });
    const sent = await Promise.all(Array.from({ length: 8 }, () => send(ada, page, form)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(["recorded"]));
    expect(await kept(ada, id)).toMatchObject({ attempts: 1 });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("many windows get no more attempts than there are", async () => {
    const { ada, id } = await begun({ attempts: 3 });
    const page = await pageOf(ada, id);
    const forms = Array.from({ length: 12 }, (_, i) => gradedForm(page, { two: String(i) }));
    const sent = await Promise.all(forms.map((form) => send(ada, page, form)));
    const taken = sent.filter(({ status }) => status === "recorded");
    expect(taken).toHaveLength(3);
    expect(await kept(ada, id)).toMatchObject({ attempts: 3 });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("answers of many students to one assignment all count, each by itself", async () => {
    const id = await anAssignment({ sectionId });
    const all = await Promise.all(Array.from({ length: 6 }, () => aStudent(sectionId)));
    await Promise.all(all.map((one) => begins(one, id)));
    await Promise.all(
      all.map(async (one) => answers(one, id, { two: rightOf(await pageOf(one, id)).two! })),
    );
    for (const one of all) {
      expect((await kept(one, id)).share).toBeCloseTo(1 / 3, 12);
      expect(await kept(one, id)).toEqual(await folded(one, id));
    }
  });
});

test("what is sent to graded work of somebody else's is refused by its numbers", async () => {
  const { ada, id } = await begun();
  const page = await pageOf(ada, id);
  const bob = await aStudent(sectionId);
  await begins(bob, id);
  const bobs = await pageOf(bob, id);
  expect(await send(bob, { ...bobs }, gradedForm(page, rightOf(page)))).toEqual({
    status: "other-numbers",
  });
});

test("a variant that is graded is none of those that a lesson or a review counts", async () => {
  const { ada, id } = await begun({}, { items: ["copy"] });
  await answers(ada, id, { same: "1" });
  const exercise = await exerciseNamed("copy");
  const work = (await listWork(ada, [exercise])).get(exercise.id)!;
  expect(work).toMatchObject({ number: 1, standing: {}, assignedId: null });
});
