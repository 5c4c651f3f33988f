import { beforeAll, expect, test } from "vitest";
import { listTried } from "@/lib/answering/tried";
import { listAlike } from "@/lib/assessment/alike/list-alike";
import { seedAssignments } from "@/lib/assessment/demo/seed-assignments";
import { foldTried } from "@/lib/assessment/terms/folded";
import { policySchema } from "@/lib/assessment/terms/policy";
import { termsOf } from "@/lib/assessment/terms/terms";
import { loadContent } from "@/lib/catalogue/load-content";
import { listMistakes } from "@/lib/cohort/mistakes";
import { findSectionScores } from "@/lib/cohort/section-scores";
import { seedTerm, termStudent } from "@/lib/cohort/term/seed-term";
import { db } from "@/lib/db/client";
import { foldedScore, keptScore } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const now = new Date("2027-04-01T12:00:00Z");

beforeAll(async () => {
  await loadContent();
  const course = await db.course.findFirstOrThrow({ select: { id: true, slug: true } });
  const teacher = await db.user.create({ data: { name: "I", email: "i@a.test" } });
  await seedTerm({ course, instructorId: teacher.id, now, passwordHash: "a hash" });
  await seedAssignments(now);
}, 120_000);

test("sixty students stand in a section that says that it is made up, in the middle of a term", async () => {
  const [section] = await db.section.findMany({ include: { enrollments: true } });
  expect(section?.demo).toBe(true);
  expect(section?.enrollments.filter(({ role }) => role === "student")).toHaveLength(60);
  const scores = await findSectionScores(section?.id ?? "");
  const means = scores?.students.map(({ scores: all }) => {
    const best = Object.values(all).map((score) => score.best);
    return best.reduce((sum, one) => sum + one, 0) / Math.max(1, best.length);
  });
  // Some do well, some do badly, and nearly all have begun.
  expect(Math.max(...(means ?? []))).toBeGreaterThan(0.9);
  expect(Math.min(...(means ?? []))).toBeLessThan(0.75);
  expect(means?.filter((mean) => mean > 0).length).toBeGreaterThan(50);
});

test("what they did lies in the past, and one of them can be signed in as", async () => {
  expect(await db.submission.count({ where: { createdAt: { gt: now } } })).toBe(0);
  expect(await db.submission.count()).toBeGreaterThan(2_000);
  const able = await db.user.findMany({ where: { passwordHash: { not: null } } });
  expect(able.map(({ email }) => email)).toEqual([termStudent]);
});

test("every kept score is what the submissions come to", async () => {
  const students = await db.user.findMany({ where: { scores: { some: {} } }, take: 12 });
  for (const { id } of students) {
    const learner = { userId: id, seedKey: `user:${id}`, viewer: null };
    const of = await db.score.findMany({ where: { userId: id }, include: { exercise: true } });
    for (const { exercise } of of.slice(0, 8)) {
      expect(await keptScore(learner, exercise.slug)).toEqual(
        await foldedScore(learner, exercise.slug),
      );
    }
  }
});

test("mistakes that the platform names are made by many", async () => {
  const section = await db.section.findFirstOrThrow();
  const exercises = (await db.exercise.findMany()).map(({ id }) => id);
  const [commonest] = await listMistakes({ sectionId: section.id, exercises, since: null });
  expect(commonest?.students).toBeGreaterThan(10);
  expect(commonest?.named).toHaveLength(commonest?.students ?? 0);
});

const listAssignments = () =>
  db.assignment.findMany({
    orderBy: { dueAt: "asc" },
    include: { works: { include: { exercises: { include: { variants: true } } } } },
  });

test("the made-up term has a homework and an exam that are over, and a homework that is open", async () => {
  const assignments = await listAssignments();
  expect(assignments.map(({ kind, closesAt }) => [kind, closesAt < now])).toEqual([
    ["homework", true],
    ["exam", true],
    ["homework", false],
  ]);
  const begun = assignments.map(({ works }) => works.length);
  expect(Math.min(...begun)).toBeGreaterThan(15);
  expect(begun[0]).toBeGreaterThan(45);
  const late = assignments[0]!.works.filter(({ exercises }) =>
    exercises.some(({ answeredAt }) => answeredAt && answeredAt > assignments[0]!.dueAt),
  );
  expect(late.length).toBeGreaterThan(0);
});

test("every share is what the answers come to, and all of them lie in the past", async () => {
  for (const { works, ...assignment } of await listAssignments()) {
    const policy = policySchema.parse(assignment.policy);
    const terms = termsOf({ ...assignment, policy, timeZone: "UTC" }, 1, []);
    const assigned = works.flatMap(({ exercises }) => exercises);
    const tried = await listTried(assigned.map(({ id }) => id));
    for (const { id, share, attempts } of assigned) {
      const earned = await foldTried(terms, tried.get(id) ?? []);
      expect([share, attempts]).toEqual([expect.closeTo(earned.share, 9), earned.attempts]);
    }
  }
  expect(await db.submission.count({ where: { createdAt: { gt: now } } })).toBe(0);
});

test("everybody has numbers of their own, and no two answers are alike beyond chance", async () => {
  for (const { id, sectionId, works } of await listAssignments()) {
    const seeds = works.flatMap((work) => work.exercises).flatMap((one) => one.variants);
    expect(new Set(seeds.map(({ seed }) => seed)).size).toBe(seeds.length);
    const report = await listAlike(sectionId, id);
    expect(report?.pairs).toEqual([]);
  }
});

test("seeding assignments again makes nothing", async () => {
  const before = await db.assignment.count();
  await seedAssignments(now);
  expect(await db.assignment.count()).toBe(before);
});
