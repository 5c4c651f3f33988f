import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise, type Variant } from "@/lib/exercise";
import type { Precision } from "@/lib/exercise/kinds/precision";
import { evaluate, LanguageError, show } from "@/lib/exercise/language";
import { exerciseOf, lessonAt } from "../content/a-lesson";
import { feedForward, sigma, slopeOf, weightsOf } from "./diagnosis/by-loops";
import { exerciseFrom, graded, rowsOf } from "./mdx-exercise";

const seeds = Array.from({ length: 200 }, (_, i) => `fair-${i}`);
const drawn = (exercise: Exercise, seed: string) =>
  drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });
const keyOf = (variant: Variant, part: string) => variant.parts[part]!.key as number;
const precisionOf = (variant: Variant, part: string) =>
  (variant.parts[part]!.view as { precision: Precision }).precision;

const course = path.join(import.meta.dirname, "../../../content");
const lessons = readdirSync(course, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "lesson.mdx")
  .map((file) => lessonAt(...path.dirname(file).split(path.sep)));
const lesson4 = lessonAt("backpropagation", "04-updating-weights-and-biases-1");
const gradients = exerciseOf(lesson4, "output-gradients");
const ceLoss = exerciseOf(lesson4, "ce-loss");

/** A number as it is written to a precision, from JavaScript's own rounding. */
function written({ rule, amount }: Precision, v: number): number {
  if (rule === "tolerance") return v;
  return Number(rule === "decimals" ? v.toFixed(amount) : v.toPrecision(amount));
}

/** Half a unit in the last place of what is asked for. */
function allowed({ rule, amount }: Precision, key: number): number {
  if (rule === "tolerance") return amount;
  if (rule === "decimals") return 0.5 * 10 ** -amount;
  const [, exponent] = key.toExponential(15).split("e");
  return 0.5 * 10 ** (Number(exponent) - amount + 1);
}

describe("every variant that the course draws", { timeout: 180_000 }, () => {
  it("asks for numbers that are finite, not 0, and not all alike", () => {
    for (const exercise of lessons.flatMap(({ exercises }) => exercises)) {
      for (const seed of seeds.slice(0, 60)) {
        const { parts } = drawn(exercise, seed);
        for (const { name, kind, mayBeZero } of exercise.parts) {
          if (mayBeZero || (kind !== "numeric" && kind !== "matrix")) continue;
          const numbers = [parts[name]?.key].flat(2) as number[];
          const what = `${exercise.id}, ${name}, ${seed}`;
          expect(numbers.every(Number.isFinite), what).toBe(true);
          expect(Math.max(...numbers.map(Math.abs)), what).toBeGreaterThan(1e-9);
          if (numbers.length > 1) expect(new Set(numbers).size, what).toBeGreaterThan(1);
        }
      }
    }
  });

  it("takes no mistake that its author foresaw for the right answer, with all figures or rounded", () => {
    for (const exercise of lessons.flatMap(({ exercises }) => exercises)) {
      for (const seed of seeds.slice(0, 60)) {
        const variant = drawn(exercise, seed);
        for (const { when } of exercise.misconceptions) {
          for (const [part, expr] of Object.entries(when)) {
            const key = keyOf(variant, part);
            if (typeof key !== "number") continue;
            const value = evaluate(expr, variant.scope);
            const wrong = typeof value === "number" ? value : rowsOf(value)[0]![0]!;
            if (Math.abs(wrong - key) <= 1e-9 * Math.abs(key)) continue;
            const precision = precisionOf(variant, part);
            const what = `${exercise.id}, ${part}, ${seed}: ${wrong} for ${key}`;
            for (const typed of [wrong, written(precision, wrong)]) {
              expect(Math.abs(typed - key), what).toBeGreaterThan(allowed(precision, key));
            }
          }
        }
      }
    }
  });
});

/** p, y and h of layer 2, by loops. */
function worked({ givens }: Variant) {
  const { h, z } = feedForward(weightsOf(givens.net), rowsOf(givens.x));
  return { y: givens.y as number, p: h[3]![0]![0]!, h2: h[2]!.map(([v]) => v!), z, h };
}

const figures = (v: number) => Number(v.toPrecision(3));

describe("output-gradients", () => {
  it("has no variant in which a sign or a slope does not matter", () => {
    for (const seed of seeds) {
      const variant = drawn(gradients, seed);
      const { y, p } = worked(variant);
      const dpOf = (q: number) => (y === 1 ? -1 / q : 1 / (1 - q));
      const wrong = {
        dp: [p - y, -dpOf(p)],
        slope: [1, p, slopeOf(p) ** 2, slopeOf(sigma(p))],
        dz3: [y - p, dpOf(p), (p - y) * slopeOf(p)],
      };
      for (const [part, values] of Object.entries(wrong)) {
        for (const value of values) {
          for (const typed of [value, figures(value)]) {
            const key = keyOf(variant, part);
            const miss = Math.abs(typed - key);
            expect(miss, `${seed}: ${typed} for ${part}, ${key}`).toBeGreaterThan(
              allowed(precisionOf(variant, part), key),
            );
          }
        }
      }
    }
  });

  it("can be worked from the six decimals that are shown, whichever way they were rounded", () => {
    const half = 0.5e-6;
    for (const seed of seeds) {
      const { y, p, h2 } = worked(drawn(gradients, seed));
      for (const off of [-half, half]) {
        const q = p + off;
        expect(figures(q - y), seed).toBe(figures(p - y));
        expect(figures(slopeOf(q)), seed).toBe(figures(slopeOf(p)));
        expect(figures(y === 1 ? -1 / q : 1 / (1 - q)), seed).toBe(
          figures(y === 1 ? -1 / p : 1 / (1 - p)),
        );
        for (const h of h2) {
          for (const other of [-half, half]) {
            expect(figures((q - y) * (h + other)), seed).toBe(figures((p - y) * h));
          }
        }
      }
    }
  });
});

describe("a seed", () => {
  it("has the same fair variant for ever: the numbers of these stand here", () => {
    const golden = (seed: string) => {
      const { givens, parts } = drawn(gradients, seed);
      const key = (name: string) => Number((parts[name]!.key as number).toPrecision(10));
      return [show(givens.x ?? 0), givens.y, key("dp"), key("slope"), key("dz3")];
    };
    expect(["a", "b", "fair-0", "fair-7"].map(golden)).toEqual([
      ["vector([1, 0.7])", 0, 2.873354998, 0.2269036657, 0.6519747819],
      ["vector([-1, -0.6])", 1, -3.197540998, 0.2149338128, -0.6872596784],
      ["vector([-0.2, 1])", 0, 1.535909234, 0.2271747911, 0.3489198595],
      ["vector([0.4, 0.7])", 0, 2.672066881, 0.234184958, 0.6257578704],
    ]);
    const loss = (seed: string) => {
      const { givens, parts } = drawn(ceLoss, seed);
      return [show(givens.y ?? 0), show(givens.p ?? 0), (parts.loss!.key as number).toFixed(9)];
    };
    expect(["a", "b", "fair-0"].map(loss)).toEqual([
      ["vector([0, 1, 0])", "vector([0.4, 0.5, 0.1])", "0.693147181"],
      ["vector([0, 1, 0])", "vector([0.4, 0.3, 0.3])", "1.203972804"],
      ["vector([0, 0, 1])", "vector([0.7, 0.1, 0.2])", "1.609437912"],
    ]);
  });

  it("gives the same variant each time, also after others were drawn", () => {
    const all = (exercise: Exercise) =>
      seeds.slice(0, 40).map((seed) => JSON.stringify(drawn(exercise, seed).parts));
    const first = all(gradients);
    all(ceLoss);
    expect(all(gradients)).toEqual(first);
    expect(
      all(
        exerciseOf(
          lessonAt("backpropagation", "04-updating-weights-and-biases-1"),
          "output-gradients",
        ),
      ),
    ).toEqual(first);
  });

  it("has a number of its own, that is left alone where it is fair", () => {
    const plain = exerciseFrom(`
      <Given name="a" value={integer(1, 1000)} />
      <Numeric name="n" label="n" answer={a + 0.25} decimals={2} />
    `);
    const numbers = seeds.map((seed) => keyOf(drawn(plain, seed), "n"));
    expect(new Set(numbers).size).toBeGreaterThan(150);
  });
});

describe("a draw that is unfair", () => {
  it("is drawn again when the key would be 0", () => {
    const zero = exerciseFrom(`
      <Given name="a" value={integer(-1, 1)} />
      <Numeric name="n" label="n" answer={5 * a} />
    `);
    const keys = seeds.map((seed) => keyOf(drawn(zero, seed), "n"));
    expect(new Set(keys)).toEqual(new Set([-5, 5]));
  });

  it("is drawn again when all entries would be alike", () => {
    const alike = exerciseFrom(`
      <Given name="a" value={integer(1, 2, { shape: 2 })} />
      <Matrix name="m" label="m" answer={a} />
    `);
    for (const seed of seeds) {
      const [[one], [two]] = drawn(alike, seed).parts.m!.key as [[number], [number]];
      expect(one, seed).not.toBe(two);
    }
  });

  it("is drawn again when the key is not finite, in a formula or in a pass", () => {
    const formula = exerciseFrom(`
      <Given name="a" value={integer(0, 2)} />
      <Numeric name="n" label="n" answer={1 / a + log(a) + 1} />
    `);
    const keys = seeds.map((seed) => drawn(formula, seed).givens.a);
    expect(new Set(keys)).toEqual(new Set([1, 2]));
    const pass = exerciseFrom(`
      <Given name="net" value={network([1, 1], { output: "relu", loss: "binary-cross-entropy", W: [0.5], b: [0.1] })} />
      <Given name="x" value={pick(-1, 1)} />
      <Given name="pass" value={backprop(net, x, 1)} />
      <Numeric name="loss" label="L" answer={pass.loss} />
    `);
    for (const seed of seeds) {
      expect(drawn(pass, seed).givens.x, seed).toBe(1);
      expect(keyOf(drawn(pass, seed), "loss"), seed).toBeCloseTo(-Math.log(0.6), 12);
    }
  });

  it("is drawn again when a mistake its author foresaw is right, or is once it is rounded", () => {
    const foreseen = exerciseFrom(`
      <Given name="a" value={integer(0, 4)} />
      <Numeric name="n" label="n" answer={10 + 0.012 * a} decimals={2} />
      <Misconception when={{ n: 10.025 }}>Not so.</Misconception>
    `);
    const drawnOnes = new Set(seeds.map((seed) => drawn(foreseen, seed).givens.a));
    // 10.024 and 10.025 are 0.001 apart; 10.036 and 10.03, which is what 10.025 may be rounded to, 0.006.
    expect(drawnOnes).toEqual(new Set([0, 1, 3, 4]));
    const hidden = exerciseFrom(`
      <Given name="a" value={pick(1.2251, 2)} />
      <Numeric name="n" label="n" answer={a} decimals={2} />
      <Misconception when={{ n: 1.2349 }}>Both are written 1.23.</Misconception>
    `);
    expect(new Set(seeds.map((seed) => drawn(hidden, seed).givens.a))).toEqual(new Set([2]));
  });

  it("is drawn again when a rule's mistake comes to the right answer", () => {
    const half = exerciseFrom(`
      <Given name="p" value={pick(0.5, 0.8)} />
      <Numeric name="loss" label="L" answer={binaryCrossEntropy(1, p)} />
    `);
    // At p = ½ it makes no difference which of ln p and ln(1 − p) is taken, but then no one is misjudged.
    expect(new Set(seeds.map((seed) => drawn(half, seed).givens.p))).toEqual(new Set([0.5, 0.8]));
    const close = exerciseFrom(`
      <Given name="p" value={pick(0.5001, 0.8)} />
      <Numeric name="loss" label="L" answer={binaryCrossEntropy(1, p)} />
    `);
    expect(new Set(seeds.map((seed) => drawn(close, seed).givens.p))).toEqual(new Set([0.8]));
  });

  it.each([
    ["max pool", "maxPool(x, [1, 3])", "x", [1, 3, 5]],
    ["max", "hadamard(max(x), max(x))", "x", [1, 3, 5]],
    ["min", "hadamard(min(x), min(x))", "x", [1, 3, 5]],
  ])("is drawn again when two entries tie for a %s that a gradient goes back through", (_, f) => {
    // Of 2, 2 and 4 the two smallest tie, of 4, 4 and 2 the two largest; 2, 4 and 6 are fair to both.
    const tied = exerciseFrom(`
      <Given name="a" value={pick(2, 4, 6)} />
      <Given name="x" value={matrix([[a, 4, 2]])} />
      <Matrix name="dx" label="$dx$" answer={grad(sum(${f}), x)} />
    `);
    const fair = f.startsWith("hadamard(min") ? [4, 6] : [2, 6];
    expect(new Set(seeds.map((seed) => drawn(tied, seed).givens.a))).toEqual(new Set(fair));
  });

  it("is drawn as it comes where a tie makes no difference", () => {
    const tied = exerciseFrom(`
      <Given name="a" value={pick(2, 4, 6)} />
      <Given name="x" value={matrix([[a, 4], [1, 2]])} />
      <Matrix name="P" label="$P$" answer={maxPool(x, [1, 2], { stride: 1 })} />
    `);
    const found = seeds.map((seed) => drawn(tied, seed).givens.a);
    expect(new Set(found)).toEqual(new Set([2, 4, 6]));
  });

  it("is drawn again when what is shown does not say which way to round", () => {
    const edge = exerciseFrom(`
      <Given name="a" value={pick(0.12449, 0.1263)} />
      Two decimals of $a$ are $\\val{fixed(a, 3)}$.
      <Numeric name="n" label="n" answer={a} decimals={2} />
    `);
    // 0.12449 is shown as 0.124, and is within what rounding did of 0.125.
    expect(new Set(seeds.map((seed) => drawn(edge, seed).givens.a))).toEqual(new Set([0.1263]));
  });

  it("is taken where the author says that the part may be 0", () => {
    const zero = exerciseFrom(`
      <Given name="a" value={integer(-1, 1)} />
      <Given name="m" value={integer(0, 1, { shape: 2 })} />
      <Numeric name="n" label="n" answer={5 * a} may-be-zero />
      <Matrix name="all" label="m" answer={m} may-be-zero />
    `);
    const keys = seeds.map((seed) => keyOf(drawn(zero, seed), "n"));
    expect(new Set(keys)).toEqual(new Set([-5, 0, 5]));
  });

  it("is taken when there is no fairer one, and can be answered", () => {
    const hopeless = exerciseFrom(`
      <Given name="a" value={integer(1, 9)} />
      <Numeric name="n" label="n" answer={0 * a} />
      <Matrix name="m" label="m" answer={vector([a, a])} />
    `);
    for (const seed of seeds.slice(0, 10)) {
      const variant = drawn(hopeless, seed);
      const a = variant.givens.a as number;
      const result = graded(hopeless, variant, { n: 0, m: [[a], [a]] });
      expect(result, seed).toMatchObject({ n: { verdict: "right" }, m: { verdict: "right" } });
    }
  });

  it("fails in the author's words when no draw at all has finite numbers", () => {
    const never = exerciseFrom(`
      <Given name="a" value={integer(0, 0)} />
      <Numeric name="n" label="n" answer={1 / a} />
    `);
    expect(() => drawn(never, "a")).toThrow("this divides by 0");
  });
});

describe("a fixed variant", () => {
  const fixed = exerciseFrom(`
    <Given name="a" value={integer(2, 9)} />
    <Numeric name="n" label="n" answer={a - 1} />
    <Misconception when={{ n: 4.0001 }}>Nearly.</Misconception>
    <Variant givens={{ a: 1 }} key={{ n: 0 }} />
    <Variant givens={{ a: 5 }} key={{ n: 4 }} />
  `);

  it("is taken as its author wrote it, fair or not", () => {
    for (const seed of seeds.slice(0, 20)) {
      expect(drawVariant(fixed, { seed, number: 1 }).parts.n?.key).toBe(0);
      expect(drawVariant(fixed, { seed, number: 2 }).parts.n?.key).toBe(4);
      expect([0, 4]).not.toContain(drawVariant(fixed, { seed, number: 3 }).parts.n?.key);
    }
  });
});

describe('tolerance="auto"', () => {
  const tenfold = exerciseFrom(`
    <Given name="a" value={uniform(0.1, 1)} />
    $a = \\val{fixed(a, 2)}$
    <Numeric name="n" label="n" answer={10 * a} tolerance="auto" />
    <Variant givens={{ a: 0.1234 }} key={{}} />
    <Variant givens={{ a: 0.1201 }} key={{}} />
    <Variant givens={{ a: 0.12 }} key={{}} />
    <Variant givens={{ a: 0.12002 }} key={{}} />
  `);
  const asked = (number: number) => precisionOf(drawVariant(tenfold, { seed: "s", number }), "n");

  // Of a, 0.12 is shown. What it leaves out of a moves 10 a by tenfold; at most a tenth of a unit in the last place may
  // move. One figure is never asked for.
  it.each([
    [1, "0.1234 moves 1.234 by 0.034, and a tenth of 0.1 is 0.01", 2],
    [2, "0.1201 moves 1.201 by 0.001, and a tenth of 0.1 is 0.01", 2],
    [3, "0.12 is shown in full", 4],
    [4, "0.12002 moves 1.2002 by 0.0002, and a tenth of 0.01 is 0.001", 3],
  ])("in variant %i, where %s, asks for so many figures: %i", (number, _, amount) => {
    expect(asked(number)).toEqual({ rule: "significant", amount });
  });

  it("marks by the figures it asks for", () => {
    const variant = drawVariant(tenfold, { seed: "s", number: 2 });
    const verdict = (n: number) => graded(tenfold, variant, { n }).n?.verdict;
    expect([1.2, 1.24, 1.16, 1.26, 1.14].map(verdict)).toEqual([
      "right",
      "right",
      "right",
      "wrong",
      "wrong",
    ]);
  });

  it("never asks for more than four figures, nor for more than who works from the page can have", () => {
    const shown = exerciseFrom(`
      <Given name="net" value={network([2, 2, 1])} />
      <Given name="x" value={uniform(0.1, 1, { shape: 2, step: 0.1 })} />
      <Given name="pass" value={forward(net, x)} />
      <Given name="h1" value={pass.h[1]} />
      Here $h = (\\val{fixed(at(h1, 1), 3)}, \\val{fixed(at(h1, 2), 3)})$.
      <Numeric name="both" label="s" answer={at(h1, 1) + at(h1, 2)} tolerance="auto" />
    `);
    const amounts = new Set<number>();
    for (const seed of seeds) {
      const variant = drawn(shown, seed);
      const { amount } = precisionOf(variant, "both");
      amounts.add(amount);
      const { h } = feedForward(weightsOf(variant.givens.net), rowsOf(variant.givens.x));
      const fromPage = h[1]!.reduce((sum, [v]) => sum + Number(v!.toFixed(3)), 0);
      const answer = Number(fromPage.toPrecision(amount));
      expect(graded(shown, variant, { both: answer }).both?.verdict, seed).toBe("right");
    }
    expect(Math.max(...amounts)).toBeLessThanOrEqual(4);
    expect(Math.min(...amounts)).toBeLessThan(4);
  });
});

describe("judging draws", () => {
  const hopeless = exerciseFrom(`
<Given name="net" value={network([8, 8, 8, 1], { activation: "sigmoid", loss: "binary-cross-entropy" })} />
<Given name="x" value={uniform(-1, 1, { shape: 8 })} />
<Given name="pass" value={backprop(net, x, 1)} />

This network has been fed $x = \\val{x}$.

<Matrix name="h1" answer={pass.h[1]} significant={3} />

<Numeric name="p" answer={pass.p} significant={12} />
`);
  const tooMuch = /^\d+ tries at fair numbers took more than 2000000 steps, and none was fair$/;

  it("shares the budget of the draws, so that numbers that are never fair are refused after some tries", () => {
    let tries = 0;
    expect(() => drawVariant(hopeless, { seed: "s", number: 1 }, () => tries++)).toThrow(tooMuch);
    expect(tries).toBeLessThan(350);
  });

  it("comes to the same end whatever was drawn before", () => {
    const ends = ["s", "t", "s"].map((seed) => {
      let tries = 0;
      expect(() => drawVariant(hopeless, { seed, number: 1 }, () => tries++)).toThrow(
        LanguageError,
      );
      return tries;
    });
    expect(ends[2]).toBe(ends[0]);
  });

  it("ends where one draw alone takes too long to be judged", () => {
    const wide = exerciseFrom(`
<Given name="a" value={uniform(1, 2, { shape: [30, 30] })} />

$$\\val{a}$$

<Matrix name="b" answer={a} significant={12} />
`);
    expect(() => drawVariant(wide, { seed: "s", number: 1 })).toThrow(
      /^1 try at fair numbers took more than 2000000 steps, and none was fair$/,
    );
  });
});
