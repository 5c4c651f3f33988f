import { describe, expect, test } from "vitest";
import type { CourseProgress } from "@/lib/progress/course-progress";
import type { ExerciseProgress } from "@/lib/progress/lesson-progress";
import { nextStepOf } from "@/lib/progress/next-step";
import { whyNext } from "@/lib/progress/next-words";
import { foundationsOf, skillsOf } from "@/lib/progress/skills";

/** An exercise by its slug and skills, with what was right at first and at best. */
type Told = readonly [slug: string, skills: string, first?: number, best?: number];

const skills = [
  { id: "names", title: "Names", buildsOn: [] },
  { id: "neuron", title: "One neuron", buildsOn: ["names"] },
  { id: "network", title: "A network", buildsOn: ["neuron"] },
];

function exercise([slug, practised, first, best = first]: Told): ExerciseProgress {
  const score = first === undefined ? null : { first, best: best ?? first, attempts: 1 };
  const list = practised ? practised.split(" ") : [];
  return { id: slug, slug, title: slug, possible: 1, currentId: null, skills: list, score };
}

function course(...told: (readonly Told[])[]): CourseProgress {
  const lessons = told.map((exercises, i) => ({
    id: `${i}`,
    slug: `lesson-${i + 1}`,
    number: i + 1,
    title: `Lesson ${i + 1}`,
    minutes: null,
    exercises: exercises.map(exercise),
    earned: 0,
    possible: exercises.length,
  }));
  const words = { title: "Course", summary: "", audience: "", outcomes: [], hours: null };
  const head = { id: "course", slug: "course", draft: false, ...words };
  return { ...head, lessons, skills: skillsOf(skills, lessons) };
}

const next = (...told: (readonly Told[])[]) => {
  const step = nextStepOf([course(...told)]);
  return step && `${step.reason} ${step.exercise.slug}`;
};

const why = (...told: (readonly Told[])[]) => whyNext(nextStepOf([course(...told)])!);

describe("what helps most next", () => {
  test("is the first exercise for a newcomer", () => {
    const told = [[["a", "names"]], [["b", "neuron"]]] as const;
    expect(next(...told)).toBe("begin a");
    expect(why(...told)).toBe("It introduces “Names”.");
  });

  test("is the first that is not answered of a skill begun", () => {
    const told = [
      [
        ["a", "names", 1],
        ["b", "names"],
      ],
      [["c", "neuron"]],
    ] as const;
    expect(next(...told)).toBe("begin b");
    expect(why(...told)).toBe("“Names”: getting there, 50 %.");
  });

  test("leaves out what practises only skills the learner is sure of", () => {
    const five = ["a", "b", "c", "d", "e"].map((slug) => [slug, "names", 1] as const);
    const told = [[...five, ["f", "names"]], [["g", "names neuron"]]] as const;
    expect(next(...told)).toBe("begin g");
    expect(why(...told)).toBe("It introduces “One neuron”. You’re sure of what it builds on.");
  });

  test("goes back to the most basic skill that is not sure, in its worst exercise", () => {
    const told = [
      [
        ["a", "names", 0.5],
        ["b", "names", 0, 0.5],
        ["c", "neuron", 0],
      ],
      [["d", "network"]],
    ] as const;
    expect(next(...told)).toBe("improve b");
    expect(why(...told)).toBe(
      "“A network” builds on “Names”: needs work, 38 %. Go back to that first.",
    );
  });

  test("goes on where a skill is not sure and all its answers are right by now", () => {
    const told = [[["a", "names", 0, 1]], [["b", "neuron"]]] as const;
    expect(next(...told)).toBe("begin b");
    expect(why(...told)).toBe("It introduces “One neuron”.");
  });

  test("is held up by no skill that is practised only later, or nowhere", () => {
    expect(next([["a", "network"]], [["b", "names"]])).toBe("begin a");
    expect(next([["a", "network", 1]])).toBeNull();
  });

  test("is, at the end, the worst of a skill not sure, then what was skipped, then what was not all right", () => {
    const sure = ["a", "b", "c", "d"].map((slug) => [slug, "names", 1] as const);
    const end = (neuron: number, f?: number) =>
      [[...sure, ["e", "names", 0.5], ["f", "names", f]], [["g", "neuron", neuron]]] as const;
    expect(next(...end(0.2))).toBe("improve g");
    expect(next(...end(1))).toBe("begin f");
    expect(why(...end(1))).toBe("You haven’t answered it yet.");
    expect(next(...end(1, 1))).toBe("improve e");
    expect(why(...end(1, 1))).toBe("Not all of it was right yet.");
  });

  test("is nothing when everything is right", () => {
    expect(next([["a", "names", 0, 1]], [["b", "", 1]])).toBeNull();
    expect(nextStepOf([])).toBeNull();
  });

  test("takes exercises without skills in their turn", () => {
    expect(next([["a", "names"]], [["b", ""]])).toBe("begin a");
    expect(next([["a", "names", 1]], [["b", ""]])).toBe("begin b");
  });
});

test("a skill rests on all it builds on, directly or not, in the course's order", () => {
  expect(foundationsOf(["network"], skills).map(({ id }) => id)).toEqual(["names", "neuron"]);
  expect(foundationsOf(["names"], skills)).toEqual([]);
});
