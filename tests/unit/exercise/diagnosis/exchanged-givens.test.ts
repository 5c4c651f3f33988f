import { expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { exerciseFrom, graded } from "../mdx-exercise";

const exercise = exerciseFrom(`
  <Given name="u" value={uniform(1, 9, { step: 0.01 })} />
  <Given name="v" value={uniform(1, 9, { step: 0.01 })} />

  <Numeric name="d" label="d" answer={u * u + 3 * v} significant={4} />
`);

it("two givens that are read for one another are told by their letters", () => {
  for (const seed of ["a", "b", "c", "d", "e"]) {
    const variant = drawVariant(exercise, { seed, number: 1 });
    const { u, v } = variant.givens as { u: number; v: number };
    const { d } = graded(exercise, variant, { d: v * v + 3 * u }, { figures: 6 });
    expect(d!.diagnosis, seed).toContainEqual(["letters-swapped"]);
    expect(d!.feedback.join(" "), seed).toContain("swapped $u$ and $v$");
  }
});
