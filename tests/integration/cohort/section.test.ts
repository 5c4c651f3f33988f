import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scoresCsv } from "@/lib/cohort/scores-csv";
import { isWorkOf, listSections } from "@/lib/cohort/section";
import { findSectionScores } from "@/lib/cohort/section-scores";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { type ALearner, aLearner, answer } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

let teacher: ALearner;
let ada: ALearner;
let bob: ALearner;
let sectionId: string;

const head = `title: course
summary: About it.
skills:
  - { id: twos, title: Twos }
  - { id: threes, title: Threes, builds-on: [twos] }
  - { id: fours, title: Fours, builds-on: [twos] }
`;

beforeAll(async () => {
  await load({
    course: {
      "course.yaml": head,
      "01-a": lesson(twice.replace(">", ' skills="twos">'), "One"),
      "02-b": lesson(copy.replace(">", ' skills="threes, twos">'), "Two"),
    },
  });
  sectionId = await aSection("Autumn");
  [teacher, ada, bob] = [await aLearner("Zoe"), await aLearner("Ada"), await aLearner("Bob")];
  await enrol(teacher, "instructor");
  await enrol(bob, "student");
  await enrol(ada, "student");
  await answer(ada, { two: "14", three: "0" });
  await answer(ada, { two: "14", three: "21" });
  await answer(await aLearner("Not enrolled"), { two: "14", three: "21" });
});

async function aSection(name: string) {
  const { id: courseId } = await db.course.findFirstOrThrow();
  return (await db.section.create({ data: { courseId, name } })).id;
}

const enrol = ({ userId }: ALearner, role: "student" | "instructor", id = sectionId) =>
  db.enrollment.create({ data: { userId, sectionId: id, role } });

const viewerOf = ({ userId }: ALearner, role: Viewer["role"] = "student"): Viewer => ({
  id: userId,
  name: "Someone",
  email: null,
  role,
});

test("an instructor is shown the sections they teach, an admin all of them, a student none", async () => {
  await aSection("Spring");
  const namesFor = async (viewer: Viewer) => (await listSections(viewer)).map(({ name }) => name);
  expect(await namesFor(viewerOf(teacher, "instructor"))).toEqual(["Autumn"]);
  expect(await namesFor(viewerOf(ada, "admin"))).toEqual(["Autumn", "Spring"]);
  expect(await namesFor(viewerOf(ada))).toEqual([]);
  const [autumn] = await listSections(viewerOf(teacher));
  expect(autumn).toMatchObject({ course: "course", students: 2 });
});

test("a section's students stand by name, with the scores kept for each exercise", async () => {
  const scores = await findSectionScores(sectionId);
  expect(scores?.exercises.map(({ title }) => title)).toEqual(["Twice and thrice", "The same"]);
  expect(scores?.students.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
  const { id } = await exerciseNamed("twice");
  expect(scores?.students[0]?.scores).toEqual({ [id]: { best: 1, first: 1 / 3, attempts: 2 } });
  expect(scores?.students[1]?.scores).toEqual({});
});

test("a section that is not there has no scores", async () => {
  expect(await findSectionScores(randomUUID())).toBeNull();
});

test("a section sees what its own students did in its own course, and no more", async () => {
  const { id } = await exerciseNamed("twice");
  expect(await isWorkOf(sectionId, ada.userId, id)).toBe(true);
  expect(await isWorkOf(sectionId, teacher.userId, id)).toBe(false);
  expect(await isWorkOf(sectionId, randomUUID(), id)).toBe(false);
  expect(await isWorkOf(await aSection("Summer"), ada.userId, id)).toBe(false);
  const { id: elsewhere } = await anExerciseElsewhere();
  expect(await isWorkOf(sectionId, ada.userId, elsewhere)).toBe(false);
  expect(await isWorkOf(sectionId, ada.userId, randomUUID())).toBe(false);
});

/** An exercise of another course, where a student of this section may be a learner too. */
async function anExerciseElsewhere() {
  const course = await db.course.create({ data: { slug: "other", title: "O", summary: "S" } });
  const at = { courseId: course.id, slug: "l", number: 1, title: "L" };
  const { id: lessonId } = await db.lesson.create({ data: at });
  return db.exercise.create({
    data: { lessonId, slug: "e", title: "E", possible: 1, place: 0, skills: [], isolates: [] },
  });
}

const csvOf = async () => {
  const scores = await findSectionScores(sectionId);
  if (!scores) throw new Error("no section");
  return scoresCsv(scores);
};

test("the CSV has points at best, at the first try, and the attempts", async () => {
  const [ada1, bob1] = await Promise.all(
    [ada, bob].map(({ userId }) => db.user.findUniqueOrThrow({ where: { id: userId } })),
  );
  expect(await csvOf()).toBe(
    [
      "\ufeffName,Email,Twice and thrice: best of 3,Twice and thrice: first try of 3,Twice and thrice: attempts,The same: best of 1,The same: first try of 1,The same: attempts",
      `Ada,${ada1?.email},3,1,2,,,0`,
      `Bob,${bob1?.email},,,0,,,0`,
      "",
    ].join("\r\n"),
  );
});
