import { expect, test } from "vitest";
import { cohortSkills, lessonsOf, totalOf } from "@/lib/course/cohort";
import { scoreGrid } from "@/lib/course/score-grid";
import type { SectionExercise, SectionScores, SectionStudent } from "@/lib/course/section";

const exercise = (
  id: string,
  lesson: number,
  possible: number,
  ...skills: string[]
): SectionExercise => ({
  id,
  title: `Exercise ${id}`,
  possible,
  skills,
  lesson: { slug: `lesson-${lesson}`, number: lesson, title: `Lesson ${lesson}` },
});

const student = (name: string, shares: Readonly<Record<string, number>>): SectionStudent => ({
  id: name,
  name,
  email: null,
  scores: Object.fromEntries(
    Object.entries(shares).map(([id, best]) => [id, { best, first: best / 2, attempts: 2 }]),
  ),
});

const section: SectionScores = {
  id: "section",
  name: "Autumn",
  course: { slug: "course", title: "Course" },
  skills: [
    { id: "names", title: "Names", buildsOn: [] },
    { id: "neuron", title: "One neuron", buildsOn: ["names"] },
    { id: "network", title: "A network", buildsOn: ["neuron"] },
    { id: "later", title: "Not in a lesson yet", buildsOn: [] },
  ],
  exercises: [
    exercise("a", 1, 1, "names"),
    exercise("b", 1, 3, "neuron"),
    exercise("c", 2, 4, "network"),
  ],
  students: [student("Ada", { a: 1, b: 0.4 }), student("Bob", { a: 0.5 }), student("Cy", {})],
};

test("a lesson has its exercises and their points", () => {
  expect(
    lessonsOf(section.exercises).map(({ slug, possible, exercises }) => [
      slug,
      possible,
      exercises.map(({ id }) => id),
    ]),
  ).toEqual([
    ["lesson-1", 4, ["a", "b"]],
    ["lesson-2", 4, ["c"]],
  ]);
});

test("a total weighs exercises by their points, and those not answered count nothing", () => {
  const [ada] = section.students;
  const total = totalOf(ada!, section.exercises);
  expect(total.best).toBeCloseTo((1 + 0.4 * 3) / 8, 12);
  expect(total.first).toBeCloseTo((1 + 0.4 * 3) / 16, 12);
  expect(total.attempts).toBe(4);
  expect(totalOf(ada!, [])).toEqual({ best: 0, first: 0, attempts: 0 });
});

test("the least sure skill comes first, what nobody tried last, and what has no exercise not at all", () => {
  expect(cohortSkills(section)).toEqual([
    { id: "neuron", title: "One neuron", share: expect.closeTo(0.3), tried: 1, shaky: 1, sure: 0 },
    {
      id: "names",
      title: "Names",
      share: expect.closeTo((0.75 + 0.375) / 2),
      tried: 2,
      shaky: 1,
      sure: 1,
    },
    { id: "network", title: "A network", share: 0, tried: 0, shaky: 0, sure: 0 },
  ]);
});

test("a lesson of no such name shows all lessons", () => {
  expect(scoreGrid(section, "nowhere")).toEqual(scoreGrid(section));
  expect(scoreGrid(section, "lesson-2").columns.map(({ title }) => title)).toEqual([
    "2. Lesson 2",
    "Exercise c",
  ]);
});
