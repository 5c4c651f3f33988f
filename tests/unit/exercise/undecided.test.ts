import { describe, expect, it } from "vitest";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { exerciseFrom } from "./mdx-exercise";

const exercise = exerciseFrom(`
Two formulas.

<Expression name="first" label="$a$" answer="ln(p^2)" where={{ p: [-2, 2] }} />

<Expression name="second" label="$b$" answer="x" where={{ x: [0.5, 2] }} />
`);
const { parts, scope } = drawVariant(exercise, { seed: "s", number: 1 });
const column = (field: "key" | "view") =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
const grading = { keys: column("key"), views: column("view"), scope: () => scope };

const graded = (responses: Record<string, string>, asked = Object.keys(responses)) =>
  gradeSubmission(exercise, grading, { responses, asked });

const message =
  "We couldn’t tell whether this equals the answer, so it didn’t count. Write it another way and check again.";

describe("a formula that cannot be told right from wrong", () => {
  it("says so and counts for nothing, as one that cannot be read", () => {
    expect(graded({ second: "x + 10^(-1990)" })).toEqual({
      status: "unreadable",
      parts: [{ part: "second", status: "unreadable", message }],
    });
  });

  it("withholds the verdicts of the others", () => {
    const withRight = graded({ first: "2 ln p", second: "9^9^9^9 x" });
    expect(withRight).toEqual(graded({ first: "3 ln p", second: "9^9^9^9 x" }));
    expect(withRight).toMatchObject({ status: "unreadable", parts: [{ part: "second" }] });
  });

  it("does not keep other parts from being graded when it is not asked for", () => {
    const result = graded({ first: "2 ln p", second: "9^9^9^9 x" }, ["first"]);
    expect(result).toMatchObject({ status: "graded", parts: [{ verdict: "right" }] });
  });

  it("is no way out for a wrong answer that differs where both are real", () => {
    for (const typed of ["3 ln p", "ln p", "2 ln p + 10^(-30)", "ln(p) + ln(p + 1)"]) {
      expect(graded({ first: typed }), typed).toMatchObject({
        status: "graded",
        parts: [{ verdict: "wrong" }],
      });
    }
  });
});
