import { expect, test } from "vitest";
import type { CourseProgress } from "@/lib/progress/course-progress";
import { lessonEndOf } from "@/lib/progress/lesson-end";
import { lessonProgress } from "@/lib/progress/lesson-progress";
import { skillsOf } from "@/lib/progress/skills";

/** An exercise of two points by its slug, with what was right at first and at best. */
type Told = readonly [slug: string, first?: number, best?: number];

const skills = [{ id: "names", title: "Names", buildsOn: [] }];

function course(...told: (readonly Told[])[]): CourseProgress {
  const lessons = told.map((exercises, i) =>
    lessonProgress(
      {
        id: `${i}`,
        slug: `lesson-${i + 1}`,
        number: i + 1,
        title: `Lesson ${i + 1}`,
        minutes: null,
        exercises: exercises.map(([slug]) => ({
          id: slug,
          slug,
          title: slug.toUpperCase(),
          possible: 2,
          skills: ["names"],
          currentId: null,
        })),
      },
      new Map(
        exercises.flatMap(([slug, first, best = first ?? 0]) =>
          first === undefined ? [] : [[slug, { first, best, attempts: 1 }] as const],
        ),
      ),
    ),
  );
  const words = { title: "Course", summary: "", audience: "", outcomes: [], hours: null };
  const head = { id: "course", slug: "course", draft: false, ...words };
  return { ...head, lessons, skills: skillsOf(skills, lessons) };
}

const end = (lessons: (readonly Told[])[], due = 0) =>
  lessonEndOf([course(...lessons)], { course: "course", lesson: "lesson-1", due })!;

test("tells the score, what was not right at first try, and what was left out", () => {
  const told = end([[["a", 1], ["b", 0.5, 1], ["c", 0, 0.5], ["d"]]]);
  expect(told).toMatchObject({ earned: 5, possible: 8, exercises: 4, right: 2 });
  expect(told.shaky).toEqual([
    { slug: "b", title: "B", right: true },
    { slug: "c", title: "C", right: false },
  ]);
  expect(told.open).toEqual([{ slug: "d", title: "D" }]);
});

test("sends whoever left an exercise out to that one, whatever comes next", () => {
  expect(end([[["a", 1], ["b"]], [["c"]]]).next).toEqual({ kind: "open", slug: "b", title: "B" });
});

test("sends whoever answered everything to the step that helps most", () => {
  const { next } = end([[["a", 1]], [["b"]]]);
  expect(next.kind === "step" && next.step.exercise.slug).toBe("b");
});

test("leaves a review to whoever has everything right", () => {
  expect(end([[["a", 1]]], 3).next).toEqual({ kind: "review", due: 3 });
});

test("is null for a lesson that no course has", () => {
  expect(lessonEndOf([], { course: "course", lesson: "gone", due: 0 })).toBeNull();
});
