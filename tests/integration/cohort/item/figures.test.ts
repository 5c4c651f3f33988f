import { beforeAll, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { figuresOf } from "@/lib/cohort/item/figures";
import { findItem } from "@/lib/cohort/item/item";
import { listWays } from "@/lib/cohort/item/ways";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../../a-course";
import { aLearner, answer, rightAnswers, workOf } from "../../a-learner";
import { useDatabase } from "../../use-database";
import { aSection, sentAt } from "./a-section";

useDatabase();

// Its first variant has a = 7, so that 14 and 21 are right; "three" has 2 of the 3 points.
const right = { two: "14", three: "21" };
let place: { sectionId: string; exerciseId: string };

beforeAll(async () => {
  await load({ course: { "01-a": lesson(twice), "02-b": lesson(copy) } });
  const { sectionId, enrol } = await aSection();
  place = { sectionId, exerciseId: (await exerciseNamed("twice")).id };

  const ada = await enrol("Ada");
  await answer(ada, right);
  await answer(ada, rightAnswers(await workOf(ada, "copy")), { slug: "copy" });

  const bob = await enrol("Bob");
  await answer(bob, { two: "14", three: "0" });
  await answer(bob, { two: "15", three: "21" });
  await answer(bob, { two: "14", three: "21" }, { asked: ["two"] });
  await answer(bob, { same: "0" }, { slug: "copy" });
  await sentAt(bob, 100, 160, 400, 9000);

  const cleo = await enrol("Cleo");
  await answer(cleo, { two: "0", three: "a lot" });
  await answer(cleo, { two: "0", three: "0" });

  await enrol("Dan");
  await answer(await enrol("Removed", { removedAt: new Date() }), right);
  await answer(await aLearner("Elsewhere"), right);
});

const itemNow = async () => (await findItem(place))!;
const waysNow = async () => (await listWays(place)).toSorted((a, b) => a.attempts - b.attempts);

test("an exercise's scores are those of the section's students who have begun it, with their rest", async () => {
  const item = await itemNow();
  expect(item).toMatchObject({
    title: "Twice and thrice",
    possible: 3,
    labels: { two: "$2a$", three: "$3a$" },
    students: 4,
    section: { name: "Autumn" },
    lesson: { number: 1, slug: "a", course: "course" },
  });
  expect(item.scores.toSorted((a, b) => b.first - a.first)).toEqual([
    { first: 1, best: 1, rest: 1 },
    { first: expect.closeTo(1 / 3, 12), best: 1, rest: 0 },
    { first: 0, best: 0, rest: null },
  ]);
});

test("a student has it right with the answer that makes the last part right, and not before", async () => {
  // Bob's first answer has one part right and his second the other: the third adds nothing.
  expect(await waysNow()).toEqual([
    { attempts: 1, seconds: 0 },
    { attempts: 2, seconds: 60 },
  ]);
});

test("its figures are those worked out by hand", async () => {
  const figures = figuresOf((await itemNow()).scores, await waysNow());
  expect(figures.facilityFirst).toMatchObject({ value: expect.closeTo(4 / 9, 12), students: 3 });
  expect(figures.facilityBest).toMatchObject({ value: expect.closeTo(2 / 3, 12), students: 3 });
  expect(figures.rightAtFirst.value).toBeCloseTo(1 / 3, 12);
  expect(figures.rightByNow.value).toBeCloseTo(2 / 3, 12);
  expect(figures.facilityFirst.interval).toBeUndefined();
  expect(figures.discrimination).toEqual({ students: 2, none: "too few" });
  expect(figures.attempts).toEqual({ lower: 1.25, median: 1.5, upper: 1.75 });
  expect(figures.seconds).toEqual({ lower: 60, median: 60, upper: 60, students: 1 });
});

test("what a section leaves out, and what its course no longer shows, is not in the rest", async () => {
  const { id: lessonId } = await db.lesson.findFirstOrThrow({ where: { slug: "b" } });
  const restsNow = async () => (await itemNow()).scores.map(({ rest }) => rest);
  const leave = (leavesOut: string[]) =>
    db.section.update({ where: { id: place.sectionId }, data: { leavesOut } });
  await leave([lessonId]);
  expect(await restsNow()).toEqual([null, null, null]);
  await leave([]);
  expect((await restsNow()).toSorted()).toEqual([0, 1, null]);
  await db.exercise.updateMany({ where: { lessonId }, data: { shown: false } });
  expect(await restsNow()).toEqual([null, null, null]);
  await db.exercise.updateMany({ where: { lessonId }, data: { shown: true } });
});

test("with new numbers nothing is right yet, and what came before still counts as attempts", async () => {
  const { sectionId, enrol } = await aSection();
  const eve = await enrol("Eve");
  await answer(eve, { two: "14", three: "0" });
  const before = await workOf(eve);
  await drawNext(eve, before.version.id, before.number);
  const { two, three } = rightAnswers(await workOf(eve));
  await answer(eve, { two: "0", three: three! });
  expect(await listWays({ ...place, sectionId })).toEqual([]);
  await answer(eve, { two: two!, three: "0" });
  await sentAt(eve, 0, 86_400, 86_500);
  expect(await listWays({ ...place, sectionId })).toEqual([{ attempts: 3, seconds: 86_500 }]);
});

test("an exercise or a section that is not there has none", async () => {
  expect(await findItem({ ...place, exerciseId: crypto.randomUUID() })).toBeNull();
  expect(await findItem({ ...place, sectionId: crypto.randomUUID() })).toBeNull();
});
