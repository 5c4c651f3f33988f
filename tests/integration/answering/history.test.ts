import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { findHistory } from "@/lib/answering/history";
import { db } from "@/lib/db/client";
import { exerciseNamed, lesson, load, twice } from "../a-course";
import { type ALearner, aLearner, answer, submissionsOf, workOf } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

afterEach(() => vi.unstubAllEnvs());

beforeAll(async () => {
  await load({ course: { "01-a": lesson(twice) } });
});

async function typedOn(learner: ALearner, page?: number): Promise<string[]> {
  const { id } = await exerciseNamed("twice");
  const history = await findHistory(learner.userId, id, page);
  return history!.variants.flatMap(({ submissions }) => submissions.map((s) => s.responses.two!));
}

test("a page of history has twenty submissions, the latest first, and the others follow", async () => {
  vi.stubEnv("TRIES_PER_PART", "50");
  const ada = await aLearner();
  for (let i = 1; i <= 43; i++) await answer(ada, { two: `${i}`, three: "0" });
  const { id } = await exerciseNamed("twice");
  expect(await findHistory(ada.userId, id)).toMatchObject({ page: 1, pages: 3 });
  const numbers = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, i) => `${from - i}`);
  expect(await typedOn(ada)).toEqual(numbers(43, 24));
  expect(await typedOn(ada, 2)).toEqual(numbers(23, 4));
  expect(await typedOn(ada, 3)).toEqual(numbers(3, 1));
  expect(await findHistory(ada.userId, id, 900)).toMatchObject({ page: 3 });
});

test("a response longer than an answer can be is refused, kept cut, and shown again on the lesson", async () => {
  const ada = await aLearner();
  const { result } = await answer(ada, { two: "a**b".repeat(70_000), three: "0" });
  expect(result).toMatchObject({
    status: "unreadable",
    parts: [{ part: "two", message: expect.stringContaining("200 characters") }],
  });
  const [kept] = await submissionsOf(ada);
  expect((kept!.responses as { two: string }).two).toHaveLength(201);
  expect((await workOf(ada)).responses.two).toHaveLength(201);
});

test("what was kept whole before there was a longest leaves the database cut", async () => {
  const ada = await aLearner();
  await answer(ada, { two: "1", three: "0" });
  const [kept] = await submissionsOf(ada);
  const responses = { two: "a**b".repeat(70_000), three: "0" };
  await db.submission.update({ where: { id: kept!.id }, data: { responses } });
  const [typed] = await typedOn(ada);
  expect(typed!.length).toBeLessThan(3_000);
  expect((await workOf(ada)).responses.two).toHaveLength(201);
});
