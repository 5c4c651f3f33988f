import { expect, test } from "vitest";
import {
  type EditedItem,
  inOrder,
  pointsIn,
  toSend,
  withExercise,
  withMoved,
  withoutExercise,
} from "@/app/sections/[section]/assignments/[assignment]/exercises/editor-state";

const item = (key: string, exercises: string[], draws = "1"): EditedItem => ({
  ...{ key, id: key, points: "2", draws, exercises },
});

const items = [item("one", ["a"]), item("two", ["b", "c", "d"], "3")];

test("an exercise comes to a place of its own, or into a pool", () => {
  const e = { id: "e", points: 4 };
  expect(withExercise(items, e, "")).toEqual([
    ...items,
    { key: "new-e", id: null, points: "4", draws: "1", exercises: ["e"] },
  ]);
  expect(withExercise(items, e, "two")[1]?.exercises).toEqual(["b", "c", "d", "e"]);
});

test("what is taken out takes its place along when it was alone, and a pool draws no more than it has", () => {
  expect(withoutExercise(items, "a").map(({ key }) => key)).toEqual(["two"]);
  expect(withoutExercise(items, "c")[1]).toMatchObject({ exercises: ["b", "d"], draws: "2" });
});

test("a place moves by as much as there is room for", () => {
  const keys = (all: readonly EditedItem[]) => all.map(({ key }) => key);
  expect(keys(withMoved(items, "two", -1))).toEqual(["two", "one"]);
  expect(keys(withMoved(items, "two", 1))).toEqual(["one", "two"]);
  expect(keys(withMoved(items, "gone", 1))).toEqual(["one", "two"]);
  expect(keys(inOrder(items, ["two", "one"]))).toEqual(["two", "one"]);
});

test("numbers are sent as numbers, and what is none as nothing", () => {
  const typed = [
    { ...items[0]!, points: "1,5", draws: "1" },
    { ...items[1]!, points: "four" },
  ];
  expect(JSON.parse(toSend(typed))).toEqual([
    { id: "one", exercises: ["a"], points: 1.5, draws: 1 },
    { id: "two", exercises: ["b", "c", "d"], points: null, draws: 3 },
  ]);
  expect(pointsIn(items)).toBe(8);
});
