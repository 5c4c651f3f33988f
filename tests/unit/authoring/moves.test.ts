import { expect, test } from "vitest";
import { movedFiles, movesBetween, withWholeMoves } from "@/lib/authoring/course/moves";

const before = {
  "course.yaml": "a",
  "01-neuron/lesson.mdx": "b",
  "01-neuron/picture.svg": "c",
  "02-layer/lesson.mdx": "d",
  "03-loss/lesson.mdx": "e",
};

const swapped = {
  "course.yaml": "a",
  "01-layer/lesson.mdx": "d",
  "02-neuron/lesson.mdx": "changed",
  "02-neuron/picture.svg": "c",
  "03-loss/lesson.mdx": "e",
};

test("two lessons that changed places are one move, with all their files", () => {
  const [move, ...others] = movesBetween(before, swapped);
  expect(others).toEqual([]);
  expect(move!.lessons).toEqual([
    { from: "02-layer", to: "01-layer", changed: false },
    { from: "01-neuron", to: "02-neuron", changed: true },
  ]);
  expect(withWholeMoves(["02-neuron/picture.svg"], [move!]).toSorted()).toEqual([
    "01-layer/lesson.mdx",
    "01-neuron/lesson.mdx",
    "01-neuron/picture.svg",
    "02-layer/lesson.mdx",
    "02-neuron/lesson.mdx",
    "02-neuron/picture.svg",
  ]);
  expect(withWholeMoves(["course.yaml"], [move!])).toEqual(["course.yaml"]);
});

test("a new lesson that took the number of a moved one goes with it; one that is only new is no move", () => {
  const { "03-loss/lesson.mdx": loss, ...rest } = before;
  const inserted = { ...rest, "03-new/lesson.mdx": "n", "04-loss/lesson.mdx": loss };
  expect(movesBetween(before, inserted)).toEqual([
    {
      lessons: [{ from: "03-loss", to: "04-loss", changed: false }],
      paths: ["03-loss/lesson.mdx", "03-new/lesson.mdx", "04-loss/lesson.mdx"],
    },
  ]);
  expect(movesBetween(before, { ...before, "04-new/lesson.mdx": "n" })).toEqual([]);
  expect(movesBetween({}, before)).toEqual([]);
});

test("files are compared under the paths they moved to", () => {
  const moved = movedFiles(new Map(Object.entries(before)), movesBetween(before, swapped));
  expect(moved.get("02-neuron/lesson.mdx")).toBe("b");
  expect(moved.get("01-layer/lesson.mdx")).toBe("d");
  expect(moved.get("course.yaml")).toBe("a");
});
