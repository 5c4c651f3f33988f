import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { AssignmentSettings } from "@/lib/assessment/setting/assignment-form";
import {
  createAssignment,
  findStaffAssignment,
  listAssignments,
} from "@/lib/assessment/setting/assignments";
import { changeItems } from "@/lib/assessment/setting/change-items";
import { changeAssignment } from "@/lib/assessment/setting/change-settings";
import { endExtension, giveExtension, listExtensions } from "@/lib/assessment/setting/extensions";
import { listItems } from "@/lib/assessment/setting/item-list";
import type { WantedItem } from "@/lib/assessment/setting/items-form";
import {
  publishAssignment,
  removeAssignment,
  unpublishAssignment,
} from "@/lib/assessment/setting/publish";
import { handIn } from "@/lib/assessment/sitting/hand-in";
import { ensureWork } from "@/lib/assessment/sitting/work";
import { findSectionChanges } from "@/lib/cohort/changes";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
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
let actor = "";

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(`${twice}\n\n${copy}`) } });
  sectionId = await aSectionOf("twice");
  actor = (await aLearner("Ines")).userId;
});

afterEach(() => turnClock(0));

const settingsOf = async (id: string): Promise<AssignmentSettings> =>
  (await findStaffAssignment(id))!.settings;

const later = (date: Date, ms: number) => new Date(date.getTime() + ms);

const lastEvent = () =>
  db.auditEvent.findFirstOrThrow({ where: { actorId: actor }, orderBy: { at: "desc" } });

/** Looks at what a change does, and agrees to it. */
async function agreeTo(id: string, next: AssignmentSettings, reason = "A mistake of mine") {
  const first = await changeAssignment(actor, id, next, null);
  if (first.status !== "to-agree") throw new Error(first.status);
  const { hash } = first.plan;
  expect(await changeAssignment(actor, id, next, { hash, reason })).toEqual({ status: "done" });
  return first.plan;
}

describe("an assignment that nobody has begun", () => {
  test("is made as a draft, changed at once, published, taken back and removed, and all of it is kept", async () => {
    const id = await createAssignment(actor, sectionId, { kind: "exam", title: "Midterm" });
    const settings = await settingsOf(id);
    expect(settings.policy).toMatchObject({ attempts: 1, minutes: 60 });
    const next = { ...settings, title: "Midterm 1", password: "tulip" };
    expect(await changeAssignment(actor, id, next, null)).toEqual({ status: "done" });
    expect(await lastEvent()).toMatchObject({
      action: "assignment.changed",
      sectionId,
      before: { assignment: "Midterm", Title: "Midterm", Password: "not needed" },
      after: { Title: "Midterm 1", Password: "needed" },
    });
    expect(await publishAssignment(actor, id)).toEqual({ status: "empty" });
    const { id: exercise } = await exerciseNamed("twice");
    await changeItems(actor, id, [item([exercise])], null);
    expect(await publishAssignment(actor, id)).toEqual({ status: "done" });
    expect((await listAssignments(sectionId)).find((one) => one.id === id)).toMatchObject({
      exercises: 1,
      points: 10,
      begun: 0,
    });
    expect(await changeItems(actor, id, [], null)).toMatchObject({ status: "refused" });
    expect(await removeAssignment(actor, id)).toEqual({ status: "begun" });
    expect(await unpublishAssignment(actor, id)).toEqual({ status: "done" });
    expect(await removeAssignment(actor, id)).toEqual({ status: "done" });
    expect(await findStaffAssignment(id)).toBeNull();
    expect((await lastEvent()).action).toBe("assignment.removed");
  });

  test("is not published where it would be closed already", async () => {
    const id = await anAssignment({ sectionId, published: false, opens: -3 * day, due: -day });
    expect(await publishAssignment(actor, id)).toEqual({ status: "over" });
  });
});

const item = (exercises: string[], more: Partial<WantedItem> = {}): WantedItem => ({
  ...{ id: null, points: 10, draws: 1, exercises },
  ...more,
});

describe("a date that is moved once students have begun", () => {
  test("changes nothing before it is agreed to, and another thing than was agreed to neither", async () => {
    const ada = await aStudent(sectionId);
    const id = await anAssignment({ sectionId });
    await begins(ada, id);
    const settings = await settingsOf(id);
    const next = { ...settings, dueAt: later(settings.dueAt, -hour) };
    const seen = await changeAssignment(actor, id, next, null);
    expect(seen).toMatchObject({ status: "to-agree", plan: { begun: 1 } });
    if (seen.status !== "to-agree") return;
    const agreed = { hash: seen.plan.hash, reason: "Why not" };
    const other = { ...settings, dueAt: later(settings.dueAt, -2 * hour) };
    expect((await changeAssignment(actor, id, other, agreed)).status).toBe("to-agree");
    await begins(await aStudent(sectionId), id);
    expect((await changeAssignment(actor, id, next, agreed)).status).toBe("to-agree");
    expect(await settingsOf(id)).toEqual(settings);
    expect(await unpublishAssignment(actor, id)).toEqual({ status: "begun" });
    const opens = { ...settings, opensAt: later(settings.opensAt, 2 * hour) };
    expect(await changeAssignment(actor, id, opens, null)).toMatchObject({
      status: "refused",
      errors: { opensAt: expect.stringMatching(/^Students have begun it/) },
    });
  });

  test("works out anew what was late, down and up, and what is kept agrees with what was sent", async () => {
    const ada = await aStudent(sectionId);
    const late = { perDay: 0.1, floor: 0.5, graceMinutes: 0, takesLateDays: false };
    const id = await anAssignment({ sectionId, policy: { late }, closes: 5 * day });
    await begins(ada, id);
    await answers(ada, id, rightOf(await pageOf(ada, id)));
    const settings = await settingsOf(id);
    const early = { ...settings, dueAt: later(settings.dueAt, -day - hour / 2) };
    const plan = await agreeTo(id, early);
    expect(plan.impact).toMatchObject([
      {
        name: "Ada",
        before: { share: 1, dueAt: settings.dueAt },
        after: { share: 0.9, dueAt: early.dueAt },
        effects: ["1 exercise was answered after the new due date and is late now, or later."],
      },
    ]);
    expect((await kept(ada, id)).share).toBeCloseTo(0.9, 12);
    expect((await kept(ada, id)).share).toBe((await folded(ada, id)).share);
    expect(await lastEvent()).toMatchObject({
      action: "assignment.changed",
      reason: "A mistake of mine",
      before: { Due: expect.any(String) },
    });
    const back = await agreeTo(id, settings);
    expect(back.impact[0]?.effects).toEqual([
      "1 exercise was late and no longer is, or is less so.",
    ]);
    expect(await kept(ada, id)).toMatchObject({ share: 1, attempts: 1 });
  });

  test("opens again what the clock handed in, and not what a student did", async () => {
    const [ada, bob] = [await aStudent(sectionId), await aStudent(sectionId)];
    const id = await anAssignment({ sectionId });
    for (const one of [ada, bob]) await begins(one, id);
    await handIn(await assignmentFor(bob, id), "student");
    await turnClock(2 * day);
    await handIn(await assignmentFor(ada, id), "clock");
    const settings = await settingsOf(id);
    const dueAt = later(settings.dueAt, 3 * day);
    const { impact } = await agreeTo(id, { ...settings, dueAt, closesAt: dueAt });
    expect(impact.map(({ effects }) => effects).filter(({ length }) => length > 0)).toEqual([
      ["Opens again: the clock had handed it in, and there is time left now."],
    ]);
    expect((await assignmentFor(ada, id)).phase).toBe("open");
    expect((await assignmentFor(bob, id)).phase).toBe("handed-in");
  });

  test("says whom it closes at once", async () => {
    const ada = await aStudent(sectionId);
    const id = await anAssignment({ sectionId });
    await begins(ada, id);
    const settings = await settingsOf(id);
    const dueAt = later(await clockNow(), -60_000);
    const plan = await changeAssignment(actor, id, { ...settings, dueAt, closesAt: dueAt }, null);
    expect(plan).toMatchObject({
      plan: { impact: [{ effects: ["Closes at once: what is typed and not sent is handed in."] }] },
    });
  });
});

test("fewer attempts and less credit are worked out for what was answered, and who used more is said", async () => {
  const ada = await aStudent(sectionId);
  const id = await anAssignment({ sectionId });
  await begins(ada, id);
  const right = rightOf(await pageOf(ada, id));
  await answers(ada, id, { two: "1", three: right.three! });
  await answers(ada, id, { two: right.two! });
  const settings = await settingsOf(id);
  const policy = { ...settings.policy, attempts: 1, credit: [1, 0.5] };
  const plan = await agreeTo(id, { ...settings, policy });
  // 2 of 3 points at the first attempt, 1 at the second.
  expect(plan.impact[0]).toMatchObject({
    before: { share: 1, attempts: null },
    after: { share: 2.5 / 3, attempts: 1 },
    effects: ["More attempts than that are used in 1 exercise. They still count."],
  });
  expect((await kept(ada, id)).share).toBeCloseTo(2.5 / 3, 12);
  // What a regrade let her keep is hers.
  await db.assignedExercise.updateMany({
    where: { work: { assignmentId: id } },
    data: { atLeast: 0.8, share: 2.5 / 3 },
  });
  const none = { ...settings.policy, credit: [0] };
  const { impact } = await agreeTo(id, { ...settings, policy: none });
  expect(impact[0]?.after.share).toBe(0.8);
  expect((await kept(ada, id)).share).toBe(0.8);
});

describe("exercises that are changed once students have begun", () => {
  const begun = async () => {
    const [ada, bob] = [await aStudent(sectionId), await aStudent(sectionId)];
    const id = await anAssignment({ sectionId, items: ["twice"] });
    for (const one of [ada, bob]) await begins(one, id);
    const [first] = await listItems(id);
    const now = item([first!.exercises[0]!.id], { id: first!.id });
    const { id: same } = await exerciseNamed("copy");
    return { ada, bob, id, now, added: item([same], { points: 5 }) };
  };

  const agree = async (id: string, items: readonly WantedItem[]) => {
    const seen = await changeItems(actor, id, items, null);
    if (seen.status !== "to-agree") throw new Error(seen.status);
    const agreed = { hash: seen.plan.hash, reason: "Better so" };
    expect(await changeItems(actor, id, items, agreed)).toEqual({ status: "done" });
    return seen.plan;
  };

  test("are added for all but those who have handed in", async () => {
    const { ada, bob, id, now, added } = await begun();
    await answers(ada, id, rightOf(await pageOf(ada, id)));
    await handIn(await assignmentFor(bob, id), "student");
    const plan = await agree(id, [added, now]);
    expect(plan.lines).toEqual([{ what: "The same", before: "not in it", after: "5 points" }]);
    expect(plan.impact.map(({ after, effects }) => [after.share, effects]).toSorted()).toEqual([
      [0, ["Is not given the 1 exercise added, as the work is handed in."]],
      [10 / 15, ["Is given 1 exercise more."]],
    ]);
    const mine = (await ensureWork(id, ada.userId)).exercises;
    expect(mine.map(({ points, excused }) => [points, excused])).toEqual([
      [5, false],
      [10, false],
    ]);
    const bobs = (await ensureWork(id, bob.userId)).exercises;
    expect(bobs.map(({ points, excused }) => [points, excused])).toEqual([
      [5, true],
      [10, false],
    ]);
  });

  test("are taken out for everybody, and what was answered stays on record", async () => {
    const { ada, id, now, added } = await begun();
    await answers(ada, id, rightOf(await pageOf(ada, id)));
    await agree(id, [now, added]);
    const plan = await agree(id, [{ ...added, id: (await listItems(id))[1]!.id }]);
    const adas = plan.impact.find(({ userId }) => userId === ada.userId);
    expect(adas).toMatchObject({
      before: { share: 10 / 15 },
      after: { share: 0 },
      effects: ["1 exercise no longer counts, 1 of them answered. The answers stay on record."],
    });
    const [, second] = (await ensureWork(id, ada.userId)).exercises.toSorted((a, b) =>
      a.points < b.points ? -1 : 1,
    );
    expect(second).toMatchObject({ excused: true, share: 1, attempts: 1 });
    const late = await aStudent(sectionId);
    await begins(late, id);
    expect((await ensureWork(id, late.userId)).exercises).toHaveLength(1);
    expect(await db.submission.count({ where: { variant: { userId: ada.userId } } })).toBe(1);
  });

  test("are worth what they are worth now for all, and drawn as often as they were", async () => {
    const { ada, id, now, added } = await begun();
    await agree(id, [now, added]);
    await answers(ada, id, rightOf(await pageOf(ada, id)));
    const second = { ...added, id: (await listItems(id))[1]!.id };
    const plan = await agree(id, [{ ...now, points: 15 }, second]);
    expect(plan.lines).toEqual([
      { what: "Twice and thrice", before: "10 points", after: "15 points" },
    ]);
    expect(plan.impact.find(({ userId }) => userId === ada.userId)).toMatchObject({
      before: { share: 10 / 15 },
      after: { share: 0.75 },
    });
    const pool = { ...now, draws: 2, exercises: [...now.exercises, ...added.exercises] };
    expect(await changeItems(actor, id, [pool], null)).toMatchObject({
      status: "refused",
      errors: { items: expect.stringMatching(/^Place 1: students have drawn from it/) },
    });
  });

  test("of another course, or of an editor that is out of date, are refused", async () => {
    const { id, now } = await begun();
    const gone = item(["00000000-0000-4000-8000-000000000000"]);
    expect(await changeItems(actor, id, [now, gone], null)).toMatchObject({ status: "refused" });
    const old = { ...now, id: "00000000-0000-4000-8000-000000000000" };
    expect(await changeItems(actor, id, [old], null)).toMatchObject({ status: "refused" });
  });
});

describe("an extension", () => {
  const given = { dueAt: null, closesAt: null, extraAttempts: 0, extraMinutes: 0, reason: "Ill" };

  test("for a group opens again what the clock handed in, and taken back it counts no more", async () => {
    const ada = await aStudent(sectionId, { group: "Tuesday" });
    const bob = await aStudent(sectionId);
    const late = { perDay: 0.5, floor: 0, graceMinutes: 0, takesLateDays: false };
    const id = await anAssignment({ sectionId, policy: { late }, closes: 2 * day });
    for (const one of [ada, bob]) await begins(one, id);
    await turnClock(3 * day);
    for (const one of [ada, bob]) await handIn(await assignmentFor(one, id), "clock");
    const dueAt = later(await clockNow(), day);
    const to = { kind: "group", name: "Tuesday" } as const;
    const outcome = await giveExtension(actor, id, { ...given, to, dueAt, extraAttempts: 1 });
    expect(outcome).toEqual({ status: "done" });
    expect(await lastEvent()).toMatchObject({
      action: "extension.given",
      reason: "Ill",
      after: { assignment: "Homework 1", group: "Tuesday", "More attempts": 1 },
    });
    expect((await assignmentFor(ada, id)).phase).toBe("open");
    expect((await assignmentFor(bob, id)).phase).toBe("handed-in");
    const [entry] = await listExtensions(id);
    expect(entry).toMatchObject({ who: "Tuesday", isGroup: true, dueAt, endedAt: null });
    expect(await endExtension(actor, id, entry!.id, "Well again")).toEqual({ status: "done" });
    expect(await endExtension(actor, id, entry!.id, "Twice")).toEqual({ status: "gone" });
    expect((await assignmentFor(ada, id)).phase).toBe("closed");
    expect(await lastEvent()).toMatchObject({ action: "extension.ended", reason: "Well again" });
    const { changes } = (await findSectionChanges(sectionId, 1))!;
    expect(changes.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      "Ines took an extension back from a group.",
      "Ines gave a group an extension.",
    ]);
    expect(changes[1]?.details[0]).toEqual({
      ...{ what: "Assignment", before: null, after: "Homework 1" },
    });
  });

  test("takes off what lateness had cost", async () => {
    const ada = await aStudent(sectionId);
    const late = { perDay: 0.5, floor: 0, graceMinutes: 0, takesLateDays: false };
    const id = await anAssignment({
      ...{ sectionId, policy: { late } },
      ...{ opens: -2 * day, due: -hour, closes: 3 * day },
    });
    await begins(ada, id);
    await answers(ada, id, rightOf(await pageOf(ada, id)));
    expect((await kept(ada, id)).share).toBe(0.5);
    const dueAt = later(await clockNow(), hour);
    const to = { kind: "student", name: ada.userId } as const;
    await giveExtension(actor, id, { ...given, to, dueAt });
    expect((await kept(ada, id)).share).toBe(1);
  });

  test("is for nobody who is not in the section", async () => {
    const id = await anAssignment({ sectionId });
    const stranger = await aLearner();
    for (const to of [
      { kind: "student", name: stranger.userId },
      { kind: "student", name: "\0" },
      { kind: "group", name: "Nobody’s" },
    ] as const)
      expect(await giveExtension(actor, id, { ...given, to, extraAttempts: 1 })).toEqual({
        status: "nobody",
      });
  });
});
