import { describe, expect, it, vi } from "vitest";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { anExercise } from "./an-exercise";

vi.mock("@/lib/exercise/kinds", () => import("./plain-kinds"));

const exercise = anExercise({
  givens: { a: "3 + 0 * integer(1, 2)" },
  parts: { double: "2 * a", square: "a * a" },
  misconceptions: [
    { when: { square: "2 * a" }, text: "This is twice $a$." },
    { when: { square: "log(a - 3)" }, text: "This has no value here." },
  ],
});
const variant = drawVariant(exercise, { seed: "s", number: 1 });
const keys = { double: variant.parts.double?.key, square: variant.parts.square?.key };
const views = { double: {}, square: {} };
const grading = { keys, views, scope: () => variant.scope };

function graded(responses: Record<string, string>, asked = ["double", "square"]) {
  return gradeSubmission(exercise, grading, { responses, asked });
}

describe("a submission", () => {
  it("scores each part by its points", () => {
    expect(graded({ double: "6", square: "9.05" })).toMatchObject({
      status: "graded",
      score: { earned: 3, possible: 4 },
      parts: [
        { part: "double", verdict: "right", earned: 2, possible: 2 },
        { part: "square", verdict: "partly", earned: 1, possible: 2 },
      ],
    });
  });

  it("is graded for the parts asked for alone", () => {
    const result = graded({ double: "6", square: "not a number" }, ["double"]);
    expect(result).toMatchObject({ status: "graded", score: { earned: 2, possible: 2 } });
    expect(result.parts).toHaveLength(1);
  });

  it("never tells the key in its feedback", () => {
    const told = JSON.stringify(graded({ double: "1", square: "1" }).parts.map((part) => part));
    expect(told).not.toMatch(/[^\w.]9[^\w.]/);
  });
});

describe("an unreadable part", () => {
  it("withholds the verdicts of the others, so that it is no oracle", () => {
    const result = graded({ double: "6", square: "nine" });
    expect(result).toEqual({
      status: "unreadable",
      parts: [{ part: "square", status: "unreadable", message: '"nine" is not a number.' }],
    });
    expect(graded({ double: "7", square: "nine" })).toEqual(result);
  });

  it.each([
    ["blank", ""],
    ["spaces and tabs", " \t\n"],
  ])("%s: says that nothing is here yet", (_, square) => {
    expect(graded({ double: "6", square }).parts).toMatchObject([
      { part: "square", message: expect.stringContaining("There’s nothing here yet") },
    ]);
  });

  it("missing: counts as blank, also under a name that objects inherit", () => {
    expect(graded({ double: "6" }).status).toBe("unreadable");
    expect(graded({ double: "6" }, ["toString"])).toEqual({ status: "unreadable", parts: [] });
  });

  it("overlong: is not read", () => {
    expect(graded({ double: "1".repeat(20_001) }, ["double"]).status).toBe("unreadable");
  });
});

describe("a misconception its author foresaw", () => {
  it("gives its text to the answer it predicts", () => {
    expect(graded({ square: "6" }, ["square"]).parts).toMatchObject([
      { verdict: "wrong", feedback: ["This is twice $a$."] },
    ]);
  });

  it("is silent on other answers and on right ones", () => {
    const feedback = (square: string) =>
      graded({ square }, ["square"]).parts.map((part) => "feedback" in part && part.feedback);
    expect(feedback("5")).toEqual([
      ["We can’t tell where it went wrong: check your working line by line."],
    ]);
    expect(feedback("9")).toEqual([[]]);
  });
});

describe("an answer that was judged before by the same key", () => {
  it("hears the same of a mistake, and nothing of it once it is right", () => {
    const first = graded({ double: "6", square: "6" });
    if (first.status !== "graded") throw new Error("unreadable");
    const told = { ...first.parts[1]!, feedback: ["As before."] };
    const before = new Map([["square", told]]);
    const again = (square: string) =>
      gradeSubmission(
        exercise,
        grading,
        { responses: { double: "6", square }, asked: ["square"] },
        before,
      );
    expect(again("6")).toMatchObject({ parts: [{ verdict: "wrong", feedback: ["As before."] }] });
    expect(again("9")).toMatchObject({ parts: [{ verdict: "right", feedback: [] }] });
  });
});
