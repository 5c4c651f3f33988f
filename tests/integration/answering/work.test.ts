import { beforeAll, describe, expect, test } from "vitest";
import { listBegunAt, listLatestBegun } from "@/lib/answering/begun-variant";
import { drawNext } from "@/lib/answering/draw-next";
import { listWork } from "@/lib/answering/work";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { aLearner, answer, submissionsOf, workOf } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(`${twice}\n\n${copy}`) } });
});

describe("what stands in the fields of a page", () => {
  test("is of each part what was last sent to it, and what came of that", async () => {
    const ada = await aLearner();
    await answer(ada, { two: "1", three: "21" });
    await answer(ada, { two: "14", three: "0" }, { asked: ["two"] });
    const { responses, results } = await workOf(ada);
    expect(responses).toEqual({ two: "14", three: "21" });
    expect(results).toMatchObject({ two: { verdict: "right" }, three: { verdict: "right" } });
    const [first, second] = (await submissionsOf(ada)).map(({ result }) => result);
    expect(results.three).toEqual((first as { parts: unknown[] }).parts[1]);
    expect(results.two).toEqual((second as { parts: unknown[] }).parts[0]);
  });

  test("keeps a verdict where another answer beside it could not be read later", async () => {
    const ada = await aLearner();
    await answer(ada, { two: "14", three: "0" });
    await answer(ada, { two: "14", three: "x" });
    expect((await workOf(ada)).results).toMatchObject({
      two: { status: "graded", verdict: "right" },
      three: { status: "unreadable" },
    });
  });

  test("has no verdict on a text that stood there before", async () => {
    const ada = await aLearner();
    await answer(ada, { two: "14", three: "0" });
    await answer(ada, { two: "15", three: "x" });
    const { responses, results } = await workOf(ada);
    expect(responses).toEqual({ two: "15", three: "x" });
    expect(Object.keys(results)).toEqual(["three"]);
  });

  test("is of the latest numbers alone, and of each exercise its own", async () => {
    const ada = await aLearner();
    await answer(ada, { two: "1", three: "2" });
    await answer(ada, { same: "3" }, { slug: "copy" });
    await drawNext(ada, (await workOf(ada)).version.id, 1);
    const exercises = [await exerciseNamed("twice"), await exerciseNamed("copy")];
    const works = [...(await listWork(ada, exercises)).values()];
    expect(works.map(({ number, responses }) => ({ number, responses }))).toEqual([
      { number: 2, responses: {} },
      { number: 1, responses: { same: "3" } },
    ]);
  });
});

test("of forty answers no more leaves the database than of one", async () => {
  const ada = await aLearner();
  const { id } = await exerciseNamed("twice");
  const read = async () => [
    ...(await listLatestBegun(ada.userId, [id])),
    ...(await listBegunAt(ada.userId, [{ exerciseId: id, number: 1 }])),
  ];
  await answer(ada, { two: "100", three: "200" });
  const once = JSON.stringify(await read()).length;
  for (let i = 1; i < 40; i++) await answer(ada, { two: String(100 + i), three: String(200 + i) });
  const [latest, there] = await read();
  expect(latest?.answers.map(({ part, response }) => [part, response]).sort()).toEqual([
    ["three", "239"],
    ["two", "139"],
  ]);
  expect(there).toEqual(latest);
  expect(JSON.stringify([latest, there]).length).toBe(once);
});
