import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { listGradedItems } from "@/lib/cohort/item/graded";
import { listSharedNumbers } from "@/lib/cohort/item/shared-numbers";
import { listWays } from "@/lib/cohort/item/ways";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load } from "../../a-course";
import { useDatabase } from "../../use-database";

useDatabase();

const named = (id: string) => copy.replace('id="copy"', `id="${id}"`);

let sectionId: string;
let ids: Record<"pooled" | "other" | "rest", string>;

/** Twelve students: right (1) or wrong at the first try in the pool's item, and in the other one. */
const item = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
const rest = [0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1];

beforeAll(async () => {
  await load({ course: { "01-a": lesson(["pooled", "other", "rest"].map(named).join("\n\n")) } });
  const { id: courseId } = await db.course.findFirstOrThrow();
  sectionId = (await db.section.create({ data: { courseId, name: "Autumn" } })).id;
  const versions = await Promise.all(["pooled", "other", "rest"].map(exerciseNamed));
  ids = { pooled: versions[0]!.id, other: versions[1]!.id, rest: versions[2]!.id };
  const now = new Date();
  const assignment = await db.assignment.create({
    data: {
      sectionId,
      title: "Homework 1",
      opensAt: now,
      dueAt: now,
      closesAt: now,
      policy: startingPolicies.homework,
      items: {
        create: [
          { place: 0, points: 2, pool: { create: [pooled("pooled", 0), pooled("other", 1)] } },
          { place: 1, points: 3, pool: { create: [pooled("rest", 0)] } },
        ],
      },
    },
    include: { items: { orderBy: { place: "asc" } } },
  });
  for (const [i, first] of item.entries()) {
    const { id: userId } = await db.user.create({ data: { name: `Student ${i}` } });
    await db.enrollment.create({ data: { userId, sectionId } });
    const work = await db.assignmentWork.create({
      data: { assignmentId: assignment.id, userId, begunAt: now },
    });
    // One half draws the one exercise of the pool, the other half the other.
    await tried(userId, work.id, assignment.items[0]!.id, i % 2 ? "pooled" : "other", first);
    await tried(userId, work.id, assignment.items[1]!.id, "rest", rest[i]!);
  }

  function pooled(name: keyof typeof ids, place: number) {
    return { exerciseId: ids[name], place };
  }

  async function tried(
    userId: string,
    workId: string,
    itemId: string,
    name: keyof typeof ids,
    first: number,
  ) {
    const exerciseId = ids[name];
    const versionId = versions.find(({ id }) => id === exerciseId)!.currentId!;
    const { id: assignedId } = await db.assignedExercise.create({
      data: { workId, itemId, exerciseId, versionId, place: 0 },
    });
    const frozen = {
      seed: randomUUID(),
      engineVersion: "1",
      givens: {},
      key: { same: 1 },
      view: {},
    };
    const variant = { userId, exerciseId, versionId, assignedId, ...frozen };
    const standing = (points: number) => ({ same: { first: points, best: 1 } });
    await db.variant.create({
      data: { ...variant, number: 1, revision: 2, standing: standing(first) },
    });
    // Further numbers are no first try.
    await db.variant.create({
      data: { ...variant, number: 2, revision: 1, standing: standing(1) },
    });
  }
});

test("a pool's item has the figures of its first tries as drawn, worked out by hand", async () => {
  const [one, ...others] = await listGradedItems({ sectionId, exerciseId: ids.pooled });
  expect(others).toEqual([]);
  expect(one).toMatchObject({ assignment: { title: "Homework 1" }, place: 1, draws: 1, pool: 2 });
  expect(one!.item.facility).toMatchObject({ value: 1 / 2, students: 12 });
  // The phi of a table with 5, 1, 1 and 5: (5 · 5 − 1 · 1) / 36.
  expect(one!.item.discrimination).toMatchObject({
    students: 12,
    value: expect.closeTo(24 / 36, 12),
  });
  expect(one!.exercise.facility).toMatchObject({ value: 1 / 2, students: 6 });
  expect(one!.exercise.discrimination).toEqual({ students: 6, none: "too few" });
});

test("graded work is no practice: no way to success, and no numbers shared", async () => {
  const place = { sectionId, exerciseId: ids.rest };
  expect(await listWays(place)).toEqual([]);
  expect(await listSharedNumbers(place)).toEqual([]);
});

test("numbers that twenty share have figures of their own", async () => {
  const exercise = await db.exercise.findUniqueOrThrow({ where: { id: ids.rest } });
  const practise = async (i: number, key: number) => {
    const { id: userId } = await db.user.create({ data: { name: `Practises ${i}` } });
    await db.enrollment.create({ data: { userId, sectionId } });
    const frozen = { seed: "s", engineVersion: "1", givens: {}, key: { same: key }, view: {} };
    const exerciseId = exercise.id;
    await db.variant.create({
      data: { userId, exerciseId, versionId: exercise.currentId!, number: 1, ...frozen },
    });
    const score = { best: 1, first: i % 4 === 0 ? 1 : 0, firstNumber: 1, attempts: 2 };
    await db.score.create({ data: { userId, exerciseId, ...score } });
  };
  for (let i = 0; i < 20; i++) await practise(i, 7);
  for (let i = 0; i < 19; i++) await practise(i, 8);
  const shared = await listSharedNumbers({ sectionId, exerciseId: ids.rest });
  expect(shared).toMatchObject([
    { number: 1, facilityFirst: { value: 1 / 4, students: 20 }, facilityBest: { value: 1 } },
  ]);
});
