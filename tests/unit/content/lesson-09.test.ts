import { describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/content";
import { drawVariant, type Value } from "@/lib/exercise";
import { adamSteps, descend, oracle, velocities } from "../../oracles/lesson-09";
import { randomFrom, slopesBy } from "../../oracles/plain-matrix";
import { exerciseOf, grade, lessonAt, numbersOf } from "./a-lesson";
import { holdLesson } from "./hold-lesson";

const lesson = lessonAt("backpropagation", "09-optimisers");
const seeds = Array.from({ length: 60 }, (_, i) => `lesson-09-${i}`);

holdLesson(lesson, oracle, seeds);

it("isolates a step uphill, a rate left out, a velocity forgotten and a correction left out", () => {
  const isolated = lesson.exercises.flatMap(({ isolates }) => isolates);
  expect(isolated.toSorted()).toEqual([
    "bias-correction-left-out",
    "rate-left-out",
    "uphill",
    "velocity-forgotten",
  ]);
});

/** Numbers from low to high, drawn from a seed. */
const drawnFrom = (seed: number) => {
  const next = randomFrom(seed);
  return (low: number, high: number) => low + ((next() + 1) / 2) * (high - low);
};
const tries = Array.from({ length: 20 }, (_, i) => drawnFrom(i + 1));
const gradientsBy = (draw: (low: number, high: number) => number, count: number) =>
  Array.from({ length: count }, () => draw(-2, 2));

describe("the lesson's formulas of learning rates, on 20 random parabolas", () => {
  it("½ c w² has the slope c w, and in the valley each weight has a slope of its own", () => {
    for (const draw of tries) {
      const [a, c] = [draw(0.1, 9), draw(0.1, 9)];
      const w = [draw(-2, 2), draw(-2, 2)];
      const slopes = slopesBy(w, () => 0.5 * (a * w[0]! ** 2 + c * w[1]! ** 2));
      expect(slopes[0]).toBeCloseTo(a * w[0]!, 7);
      expect(slopes[1]).toBeCloseTo(c * w[1]!, 7);
    }
  });

  it("t steps multiply w by (1 − αc)ᵗ", () => {
    for (const draw of tries) {
      const [c, w] = [draw(0.5, 9), draw(-2, 2)];
      const alpha = draw(0, 2.2) / c;
      for (const t of [1, 2, 7]) {
        const stepped = descend(w, alpha, (at) => c * at, t);
        expect(stepped).toBeCloseTo((1 - alpha * c) ** t * w, 9);
      }
    }
  });

  it("below 1/c w comes nearer from one side, up to 2/c from both, and above it goes away", () => {
    for (const draw of tries) {
      const c = draw(0.5, 9);
      const wAfter = (share: number, t: number) => descend(1, share / c, (w) => c * w, t);
      const one = wAfter(draw(0.05, 0.95), 1);
      expect(one > 0 && one < 1).toBe(true);
      expect(wAfter(1, 1)).toBeCloseTo(0, 12);
      const across = wAfter(draw(1.05, 1.95), 1);
      expect(across < 0 && across > -1).toBe(true);
      expect(wAfter(2, 1)).toBeCloseTo(-1, 12);
      expect(Math.abs(wAfter(draw(2.05, 3), 9))).toBeGreaterThan(1);
    }
  });

  it("at 2/(a + c) both factors are (a − c)/(a + c) in size, and no other rate makes the larger smaller", () => {
    for (const draw of tries) {
      const c = draw(0.1, 1);
      const a = c + draw(1, 9);
      const worst = (alpha: number) => Math.max(Math.abs(1 - alpha * a), Math.abs(1 - alpha * c));
      const best = (a - c) / (a + c);
      expect(1 - (2 / (a + c)) * c).toBeCloseTo(best, 12);
      expect(1 - (2 / (a + c)) * a).toBeCloseTo(-best, 12);
      expect(worst(draw(0, 3 / a))).toBeGreaterThanOrEqual(best - 1e-12);
    }
  });

  it("a valley a thousand times as steep across takes 1151 steps to come ten times nearer", () => {
    let [left, steps] = [1, 0];
    for (; left > 0.1; steps++) left *= 999 / 1001;
    expect(Math.abs(steps - 1151)).toBeLessThanOrEqual(1);
  });
});

describe("the lesson's formulas of momentum, on 20 random gradients", () => {
  it("under a steady gradient v is g (1 − βᵗ)/(1 − β), which tends to g/(1 − β)", () => {
    for (const draw of tries) {
      const [g, beta] = [draw(-2, 2), draw(0.1, 0.95)];
      const v = velocities(Array(600).fill(g), beta);
      expect(v[1]).toBeCloseTo(beta * g + g, 12);
      expect(v[2]).toBeCloseTo(beta ** 2 * g + beta * g + g, 12);
      for (const t of [1, 4, 9]) {
        expect(v[t - 1]).toBeCloseTo((g * (1 - beta ** t)) / (1 - beta), 9);
        expect((1 - beta) * v[t - 1]!).toBeCloseTo((1 - beta ** t) * g, 9);
      }
      expect(v.at(-1)).toBeCloseTo(g / (1 - beta), 9);
    }
  });

  it("where the sign changes in each step, the size of v tends to |g|/(1 + β)", () => {
    for (const draw of tries) {
      const [g, beta] = [draw(-2, 2), draw(0.1, 0.95)];
      const turning = Array.from({ length: 600 }, (_, i) => (i % 2 ? -g : g));
      expect(Math.abs(velocities(turning, beta).at(-1)!)).toBeCloseTo(Math.abs(g) / (1 + beta), 9);
      expect(Math.abs(velocities([g, -g], beta)[1]!)).toBeCloseTo(Math.abs(g) * (1 - beta), 9);
    }
  });

  it("with β = 0 it is gradient descent, and the first step always is", () => {
    for (const draw of tries) {
      const gradients = gradientsBy(draw, 5);
      expect(velocities(gradients, 0)).toEqual(gradients);
      expect(velocities(gradients, draw(0, 1))[0]).toBe(gradients[0]);
    }
  });

  it("with 1 − β before the gradient, α larger by 1/(1 − β) gives the same walk", () => {
    for (const draw of tries) {
      const [gradients, beta, alpha] = [gradientsBy(draw, 6), draw(0.1, 0.9), draw(0.01, 0.5)];
      let other = 0;
      velocities(gradients, beta).forEach((v, i) => {
        other = beta * other + (1 - beta) * gradients[i]!;
        expect((alpha / (1 - beta)) * other).toBeCloseTo(alpha * v, 9);
      });
    }
  });
});

describe("the lesson's formulas of Adam, on 20 random gradients", () => {
  it("m is (1 − β) Σ βᵗ⁻ⁱ gᵢ, and the weights of the gradients sum to 1 − βᵗ", () => {
    for (const draw of tries) {
      const [gradients, beta1] = [gradientsBy(draw, 6), draw(0.3, 0.95)];
      adamSteps(gradients, { beta1 }).forEach(({ m, mHat }, i) => {
        const t = i + 1;
        const weights = Array.from({ length: t }, (_, j) => (1 - beta1) * beta1 ** (t - 1 - j));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = weights.reduce((sum, weight, j) => sum + weight * gradients[j]!, 0);
        expect(total).toBeCloseTo(1 - beta1 ** t, 12);
        expect(m).toBeCloseTo(mean, 12);
        expect(mHat).toBeCloseTo(mean / total, 9);
      });
    }
  });

  it("under a steady gradient m is g (1 − βᵗ), and corrected it is g", () => {
    for (const draw of tries) {
      const [g, beta1] = [draw(-2, 2), draw(0.3, 0.95)];
      adamSteps(Array(8).fill(g), { beta1 }).forEach(({ m, mHat, vHat }, i) => {
        expect(m).toBeCloseTo(g * (1 - beta1 ** (i + 1)), 12);
        expect(mHat).toBeCloseTo(g, 9);
        expect(vHat).toBeCloseTo(g * g, 9);
      });
    }
  });

  it("the first step has the length α whatever the gradient's scale, and without the correction another", () => {
    for (const draw of tries) {
      const g = draw(0.5, 2) * 10 ** Math.round(draw(-3, 3));
      const [beta1, beta2] = [draw(0.5, 0.95), draw(0.9, 0.9999)];
      const first = adamSteps([g], { beta1, beta2 })[0]!;
      expect(first.quotient).toBeCloseTo(1, 4);
      expect(first.m / Math.sqrt(first.v)).toBeCloseTo((1 - beta1) / Math.sqrt(1 - beta2), 9);
    }
  });

  it("gradients 100 times as large give the same quotients", () => {
    for (const draw of tries) {
      const gradients = gradientsBy(draw, 6);
      const larger = adamSteps(gradients.map((g) => 100 * g));
      adamSteps(gradients).forEach(({ quotient }, i) => {
        expect(larger[i]!.quotient).toBeCloseTo(quotient, 5);
      });
    }
  });

  it("gradients that contradict each other give a smaller quotient than those that agree", () => {
    const last = (gradients: number[]) => Math.abs(adamSteps(gradients).at(-1)!.quotient);
    expect(last([2, 2, 2, 2])).toBeCloseTo(1, 6);
    expect(last([2, -2, 2, -2])).toBeLessThan(0.1);
  });
});

describe("the lesson's pictures", () => {
  const scope = scopeOf(lesson.givens, "lesson");
  const one = (name: string) => scope.get(name) as number;
  const entriesOf = (name: string) => numbersOf(scope.get(name) as Value);
  const [alpha, beta, rate] = [one("alpha"), one("beta"), one("rate")];
  const k = entriesOf("k");

  it("momentum's walk down the valley is what loops come to, nearer after ten steps than descent", () => {
    const walks = k.map((curvature) => {
      let [w, v] = [1, 0];
      return Array.from({ length: 10 }, () => {
        v = beta * v + curvature * w;
        w -= alpha * v;
        return w;
      });
    });
    for (let t = 1; t <= 10; t++) {
      entriesOf(`q${t}`).forEach((w, i) => {
        expect(w).toBeCloseTo(walks[i]![t - 1]!, 12);
      });
    }
    k.forEach((curvature, i) => {
      const plain = descend(1, alpha, (w) => curvature * w, 10);
      expect(Math.abs(walks[i]![9]!)).toBeLessThan(Math.abs(plain));
    });
  });

  it("Adam's walk is the same for both weights, is at the bottom first, and runs past it", () => {
    const walks = k.map((curvature) => {
      const gradients: number[] = [];
      let w = 1;
      return Array.from({ length: 10 }, () => {
        gradients.push(curvature * w);
        w -= rate * adamSteps(gradients).at(-1)!.quotient;
        return w;
      });
    });
    walks[0]!.forEach((w, i) => {
      expect(one(`s${i + 1}`)).toBeCloseTo(w, 12);
      expect(walks[1]![i]).toBeCloseTo(w, 6);
    });
    expect(one("s8")).toBeLessThan(0);
    expect(entriesOf("q10")[1]).toBeGreaterThan(0);
  });

  it("the four rates creep, are quick, jump nearer and jump away", () => {
    const factors = ["slow", "quick", "far", "wild"].map((name) => 1 - one(name) * one("c"));
    const [slow, quick, far, wild] = factors as [number, number, number, number];
    expect(slow > quick && quick > 0).toBe(true);
    expect(far < 0 && far > -1 && wild < -1).toBe(true);
  });
});

describe("a foreseen mistake is told", () => {
  const drawn = (id: string, seed: string) => {
    const exercise = exerciseOf(lesson, id);
    const variant = drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });
    const given = (name: string) => variant.givens[name] as number;
    const said = (part: string, typed: number) => {
      const { verdict, feedback } = grade(exercise, variant, part, String(typed));
      expect(verdict, `${id}, ${seed}, ${part}: ${typed}`).not.toBe("right");
      return feedback;
    };
    return { given, said };
  };

  it("the 2 of a square missing from a slope", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("step-on-a-parabola", seed);
      const half = given("s") * (given("w") - given("k"));
      expect(said("stepped", given("w") - given("alpha") * half)).toContain("twice as steep");
    }
  });

  it("twice the rate that is there in one step", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("which-rates", seed);
      expect(said("once", 2 / given("c"))).toContain("just as far");
    }
  });

  it("a step too few", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("steps-to-the-bottom", seed);
      const size = Math.abs(1 - given("alpha") * given("c"));
      const steps = Math.floor(Math.log(1 / given("n")) / Math.log(size));
      expect(said("steps", steps)).toContain("one more");
    }
  });

  it("the bound of the flat direction", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("two-curvatures", seed);
      expect(said("limit", 2 / given("c"))).toContain("the flat direction");
    }
  });

  it("the limit of a velocity divided by what is kept", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("where-velocity-tends", seed);
      expect(said("steady", given("g") / given("beta"))).toContain("lost in each step");
    }
  });

  it("the first step's correction in the second step, and a root forgotten", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("adam-second-step", seed);
      const [beta1, beta2] = [given("beta1"), given("beta2")];
      const gradients = [given("g1"), given("g2")];
      const { m, mHat, vHat } = adamSteps(gradients, { beta1, beta2 })[1]!;
      expect(said("mHat", m / (1 - beta1))).toContain("the divisor is");
      const stepped = given("w") - (given("alpha") * mHat) / vHat;
      expect(said("stepped", stepped)).toContain("The root of");
    }
  });

  it("the root left out of the length of an uncorrected step", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("adam-first-step", seed);
      expect(said("f", (1 - given("beta1")) / (1 - given("beta2")))).toContain("a root over");
    }
  });

  it("one step in the place of two", () => {
    for (const seed of seeds.slice(0, 20)) {
      const { given, said } = drawn("three-optimisers", seed);
      const gradients = [given("g1"), given("g2")];
      const second = velocities(gradients, given("beta"))[1]!;
      const heavy = given("w") - given("alpha") * second;
      expect(said("heavy", heavy)).toContain("the second step alone");
    }
  });
});
