import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, gradeSubmission } from "@/lib/exercise";
import {
  Answer,
  readArithmetic,
  type Shape,
  workToCompare,
  workToRead,
} from "@/lib/exercise/algebra";
import { formula } from "./algebra/over";
import { exerciseFrom } from "./mdx-exercise";

const numbers = exerciseFrom(`
<Numeric name="first" answer={2} />

<Numeric name="second" answer={2} />

<Matrix name="many" answer={[[1, 2], [3, 4]]} />
`);

function judgedIn(
  exercise: Exercise,
  responses: Record<string, string>,
  asked = Object.keys(responses),
) {
  const { parts, scope } = drawVariant(exercise, { seed: "s", number: 1 });
  const column = (of: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[of]]));
  const grading = { keys: column("key"), views: column("view"), scope: () => scope };
  return gradeSubmission(exercise, grading, { responses, asked });
}

const judged = (responses: Record<string, string>) => judgedIn(numbers, responses);

/** 1 + 12 sin(1), of which float64 keeps nothing: it takes a thousand bits. */
const costly = `(1+10^-300-1)*10^300${"+sin(1)".repeat(12)}`;

const tooCostly = /too long to work out here/;

describe("arithmetic that float64 cannot do is worked out for one submission no longer than for one number", () => {
  it("is worked out where it stands alone", () => {
    expect(readArithmetic(costly)).toMatchObject({
      status: "read",
      value: expect.closeTo(1 + 12 * Math.sin(1), 12),
    });
  });

  it("is not worked out cell by cell until the server stands still", () => {
    const many = Array.from({ length: 4 }, () => `${costly}\t`.repeat(10)).join("\n");
    expect(judged({ many })).toMatchObject({
      status: "unreadable",
      parts: [{ part: "many", message: expect.stringMatching(tooCostly) }],
    });
  });

  it("takes what it needs from the parts that come after", () => {
    const many = Array.from({ length: 4 }, () => `${costly}\t`.repeat(10)).join("\n");
    const { status, parts: told } = judged({ many, first: costly, second: "2" });
    expect(status).toBe("unreadable");
    expect(told.map(({ part }) => part)).toEqual(["many"]);
  });

  it.each([
    `${"exp(".repeat(30)}-9${")".repeat(30)}`,
    `${"ln(".repeat(30)}9^9^9${")".repeat(30)}`,
    "9^9^9^9",
  ])("is not worked out again for each bracket to say why it has no value: %s", (typed) => {
    const work = workToRead();
    expect(readArithmetic(typed, work)).toMatchObject({ status: "unreadable" });
    // A step is asked for before it is done, and the longest takes some 1,500.
    expect(work.left).toBeGreaterThan(-1_500);
  });
});

const formulas = exerciseFrom(
  ["a", "b", "c"]
    .map((name) => `<Expression name="${name}" answer="x" where={{ x: [0.5, 2] }} />`)
    .join("\n\n"),
);

/** x, which takes three thousand bits to see, and more than half of what a submission may take. */
const costlyX = "(1+10^-900-1)*10^900 x";

describe("formulas are compared for one submission no longer than for one part", () => {
  it("is told that it is right where it stands alone", () => {
    for (const part of ["a", "b", "c"]) {
      expect(judgedIn(formulas, { [part]: costlyX })).toMatchObject({
        parts: [{ part, verdict: "right" }],
      });
    }
  });

  it("leaves undecided what the parts before have used the work up for", () => {
    const { status, parts } = judgedIn(formulas, { a: costlyX, b: costlyX, c: costlyX });
    expect(status).toBe("unreadable");
    expect(parts).toEqual(
      ["b", "c"].map((part) => ({
        part,
        status: "unreadable",
        message: expect.stringMatching(/^We couldn’t tell/),
      })),
    );
  });

  it("compares those asked for first", () => {
    const all = { a: costlyX, b: costlyX, c: costlyX };
    expect(judgedIn(formulas, all, ["c"])).toMatchObject({
      status: "graded",
      parts: [{ part: "c", verdict: "right" }],
    });
  });

  it("looks for what the author foresaw with what is left", () => {
    const when = `when={{ a: "x + ${costlyX}" }}`;
    const foreseen = exerciseFrom(`
<Expression name="a" answer="x" where={{ x: [0.5, 2] }} />

<Expression name="b" answer="x" where={{ x: [0.5, 2] }} />

<Misconception ${when}>This is twice as much.</Misconception>
`);
    const factor = ["You multiplied by 2 where no 2 belongs.", "There is no factor 2 here."];
    const told = (responses: Record<string, string>) =>
      judgedIn(foreseen, responses, ["a"]).parts[0];
    expect(told({ a: "2x" })).toMatchObject({
      verdict: "wrong",
      feedback: ["This is twice as much."],
    });
    expect(told({ a: "2x", b: costlyX })).toMatchObject({
      verdict: "wrong",
      feedback: factor,
    });
  });

  it("counts what float64 works out too, and the values that names are given", () => {
    const large = Array.from({ length: 20 }, (_, i) => {
      const shape: Shape = [12, 12];
      return { name: `W${i}`, tex: `W_{${i}}`, from: -2, to: 2, shape };
    });
    const work = workToCompare();
    const key = new Answer(formula("W0", large), large);
    expect(key.relationTo(formula("W1", large))).toBe("different");
    expect(key.relationTo(formula("W0 + 10^-30 W1", large), work)).toBe("undecided");
    expect(work.left).toBeLessThan(0);
  });
});
