import { beforeAll, expect, test } from "vitest";
import { listMistakes } from "@/lib/cohort/mistakes";
import { listFirstTries } from "@/lib/cohort/overview/first-tries";
import { listAttention } from "@/lib/cohort/overview/list-attention";
import { listProgress } from "@/lib/cohort/overview/progress";
import { findRecipients } from "@/lib/cohort/overview/recipients";
import {
  exercisesOf,
  findSectionCourse,
  type SectionCourse,
} from "@/lib/cohort/overview/section-course";
import { listCohortSkills } from "@/lib/cohort/overview/skills";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { type ALearner, aLearner, answer } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

let ada: ALearner;
let bob: ALearner;
let sectionId: string;
let course: SectionCourse;

const head = `title: course
summary: About it.
skills:
  - { id: twos, title: Twos }
  - { id: threes, title: Threes, builds-on: [twos] }
  - { id: fours, title: Fours, builds-on: [twos] }
`;

const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

beforeAll(async () => {
  await load({
    course: {
      "course.yaml": head,
      "01-a": lesson(twice.replace(">", ' skills="twos">'), "One"),
      "02-b": lesson(copy.replace(">", ' skills="threes, twos">'), "Two"),
    },
  });
  const { id: courseId } = await db.course.findFirstOrThrow();
  sectionId = (await db.section.create({ data: { courseId, name: "Autumn" } })).id;
  [ada, bob] = [await aLearner("Ada"), await aLearner("Bob")];
  for (const { userId } of [ada, bob]) {
    await db.enrollment.create({ data: { userId, sectionId } });
  }
  await answer(ada, { two: "14", three: "0" });
  await answer(ada, { two: "14", three: "21" });
  await answer(await aLearner("Not enrolled"), { two: "14", three: "21" });
  course = (await findSectionCourse(sectionId))!;
});

test("progress has a column for each lesson, or for each exercise of one", async () => {
  const all = await listProgress(course, undefined);
  expect(all.columns.map(({ id, title, possible }) => [id, title, possible])).toEqual([
    ["a", "1. One", 3],
    ["b", "2. Two", 1],
  ]);
  expect(all.students.map(({ name, all: share, cells }) => [name, share, cells])).toEqual([
    ["Ada", 3 / 4, [{ best: 1, first: expect.closeTo(1 / 3), attempts: 2 }, null]],
    ["Bob", 0, [null, null]],
  ]);
  const opened = await listProgress(course, "a");
  const { id } = await exerciseNamed("twice");
  expect(opened.columns.map((column) => [column.id, column.isExercise])).toEqual([[id, true]]);
  expect(opened.students[0]?.cells).toEqual([
    { best: 1, first: expect.closeTo(1 / 3), attempts: 2 },
  ]);
});

test("a section is least sure of what those who tried it are least sure of", async () => {
  const [twos, threes, ...others] = await listCohortSkills(course);
  expect(twos).toMatchObject({
    id: "twos",
    share: expect.closeTo(1 / 3),
    tried: 1,
    sure: 0,
    needWork: 1,
  });
  expect(threes).toMatchObject({ id: "threes", share: 0, tried: 0 });
  expect(others).toEqual([]);
});

test("who has not begun is named, and who has is not", async () => {
  const { notBegun, stuck, quiet } = await listAttention(course, now);
  expect(notBegun.map(({ name }) => name)).toEqual(["Bob"]);
  expect([stuck, quiet]).toEqual([[], []]);
  const early = { ...course, startsOn: new Date(now.getTime() + 1) };
  expect((await listAttention(early, now)).notBegun).toEqual([]);
});

test("who tries an exercise again and again in vain is stuck for a week", async () => {
  const { id: exerciseId } = await exerciseNamed("twice");
  const where = { userId_exerciseId: { userId: ada.userId, exerciseId } };
  await db.score.update({ where, data: { attempts: 7, best: 0.5 } });
  const { stuck } = await listAttention(course, now);
  expect(stuck).toMatchObject([{ name: "Ada", exercises: [{ id: exerciseId, attempts: 7 }] }]);
  await db.score.update({ where, data: { updatedAt: daysAgo(8) } });
  expect((await listAttention(course, now)).stuck).toEqual([]);
  await db.score.update({ where, data: { attempts: 2, best: 1 } });
});

test("first tries stand in the week of the first answer, whatever comes later", async () => {
  const { id: exerciseId } = await exerciseNamed("twice");
  const where = { userId_exerciseId: { userId: ada.userId, exerciseId } };
  await db.score.update({ where, data: { firstAt: new Date("2026-03-04T23:30:00Z") } });
  const berlin = await listFirstTries({ ...course, timeZone: "Europe/Berlin" });
  const step = { first: expect.closeTo(1 / 3), best: 1, begun: 1, students: 1 };
  expect(berlin).toEqual({
    by: "day",
    steps: [{ from: new Date("2026-03-04T23:00:00Z"), ...step }],
  });
});

test("a mistake of the week is one whose latest answer is of the week", async () => {
  const { id: exerciseId } = await exerciseNamed("twice");
  const made = { exerciseId, rule: "sign-turned", count: 2 };
  await db.mistake.create({ data: { ...made, userId: ada.userId, lastAt: daysAgo(1) } });
  await db.mistake.create({ data: { ...made, userId: bob.userId, lastAt: daysAgo(8) } });
  const exercises = exercisesOf(course);
  const named = async (since: Date | null) =>
    (await listMistakes({ sectionId, exercises, since }))
      .filter(({ rule }) => rule === "sign-turned")
      .map((mistake) => mistake.named.map(({ name }) => name));
  expect(await named(daysAgo(7))).toEqual([["Ada"]]);
  expect(await named(null)).toEqual([["Ada", "Bob"]]);
});

test("whoever a group holds can be written to, with exercises against their mistake", async () => {
  const { id: exercise } = await exerciseNamed("twice");
  const asked = { about: "mistake", rule: "sign-turned", exercise };
  const found = await findRecipients(sectionId, asked, now);
  expect(found?.people.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
  expect(found?.practice).toBe(`/review/practice?rule=sign-turned&exercise=${exercise}`);
  const week = await findRecipients(sectionId, { ...asked, since: "week" }, now);
  expect(week?.people.map(({ name }) => name)).toEqual(["Ada"]);
  const idle = await findRecipients(sectionId, { about: "not-begun" }, now);
  expect(idle).toMatchObject({ practice: null, people: [{ name: "Bob" }] });
  expect(await findRecipients(sectionId, { about: "everybody" }, now)).toBeNull();
});
