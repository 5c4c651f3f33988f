import { describe, expect, it } from "vitest";
import {
  logitsOf,
  probabilitiesOf,
  reach,
  softmaxStart,
  temperatures,
  withLogit,
} from "@/lib/ui/explore/softmax/logits";
import { SoftmaxView } from "@/lib/ui/explore/softmax/SoftmaxView";
import { softmaxWords } from "@/lib/ui/explore/softmax/words";
import { shown } from "./shown";

const shares = (z: readonly number[]) => {
  const powers = z.map(Math.exp);
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
};

describe("a softmax to move", () => {
  it("begins at the lesson's logits, with their probabilities and the sum below the line", () => {
    const { words } = shown(<SoftmaxView state={softmaxStart} />);
    const [dry, rain, snow] = shares([1.2, 0.4, -0.8]).map((p) => Number(p.toPrecision(3)));
    expect(words).toContain(`p1 dry ${dry} `);
    expect(words).toContain(`p2 rain ${rain} `);
    expect(words).toContain(`p3 snow ${snow} `);
    expect(words).toContain("sum S below the line 5.26 ");
  });

  it("shows no other probabilities when all three logits move together", () => {
    const before = probabilitiesOf(softmaxStart);
    for (const shift of [-reach.shift, -0.7, 0.1, reach.shift]) {
      const moved = { ...softmaxStart, shift };
      expect(logitsOf(moved)).not.toEqual(logitsOf(softmaxStart));
      for (const [k, p] of probabilitiesOf(moved).entries()) expect(p).toBeCloseTo(before[k]!, 12);
    }
    expect(softmaxWords({ ...softmaxStart, shift: 2 })).toContain("changed none");
  });

  it("divides the logits by the temperature before it exponentiates", () => {
    for (const temperature of temperatures) {
      const right = shares(softmaxStart.z.map((logit) => logit / temperature));
      for (const [k, p] of probabilitiesOf({ ...softmaxStart, temperature }).entries()) {
        expect(p, `T = ${temperature}`).toBeCloseTo(right[k]!, 12);
      }
    }
  });

  it("says how many times as probable the leader is, and when two are level", () => {
    expect(softmaxWords(softmaxStart)).toContain("e^0.8 = 2.23 times as probable");
    expect(softmaxWords({ ...softmaxStart, temperature: 2 })).toContain("e^0.4 = 1.49 times");
    expect(softmaxWords({ ...softmaxStart, z: [1, 1, 0] })).toContain("have the same logit");
    expect(softmaxWords({ ...softmaxStart, temperature: 0.05 })).toContain("leads with nearly 1.");
  });

  it("keeps a dragged logit within its reach, wherever all three have been moved to", () => {
    const moved = { ...softmaxStart, shift: 2 };
    expect(withLogit(moved, 1, 3.04)).toEqual([1.2, 1, -0.8]);
    expect(withLogit(moved, 1, 99)).toEqual([1.2, reach.z, -0.8]);
    expect(withLogit(moved, 1, -99)).toEqual([1.2, -reach.z, -0.8]);
  });
});
