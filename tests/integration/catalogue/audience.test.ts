import { beforeAll, describe, expect, test } from "vitest";
import { type Reader, seesExercise } from "@/lib/catalogue/audience";
import { listCourses } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { getProgress } from "@/lib/progress/progress";
import { copy, exerciseNamed, lesson, load } from "../a-course";
import { useDatabase } from "../use-database";

useDatabase();

const head = (rest: string) => `title: T\nsummary: About it.\n${rest}`;
const text = (id: string) => lesson(copy.replace('id="copy"', `id="${id}"`));

beforeAll(async () => {
  await load({
    open: { "course.yaml": head("order: 3\n"), "01-a": text("open") },
    accounts: { "course.yaml": head("seen-by: signed-in\norder: 1\n"), "01-a": text("accounts") },
    cohort: { "course.yaml": head("seen-by: enrolled\n"), "01-a": text("cohort") },
    draft: { "course.yaml": head("draft: true\norder: 2\n"), "01-a": text("draft") },
  });
  for (const name of ["student", "other", "assistant", "removed", "teacher"]) await person(name);
  await enrol("student", "cohort", "student");
  await enrol("removed", "cohort", "student");
  await enrol("student", "draft", "student");
  await enrol("assistant", "draft", "assistant");
  await db.enrollment.updateMany({
    where: { userId: people.removed!.userId! },
    data: { removedAt: new Date() },
  });
});

const people: Record<string, Reader> = { nobody: { userId: null, viewer: null } };

async function person(name: string) {
  const role = name === "teacher" ? "instructor" : "student";
  const { id } = await db.user.create({ data: { name, email: `${name}@school.test`, role } });
  people[name] = { userId: id, viewer: { role } };
}

async function enrol(name: string, slug: string, role: "student" | "assistant") {
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug } });
  const section = await db.section.create({ data: { courseId, name: slug } });
  const userId = people[name]!.userId!;
  await db.enrollment.create({ data: { userId, sectionId: section.id, role } });
}

describe("the courses that somebody sees, in order", () => {
  test.each([
    ["nobody", ["open"]],
    ["other", ["accounts", "open"]],
    ["removed", ["accounts", "open"]],
    ["student", ["accounts", "open", "cohort"]],
    ["assistant", ["accounts", "draft", "open"]],
    ["teacher", ["accounts", "draft", "open", "cohort"]],
  ])("%s: %j", async (name, slugs) => {
    const reader = people[name]!;
    expect((await listCourses(reader)).map(({ slug }) => slug)).toEqual(slugs);
    for (const slug of ["open", "accounts", "cohort", "draft"]) {
      const { id } = await exerciseNamed(slug);
      expect(await seesExercise(reader, id), slug).toBe(slugs.includes(slug));
    }
  });
});

test("a student's own courses are those of their sections, before they answer anything", async () => {
  const { mine, others } = await getProgress(people.student!);
  expect(mine.map(({ slug }) => slug)).toEqual(["cohort"]);
  expect(others.map(({ slug }) => slug)).toEqual(["accounts", "open"]);
});
