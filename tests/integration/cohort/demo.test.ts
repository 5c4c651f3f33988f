import { expect, test } from "vitest";
import { authenticate } from "@/lib/auth/authenticate";
import { loadContent } from "@/lib/catalogue/load-content";
import { seedDemo } from "@/lib/cohort/demo";
import { listSections } from "@/lib/cohort/section";
import { findSectionScores } from "@/lib/cohort/section-scores";
import { db } from "@/lib/db/client";
import { aGuest, foldedScore, keptScore } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

test("without a course there is nothing to show, and nothing is made", async () => {
  expect(await seedDemo()).toBeNull();
  expect(await db.user.count()).toBe(0);
});

// Two students answer the whole course, which grows.
const long = { timeout: 180_000 };

test(
  "an empty database gets a section whose students stand at different points",
  long,
  async () => {
    await loadContent();
    await aGuest();
    const demo = await seedDemo();
    expect(demo?.students.length).toBeGreaterThan(2);
    const [section] = await listSections({ id: "", name: "", email: null, role: "admin" });
    expect(section?.students).toBe(demo?.students.length);
    const scores = await findSectionScores(section?.id ?? "");
    const done = scores?.students.map((student) => Object.values(student.scores));
    const all = scores?.exercises.length ?? 0;
    expect(done?.some((each) => each.length === all && each.every(({ best }) => best === 1))).toBe(
      true,
    );
    expect(done?.some((each) => each.length === all && each.some(({ best }) => best < 1))).toBe(
      true,
    );
    expect(done?.some((each) => each.length === 0)).toBe(true);
    for (const { id } of scores?.students ?? []) {
      const learner = { userId: id, seedKey: `user:${id}`, viewer: null };
      expect(await keptScore(learner, "ce-loss")).toEqual(await foldedScore(learner, "ce-loss"));
    }
  },
);

test("the demo accounts can sign in", async () => {
  for (const email of ["ines@demo.test", "felix@demo.test", "amara@demo.test"]) {
    const signedIn = await authenticate(
      { email, password: "chainrule-demo" },
      { address: "10.0.0.1" },
    );
    expect(signedIn.status).toBe("signed-in");
  }
});

test("seeding again makes nothing", async () => {
  const before = [await db.user.count(), await db.section.count(), await db.submission.count()];
  expect(await seedDemo()).toBeNull();
  expect([await db.user.count(), await db.section.count(), await db.submission.count()]).toEqual(
    before,
  );
});

test("where people have signed up already, nothing is made", async () => {
  await db.submission.deleteMany();
  await db.variant.deleteMany();
  await db.score.deleteMany();
  await db.mistake.deleteMany();
  await db.reviewCard.deleteMany();
  await db.enrollment.deleteMany();
  await db.user.deleteMany();
  await db.user.create({ data: { name: "Ada", email: "ada@school.test" } });
  expect(await seedDemo()).toBeNull();
  expect(await db.user.count()).toBe(1);
});
