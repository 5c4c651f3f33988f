import { expect, it } from "vitest";
import { drawVariant, gradeSubmission } from "@/lib/exercise";
import { exerciseFrom, typed } from "./mdx-exercise";

it("tells points as they are, without what float64 adds to shares of them", () => {
  const exercise = exerciseFrom(`
<Matrix name="a" answer={[[1, 2], [3, 4]]} points={0.3} />

<Matrix name="b" answer={[[1, 2], [3, 4]]} points={0.1} />

<Matrix name="c" answer={[[1, 2], [3, 4]]} points={0.7} />
`);
  const { parts, scope } = drawVariant(exercise, { seed: "s", number: 1 });
  const column = (of: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[of]]));
  const grading = { keys: column("key"), views: column("view"), scope: () => scope };
  const [half, all] = [
    typed([
      [1, 2],
      [5, 5],
    ]),
    typed([
      [1, 2],
      [3, 4],
    ]),
  ];
  const responses = { a: half, b: all, c: half };
  expect(gradeSubmission(exercise, grading, { responses, asked: ["a", "b", "c"] })).toMatchObject({
    score: { earned: 0.7, possible: 1.1 },
    parts: [{ earned: 0.18 }, { earned: 0.1 }, { earned: 0.42 }],
  });
});
