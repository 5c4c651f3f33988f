import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordDrafts } from "@/lib/answering/drafts";
import { findStaffAssignment } from "@/lib/assessment/setting/assignments";
import { changeAssignment } from "@/lib/assessment/setting/change-settings";
import { endExtension, giveExtension } from "@/lib/assessment/setting/extensions";
import { spendLateDay } from "@/lib/assessment/setting/late-days";
import { settleSection } from "@/lib/assessment/settle-section";
import { handIn } from "@/lib/assessment/sitting/hand-in";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { changeDetail } from "@/lib/cohort/change-place";
import { db } from "@/lib/db/client";
import { lesson, load, twice } from "../a-course";
import { aLearner } from "../a-learner";
import { useDatabase } from "../use-database";
import {
  anAssignment,
  answers,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  day,
  folded,
  hour,
  kept,
  pageOf,
  rightOf,
  turnClock,
} from "./an-assignment";

useDatabase();

let sectionId = "";
const minute = 60_000;
const late = { perDay: 0.2, floor: 0, graceMinutes: 0, takesLateDays: true };

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(twice) } });
  sectionId = await aSectionOf("twice", { lateDays: 3 });
});

afterEach(() => turnClock(0));

test("a late day counts for what was answered before it was spent", async () => {
  const [ada, bob] = [await aStudent(sectionId), await aStudent(sectionId)];
  const id = await anAssignment({ sectionId, policy: { late }, due: hour, closes: 5 * day });
  for (const one of [ada, bob]) await begins(one, id);
  await turnClock(2 * hour);
  for (const one of [ada, bob]) await answers(one, id, rightOf(await pageOf(one, id)));
  expect((await kept(ada, id)).share).toBeCloseTo(0.8, 12);
  const clicks = Array.from({ length: 6 }, () => spendLateDay(ada.userId, id, 0));
  expect((await Promise.all(clicks)).filter(Boolean)).toHaveLength(1);
  expect((await kept(ada, id)).share).toBe(1);
  expect(await kept(ada, id)).toEqual(await folded(ada, id));
  expect((await kept(bob, id)).share).toBeCloseTo(0.8, 12);
});

describe("what is kept is what all that was answered comes to", () => {
  test("in a storm of answers while late days are spent and extensions come and go", async () => {
    const [teacher, ada] = [await aLearner(), await aStudent(sectionId)];
    const id = await anAssignment({ sectionId, policy: { late }, due: hour, closes: 9 * day });
    await begins(ada, id);
    await turnClock(2 * hour + 2 * day);
    const right = rightOf(await pageOf(ada, id));
    const { userId } = teacher;
    const extend = async () => {
      const dueAt = (await assignmentFor(ada, id)).terms.dueAt;
      await giveExtension(userId, id, {
        to: { kind: "student", name: ada.userId },
        dueAt: new Date(dueAt.getTime() + day),
        closesAt: null,
        extraAttempts: 0,
        extraMinutes: 0,
        reason: "ill",
      });
      const given = await db.extension.findFirstOrThrow({
        where: { assignmentId: id, lateDays: 0, endedAt: null },
      });
      await endExtension(userId, id, given.id, "well");
    };
    const storm = async (n: number) => {
      for (let i = 0; i < 6; i++)
        await answers(ada, id, { two: i === 3 ? right.two! : String(1000 * n + i) });
    };
    const spend = async () => {
      for (let spent = 0; spent < 3; spent++) await spendLateDay(ada.userId, id, spent);
    };
    await Promise.all([storm(1), storm(2), storm(3), extend(), extend(), spend()]);
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("where an answer was on its way when the due date moved, whichever came first", async () => {
    const teacher = await aLearner();
    for (let round = 0; round < 8; round++) {
      const ada = await aStudent(sectionId);
      const id = await anAssignment({ sectionId, policy: { late }, due: hour, closes: 5 * day });
      await begins(ada, id);
      await turnClock(2 * hour);
      const { settings } = (await findStaffAssignment(id))!;
      const next = { ...settings, dueAt: new Date(settings.dueAt.getTime() + 2 * day) };
      const right = rightOf(await pageOf(ada, id));
      const first = await changeAssignment(teacher.userId, id, next, null);
      if (first.status !== "to-agree") throw new Error(first.status);
      const agreed = { hash: first.plan.hash, reason: "snow" };
      await Promise.all([
        answers(ada, id, right),
        changeAssignment(teacher.userId, id, next, agreed),
      ]);
      expect(await kept(ada, id), `round ${round}`).toEqual(await folded(ada, id));
      await turnClock(0);
    }
  });
});

test("what a student hands in counts as it was typed when they did, also where their time runs out meanwhile", async () => {
  const ada = await aStudent(sectionId);
  const id = await anAssignment({ sectionId, kind: "exam", policy: startingPolicies.exam });
  await begins(ada, id);
  const { work } = await pageOf(ada, id);
  const responses = rightOf(await pageOf(ada, id));
  const { assignedId, number, mark, version } = work;
  const known = { two: [""], three: [""] };
  const shown = { versionId: version.id, assignedId, number, mark };
  const typed = { responses, known, was: {}, taken: [], settled: [] };
  await recordDrafts(ada, { ...shown, ...typed });
  await turnClock(59 * minute);
  const asked = await assignmentFor(ada, id);
  await turnClock(61 * minute);
  await handIn(asked, "student");
  expect((await kept(ada, id)).share).toBe(1);
  expect(await kept(ada, id)).toEqual(await folded(ada, id));
});

test("another group and another time zone count for what was answered before", async () => {
  const [teacher, ada] = [await aLearner(), await aStudent(sectionId, { group: "A" })];
  const id = await anAssignment({ sectionId, policy: { late }, due: hour, closes: 5 * day });
  const { terms } = await assignmentFor(ada, id);
  await db.extension.create({
    data: { assignmentId: id, group: "B", dueAt: new Date(terms.dueAt.getTime() + 2 * day) },
  });
  await begins(ada, id);
  await turnClock(2 * hour);
  await answers(ada, id, rightOf(await pageOf(ada, id)));
  expect((await kept(ada, id)).share).toBeCloseTo(0.8, 12);
  const place = { actorId: teacher.userId, sectionId, personId: ada.userId };
  await changeDetail(place, "group", "B");
  await settleSection(sectionId, ada.userId);
  expect((await kept(ada, id)).share).toBe(1);
  await changeDetail(place, "group", null);
  await settleSection(sectionId);
  expect((await kept(ada, id)).share).toBeCloseTo(0.8, 12);
  expect(await kept(ada, id)).toEqual(await folded(ada, id));
});
