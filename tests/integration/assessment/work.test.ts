import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { lateDaysLeft, spendLateDay } from "@/lib/assessment/setting/late-days";
import { listHeld } from "@/lib/assessment/sitting/held";
import { ensureWork } from "@/lib/assessment/sitting/work";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { formOf, workOf } from "../a-learner";
import { useDatabase } from "../use-database";
import { post } from "./a-window";
import {
  anAssignment,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  day,
  hour,
  pageOf,
  turnClock,
} from "./an-assignment";

useDatabase();

/** The same for everyone. */
const known = (n: number) =>
  `<Exercise id="known-${n}" title="Known ${n}"><Numeric name="one" label="$${n}+1$" answer={${n} + 1} /></Exercise>`;

let sectionId = "";
const pool = ["known-1", "known-2", "known-3", "known-4", "known-5"];

beforeAll(async () => {
  const all = [twice, copy, ...[1, 2, 3, 4, 5].map(known)];
  await load({ maths: { "01-one": lesson(all.join("\n\n")) } });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

describe("a pool", () => {
  const drawn = async (id: string, userId: string) => {
    const { exercises } = await ensureWork(id, userId);
    return exercises.map(({ exerciseId }) => exerciseId);
  };

  test("gives each student their own draw, always the same, in the pool's order", async () => {
    const id = await anAssignment({ sectionId, items: [pool], draws: 3 });
    const order = await Promise.all(pool.map(async (slug) => (await exerciseNamed(slug)).id));
    const draws = new Set<string>();
    for (let i = 0; i < 12; i++) {
      const { userId } = await aStudent(sectionId);
      const first = await drawn(id, userId);
      expect(first).toHaveLength(3);
      expect(first).toEqual(order.filter((one) => first.includes(one)));
      expect(await drawn(id, userId)).toEqual(first);
      draws.add(first.join());
    }
    expect(draws.size).toBeGreaterThan(3);
  });

  test("drawn many times at once it is drawn once", async () => {
    const id = await anAssignment({ sectionId, items: [pool, "twice"], draws: 2 });
    const { userId } = await aStudent(sectionId);
    const all = await Promise.all(Array.from({ length: 8 }, () => drawn(id, userId)));
    expect(new Set(all.map((one) => one.join())).size).toBe(1);
    expect(await db.assignedExercise.count({ where: { work: { userId } } })).toBe(3);
  });

  test("an item that is added later is drawn from too, and what was given stays", async () => {
    const id = await anAssignment({ sectionId, items: [pool], draws: 2 });
    const { userId } = await aStudent(sectionId);
    const before = await ensureWork(id, userId);
    const exerciseId = (await exerciseNamed("twice")).id;
    await db.assignmentItem.updateMany({ where: { assignmentId: id }, data: { place: 1 } });
    await db.assignmentItem.create({
      data: { assignmentId: id, place: 0, points: 1, pool: { create: { exerciseId, place: 0 } } },
    });
    const { exercises } = await ensureWork(id, userId);
    expect(exercises.map((one) => one.exerciseId)).toEqual([
      exerciseId,
      ...before.exercises.map((one) => one.exerciseId),
    ]);
    expect(exercises.slice(1).map((one) => one.id)).toEqual(before.exercises.map((one) => one.id));
  });

  test("keeps the version of the exercise that it was drawn with", async () => {
    const id = await anAssignment({ sectionId });
    const ada = await aStudent(sectionId);
    await begins(ada, id);
    const { work, assigned } = await pageOf(ada, id);
    await db.exercise.update({
      where: { id: assigned.exerciseId },
      data: { currentId: (await exerciseNamed("copy")).currentId },
    });
    const after = await pageOf(ada, id);
    expect(after.work.mark).toBe(work.mark);
    await db.exercise.update({
      where: { id: assigned.exerciseId },
      data: { currentId: assigned.versionId },
    });
  });
});

describe("an exercise that draws no numbers, while it is graded", () => {
  const entries = () => Promise.all(["known-1", "copy"].map(exerciseNamed));

  test("is held from when it opens until it closes for the student, and no other exercise is", async () => {
    const section = await aSectionOf("twice");
    const ada = await aStudent(section);
    const id = await anAssignment({ sectionId: section, items: ["known-1", "copy"], opens: hour });
    const [first] = await entries();
    const held = async () => [...(await listHeld(ada.userId, await entries())).keys()];
    expect(await held()).toEqual([]);
    await turnClock(2 * hour);
    expect(await held()).toEqual([first!.id]);
    await db.extension.create({
      data: { assignmentId: id, userId: ada.userId, dueAt: new Date(Date.now() + 3 * day) },
    });
    await turnClock(2 * day);
    expect(await held()).toEqual([first!.id]);
    await turnClock(4 * day);
    expect(await held()).toEqual([]);
  });

  test("is not for students of other sections, staff, those removed, guests, or while it is not published", async () => {
    const section = await aSectionOf("twice");
    const id = await anAssignment({ sectionId: section, items: ["known-1"], published: false });
    const ada = await aStudent(section);
    const held = async (userId: string | null) => (await listHeld(userId, await entries())).size;
    expect(await held(ada.userId)).toBe(0);
    await db.assignment.update({ where: { id }, data: { publishedAt: new Date() } });
    expect(await held(ada.userId)).toBe(1);
    expect(await held(null)).toBe(0);
    expect(await held((await aStudent(await aSectionOf("twice"))).userId)).toBe(0);
    await db.enrollment.updateMany({
      where: { userId: ada.userId },
      data: { role: "assistant" },
    });
    expect(await held(ada.userId)).toBe(0);
    await db.enrollment.updateMany({
      where: { userId: ada.userId },
      data: { role: "student", removedAt: new Date() },
    });
    expect(await held(ada.userId)).toBe(0);
  });

  test("stays held for whoever was given it, also once others draw from another pool", async () => {
    const section = await aSectionOf("twice");
    const [ada, bob] = [await aStudent(section), await aStudent(section)];
    const id = await anAssignment({ sectionId: section, items: ["known-1"] });
    await begins(ada, id);
    const { id: exerciseId } = await exerciseNamed("twice");
    await db.itemExercise.updateMany({
      where: { item: { assignmentId: id } },
      data: { exerciseId },
    });
    const held = async (userId: string) => (await listHeld(userId, await entries())).size;
    expect(await held(ada.userId)).toBe(1);
    expect(await held(bob.userId)).toBe(0);
  });

  test("takes no practice, hints or solutions, by whatever page they come", async () => {
    const section = await aSectionOf("twice");
    const ada = await aStudent(section);
    const work = await workOf(ada, "known-1");
    await anAssignment({ sectionId: section, items: ["known-1"] });
    for (const route of ["submit", "keepDrafts", "hint", "solution", "draw"] as const)
      expect((await post(ada, route, work, { "r.one": "2" })).status).toBe(403);
    expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(0);
    await turnClock(2 * day);
    expect((await post(ada, "solution", work)).status).toBe(200);
    expect(formOf(work, {}).number).toBe(1);
  });
});

describe("late days", () => {
  const withDays = async (lateDays: number, timeZone = "UTC") => {
    const section = await aSectionOf("twice", { lateDays, timeZone });
    const ada = await aStudent(section);
    return {
      section,
      ada,
      id: await anAssignment({ sectionId: section, due: hour, closes: 2 * hour }),
    };
  };

  test("each moves both dates on by a day, for that student alone, and is kept among the changes", async () => {
    const { ada, id, section } = await withDays(2);
    const bob = await aStudent(section);
    const before = (await assignmentFor(ada, id)).terms;
    expect(await spendLateDay(ada.userId, id, 0)).toBe(true);
    const { terms, spent } = await assignmentFor(ada, id);
    expect(spent).toBe(1);
    expect(terms.dueAt.getTime() - before.dueAt.getTime()).toBe(day);
    expect(terms.closesAt.getTime() - before.closesAt.getTime()).toBe(day);
    expect((await assignmentFor(bob, id)).terms.dueAt).toEqual(before.dueAt);
    expect(await db.auditEvent.findFirst({ where: { personId: ada.userId } })).toMatchObject({
      action: "assignment.late-day",
      actorId: ada.userId,
      sectionId: section,
    });
  });

  test("there are no more in a section than it gives, also when several are asked for at once", async () => {
    const { ada, id, section } = await withDays(2);
    const other = await anAssignment({ sectionId: section, due: hour });
    const clicks = await Promise.all([1, 2, 3].map(() => spendLateDay(ada.userId, id, 0)));
    expect(clicks.filter(Boolean)).toHaveLength(1);
    const both = await Promise.all(
      [id, other, other].map((one) => spendLateDay(ada.userId, one, 1)),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(lateDaysLeft(await assignmentFor(ada, id))).toBe(0);
    expect(await spendLateDay(ada.userId, id, 2)).toBe(false);
  });

  test("one that staff took back can be spent again; none is once it has closed, or where it takes none", async () => {
    const { ada, id, section } = await withDays(1);
    await spendLateDay(ada.userId, id, 0);
    await db.extension.updateMany({ where: { assignmentId: id }, data: { endedAt: new Date() } });
    expect(lateDaysLeft(await assignmentFor(ada, id))).toBe(1);
    await turnClock(3 * hour);
    expect(await spendLateDay(ada.userId, id, 0)).toBe(false);
    await turnClock(0);
    const exam = await anAssignment({ sectionId: section, kind: "exam" });
    expect(await spendLateDay(ada.userId, exam, 0)).toBe(false);
    expect(await spendLateDay((await aStudent(sectionId)).userId, id, 0)).toBe(false);
  });
});
