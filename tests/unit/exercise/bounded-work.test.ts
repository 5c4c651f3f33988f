import { describe, expect, it } from "vitest";
import { parseExercise } from "@/lib/content";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { readArithmetic, workToRead } from "@/lib/exercise/algebra";

const parsed = parseExercise(
  `<Exercise id="a" title="A">
<Numeric name="first" answer={2} />

<Numeric name="second" answer={2} />

<Matrix name="many" answer={[[1, 2], [3, 4]]} />
</Exercise>`,
  "a.mdx",
);
if (parsed.status === "refused") throw new Error(JSON.stringify(parsed.issues));
const { exercise } = parsed;
const { parts, givens } = drawVariant(exercise, { seed: "s", number: 1 });
const column = (of: "key" | "view") =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[of]]));
const grading = {
  keys: column("key"),
  views: column("view"),
  scope: () => new Map(Object.entries(givens)),
};

const judged = (responses: Record<string, string>) =>
  gradeSubmission(exercise, grading, { responses, asked: Object.keys(responses) });

/** 1 + 12 sin(1), of which float64 keeps nothing: it takes a thousand bits. */
const costly = `(1+10^-300-1)*10^300${"+sin(1)".repeat(12)}`;

const tooCostly = /too long to be worked out here/;

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
