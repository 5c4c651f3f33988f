import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { drawNumbers } from "@/lib/answering/frozen-variant";
import { listAlike } from "@/lib/assessment/alike/list-alike";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { useDatabase } from "../use-database";

useDatabase();

let sectionId: string;
let assignmentId: string;

const third = copy.replace('id="copy"', 'id="third"').replace("The same", "Third");

beforeAll(async () => {
  await load({ course: { "01-a": lesson([twice, copy, third].join("\n\n")) } });
  const { id: courseId } = await db.course.findFirstOrThrow();
  sectionId = (await db.section.create({ data: { courseId, name: "Autumn" } })).id;
  const now = new Date();
  const made = await db.assignment.create({
    data: {
      sectionId,
      title: "Homework 1",
      opensAt: now,
      dueAt: now,
      closesAt: now,
      policy: startingPolicies.homework,
      items: { create: [0, 1, 2].map((place) => ({ place, points: 1 })) },
    },
    include: { items: { orderBy: { place: "asc" } } },
  });
  assignmentId = made.id;
  const names = Array.from({ length: 20 }, (_, i) => `Student ${String(i).padStart(2, "0")}`);
  const students = await Promise.all(
    names.map(async (name) => {
      const { id: userId } = await db.user.create({ data: { name } });
      const work = await db.assignmentWork.create({ data: { assignmentId, userId } });
      return { userId, workId: work.id };
    }),
  );
  for (const [place, slug] of ["twice", "copy", "third"].entries()) {
    const exercise = await exerciseNamed(slug);
    const version = await getExerciseVersion(exercise.currentId!);
    const part = slug === "twice" ? "two" : "same";
    const keys: number[] = [];
    for (const [i, { userId, workId }] of students.entries()) {
      const number = 2;
      const numbers = drawNumbers(version.exercise, `${slug} ${i}`, number);
      keys.push(numbers.key[part] as number);
      const assigned = await db.assignedExercise.create({
        data: {
          workId,
          itemId: made.items[place]!.id,
          exerciseId: exercise.id,
          versionId: version.id,
          place,
        },
      });
      const json = (value: unknown) => value as Prisma.InputJsonObject;
      const variant = await db.variant.create({
        data: {
          userId,
          exerciseId: exercise.id,
          versionId: version.id,
          assignedId: assigned.id,
          number,
          seed: `${slug} ${i}`,
          engineVersion: "1",
          givens: json(numbers.givens),
          key: json(numbers.key),
          view: json(numbers.view),
        },
      });
      // Everybody is wrong by one; the last gives the first's answers, and the one before them the second's, once.
      const copied = i === 19 ? keys[0] : i === 18 && place === 0 ? keys[1] : undefined;
      const typed = String(copied ?? (numbers.key[part] as number) + 1);
      await db.submission.create({
        data: {
          variantId: variant.id,
          idempotencyKey: randomUUID(),
          asked: [part],
          responses: { [part]: typed },
          status: "graded",
          result: {
            status: "graded",
            score: { earned: 0, possible: 1 },
            parts: [
              { part, status: "graded", verdict: "wrong", earned: 0, possible: 1, feedback: [] },
            ],
          },
        },
      });
    }
  }
});

test("who gave a classmate's right answers in each exercise is shown, who did once is not", async () => {
  const report = await listAlike(sectionId, assignmentId);
  expect(report).toMatchObject({ students: 20 });
  expect(report?.pairs).toMatchObject([
    { student: "Student 19", classmate: "Student 00", compared: 3 },
  ]);
  const [pair] = report!.pairs;
  expect(pair!.byChance).toBeLessThan(1e-6);
  expect(pair!.matches.map(({ exercise, part }) => [exercise, part])).toEqual([
    ["Twice and thrice", "$2a$"],
    ["The same", "$a$"],
    ["Third", "$a$"],
  ]);
  for (const { typed, own, classmates } of pair!.matches) {
    expect(Number(typed)).toBeCloseTo(Number(classmates), 2);
    expect(typed).not.toBe(own);
  }
});

test("another section's assignment is not there", async () => {
  expect(await listAlike(randomUUID(), assignmentId)).toBeNull();
});
