import { beforeAll, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { recordSubmission } from "@/lib/answering/submit";
import { db } from "@/lib/db/client";
import { copy, lesson, load, twice } from "../a-course";
import {
  type ALearner,
  aGuest,
  aLearner,
  answer,
  formOf,
  keptScore,
  recorded,
  rightAnswers,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const course = (exercise = twice) => ({ course: { "01-a": lesson(`${exercise}\n\n${copy}`) } });

beforeAll(async () => {
  await load(course());
});

/** Asks for new numbers from the page that the learner sees, and opens the page that comes. */
async function next(learner: ALearner, slug = "twice") {
  const { version, number } = await workOf(learner, slug);
  await drawNext(learner, version.id, number);
  return workOf(learner, slug);
}

test("the author's fixed variant comes first, then each draw differs from all before", async () => {
  const ada = await aLearner();
  const seen = [(await workOf(ada)).numbers.givens.a];
  for (let i = 0; i < 8; i++) seen.push((await next(ada)).numbers.givens.a);
  expect(seen[0]).toBe(7);
  expect(new Set(seen).size).toBe(seen.length);
});

test("learners and guests draw numbers of their own, the same at every look", async () => {
  const learners = [await aLearner("Ada"), await aLearner("Bob"), await aGuest(), await aGuest()];
  const drawn = await Promise.all(learners.map((one) => workOf(one, "copy")));
  expect(new Set(drawn.map(({ numbers }) => numbers.givens.a)).size).toBe(learners.length);
  const again = await Promise.all(learners.map((one) => workOf(one, "copy")));
  expect(again.map(({ numbers }) => numbers)).toEqual(drawn.map(({ numbers }) => numbers));
});

test("looking at an exercise keeps nothing; the first answer freezes the numbers that were shown", async () => {
  const ada = await aLearner();
  const shown = await workOf(ada, "copy");
  expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(0);
  await answer(ada, { same: "0" }, { slug: "copy" });
  const frozen = await workOf(ada, "copy");
  expect(frozen.numbers).toEqual(shown.numbers);
  expect(frozen.mark).toBe(shown.mark);
});

test("asked many times from one page, it draws once", async () => {
  const ada = await aLearner();
  const { version } = await workOf(ada);
  const points = await Promise.all([1, 2, 3, 4, 5].map(() => drawNext(ada, version.id, 1)));
  expect(points).toEqual([3, 3, 3, 3, 3]);
  expect((await workOf(ada)).number).toBe(2);
  await drawNext(ada, version.id, 1);
  expect((await workOf(ada)).number).toBe(2);
});

test("asked from a page that nobody has, it draws nothing", async () => {
  const ada = await aLearner();
  const { version } = await workOf(ada);
  await drawNext(ada, version.id, 5);
  expect((await workOf(ada)).number).toBe(1);
  expect(await drawNext(ada, "nonsense", 1)).toBeNull();
});

test("new numbers can be answered, and the page before them still can", async () => {
  const ada = await aLearner();
  const first = await workOf(ada);
  const second = await next(ada);
  expect(second.responses).toEqual({});
  expect((await answer(ada, rightAnswers(second))).standing.earned).toBe(3);
  const late = recorded(await recordSubmission(ada, formOf(first, { two: "14", three: "0" })));
  expect(late.standing).toEqual({ earned: 1, possible: 3 });
  expect((await workOf(ada)).number).toBe(2);
  expect(await keptScore(ada)).toEqual({ best: 1, first: 1, firstNumber: 2, attempts: 2 });
});

test("new numbers are drawn from the exercise as it reads today", async () => {
  const ada = await aLearner();
  await answer(ada, { two: "14", three: "21" });
  await load(course(twice.replace("points={2}", "points={4}")));
  expect((await workOf(ada)).standing).not.toEqual({});
  const { version, number } = await workOf(ada);
  expect(await drawNext(ada, version.id, number)).toBe(5);
  const drawn = await workOf(ada);
  expect(drawn.version.id).not.toBe(version.id);
  await answer(ada, { ...rightAnswers(drawn), three: "0" });
  expect(await keptScore(ada)).toEqual({ best: 1, first: 1, firstNumber: 1, attempts: 2 });
  await load(course());
});
