import { expect, test } from "vitest";
import { readGrading } from "@/lib/assessment/gradebook/grading-form";

const row = (name: string, weight: string, drop = "", id = "") => ({ id, name, weight, drop });
const blank = row("", "");

test("rows become categories and letters; an empty row is none, and a kept one keeps its id", () => {
  const typed = {
    categories: [row(" Homework ", "40", "1", "hw"), blank, row("Exams", "62,5 %")],
    letters: [
      { name: "B", from: "80" },
      { name: "", from: "" },
      { name: "A", from: "92.5 %" },
    ],
  };
  expect(readGrading(typed)).toEqual({
    grading: {
      categories: [
        { id: "hw", name: "Homework", weight: 40, dropLowest: 1 },
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          name: "Exams",
          weight: 62.5,
          dropLowest: 0,
        },
      ],
      letters: [
        { name: "A", from: 0.925 },
        { name: "B", from: 0.8 },
      ],
    },
  });
});

test("each fault is told at its own field", () => {
  const typed = {
    categories: [row("", "40"), row("Quizzes", "much", "1.5"), row("Quizzes", "1001")],
    letters: [
      { name: "A", from: "101" },
      { name: "B".repeat(21), from: "80" },
    ],
  };
  const read = readGrading(typed);
  expect("errors" in read && Object.keys(read.errors).toSorted()).toEqual([
    "drop.1",
    "from.0",
    "letter.1",
    "name.0",
    "name.1",
    "name.2",
    "weight.1",
    "weight.2",
  ]);
});
