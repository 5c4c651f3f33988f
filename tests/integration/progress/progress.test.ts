import { beforeAll, beforeEach, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { findHistory } from "@/lib/answering/history";
import { db } from "@/lib/db/client";
import { getProgress } from "@/lib/progress/progress";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import {
  type ALearner,
  aGuest,
  aLearner,
  answer,
  nobody,
  rightAnswers,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const courses = {
  alpha: { "01-a": lesson(twice, "One"), "02-b": lesson(copy, "Two") },
  beta: { "01-c": lesson("Only text.") },
};

beforeAll(async () => {
  await load(courses);
});

let ada: ALearner;

beforeEach(async () => {
  ada = await aLearner();
});

const nextOf = async () => {
  const { next } = await getProgress(ada);
  return next && { exercise: next.exercise.slug, reason: next.reason, course: next.course };
};

test("a newcomer, with a row or without, has no scores and begins at the beginning", async () => {
  for (const reader of [nobody, ada]) {
    const { mine, others: all, next } = await getProgress(reader);
    expect(mine).toEqual([]);
    expect(all.map(({ slug }) => slug)).toEqual(["alpha", "beta"]);
    expect(all[0]?.lessons.map(({ earned, possible }) => [earned, possible])).toEqual([
      [0, 3],
      [0, 1],
    ]);
    expect(all[0]?.lessons[0]?.exercises[0]?.score).toBeNull();
    expect(next).toMatchObject({ course: "alpha", exercise: { slug: "twice" }, reason: "begin" });
  }
});

test("what is not answered yet comes next, then what is not all right, then nothing", async () => {
  await answer(ada, { two: "14", three: "0" });
  expect(await nextOf()).toEqual({ exercise: "copy", reason: "begin", course: "alpha" });
  await answer(ada, rightAnswers(await workOf(ada, "copy")), { slug: "copy" });
  expect(await nextOf()).toEqual({ exercise: "twice", reason: "improve", course: "alpha" });
  const { mine: all } = await getProgress(ada);
  expect(all[0]?.lessons.map(({ earned }) => earned)).toEqual([1, 1]);
  expect(all[0]?.lessons[0]?.exercises[0]?.score).toMatchObject({
    best: 1 / 3,
    first: 1 / 3,
    attempts: 1,
  });
  await answer(ada, { two: "14", three: "21" });
  expect(await nextOf()).toBeNull();
});

test("skills have the scores of the exercises that practise them, and the one to go back to comes first", async () => {
  const head = `title: gamma
summary: About it.
skills:
  - { id: twos, title: Twos }
  - { id: ones, title: Ones, builds-on: [twos] }
`;
  await load({
    gamma: {
      "course.yaml": head,
      "01-a": lesson(twice.replace(">", ' skills="twos">'), "One"),
      "02-b": lesson(copy.replace(">", ' skills="ones">'), "Two"),
    },
  });
  await answer(ada, { two: "14", three: "0" });
  const { mine: all, next } = await getProgress(ada);
  expect(all[0]?.skills.map(({ id, buildsOn, sureness }) => [id, buildsOn, sureness])).toEqual([
    ["twos", [], { share: 1 / 3, level: "needs-work", tried: 1, of: 1 }],
    ["ones", ["twos"], { share: 0, level: "untried", tried: 0, of: 1 }],
  ]);
  expect(all[0]?.skills[0]?.exercises).toMatchObject([{ slug: "twice", lesson: { slug: "a" } }]);
  expect(next).toMatchObject({
    exercise: { slug: "twice" },
    reason: "improve",
    skill: { id: "twos" },
    before: { id: "ones" },
  });
  await answer(ada, { two: "14", three: "21" });
  expect(await nextOf()).toEqual({ exercise: "copy", reason: "begin", course: "gamma" });
  await load(courses);
});

test("what could not be read is not begun yet", async () => {
  await answer(ada, { two: "?", three: "" });
  expect(await nextOf()).toEqual({ exercise: "twice", reason: "begin", course: "alpha" });
});

test("one learner's progress says nothing of another's", async () => {
  await answer(ada, { two: "14", three: "21" });
  const { others: all } = await getProgress(await aLearner("Bob"));
  expect(all[0]?.lessons[0]?.earned).toBe(0);
});

test("a history has every submission as typed, latest first, unreadable ones too", async () => {
  await answer(ada, { two: "14", three: "0" });
  await answer(ada, { two: "14", three: "oh" });
  const { version, number } = await workOf(ada);
  await drawNext(ada, version.id, number);
  await answer(ada, { two: "1", three: "2" });
  const history = await findHistory(ada.userId, (await exerciseNamed("twice")).id);
  expect(history).toMatchObject({
    exercise: { slug: "twice", title: "Twice and thrice" },
    lesson: { title: "One", slug: "a", course: "alpha" },
    learner: { id: ada.userId, name: "Ada" },
  });
  expect(history?.variants.map(({ number: n, earned, possible }) => [n, earned, possible])).toEqual(
    [
      [2, 0, 3],
      [1, 1, 3],
    ],
  );
  const sent = history?.variants[1]?.submissions.map(({ responses, result }) => [
    responses.three,
    result.status,
  ]);
  expect(sent).toEqual([
    ["oh", "unreadable"],
    ["0", "graded"],
  ]);
});

test("a history has neither key nor seed in it", async () => {
  await answer(ada, { same: "1" }, { slug: "copy" });
  const { id: exerciseId } = await exerciseNamed("copy");
  const [history] = (await findHistory(ada.userId, exerciseId))?.variants ?? [];
  expect(history).not.toHaveProperty("key");
  expect(history).not.toHaveProperty("seed");
});

test("numbers that were drawn and not answered are no part of a history", async () => {
  const { version } = await workOf(ada);
  await drawNext(ada, version.id, 1);
  const history = await findHistory(ada.userId, (await exerciseNamed("twice")).id);
  expect(history?.variants).toEqual([]);
});

test("nobody's history, and nothing's, is null", async () => {
  const { id } = await exerciseNamed("twice");
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect(await findHistory(nobody, id)).toBeNull();
  expect(await findHistory(ada.userId, nobody)).toBeNull();
});

test("the history of a hidden exercise can still be read, with the text it had", async () => {
  await answer(ada, { same: "1" }, { slug: "copy" });
  const { id } = await exerciseNamed("copy");
  await load({ ...courses, alpha: { "01-a": courses.alpha["01-a"] } });
  const history = await findHistory(ada.userId, id);
  expect(history?.variants[0]?.exercise.title).toBe("The same");
  expect(await nextOf()).toEqual({ exercise: "twice", reason: "begin", course: "alpha" });
  await load(courses);
});

test("a guest has progress as an account has", async () => {
  const guest = await aGuest();
  await answer(guest, { two: "14", three: "21" });
  const { mine: all } = await getProgress(guest);
  expect(all[0]?.lessons[0]?.earned).toBe(3);
  expect(await db.score.count({ where: { userId: guest.userId } })).toBe(1);
});
