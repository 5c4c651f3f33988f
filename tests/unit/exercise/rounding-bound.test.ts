import { describe, expect, it } from "vitest";
import type { Tensor } from "@/lib/engine";
import { drawVariant, type Exercise } from "@/lib/exercise";
import { allTrue } from "@/lib/exercise/diagnosis/key-under";
import { laidFor } from "@/lib/exercise/laid-exercise";
import { newMeter } from "@/lib/exercise/language/budget";
import { effectOf } from "@/lib/exercise/rounding/effect";
import { shownBounds } from "@/lib/exercise/rounding/shown-bounds";
import { exerciseOf, lessonAt } from "../content/a-lesson";
import { type Answers, exerciseFrom, graded } from "./mdx-exercise";

const seeds = Array.from({ length: 60 }, (_, i) => `bound-${i}`);
const drawn = (exercise: Exercise, seed = "bound") =>
  drawVariant(exercise, { seed, number: exercise.fixed.length + 1 });
const verdict = (exercise: Exercise, answers: Answers, part: string, seed?: string) =>
  graded(exercise, drawn(exercise, seed), answers)[part]?.verdict;
const lesson = (folder: string, id: string) => exerciseOf(lessonAt("backpropagation", folder), id);

describe("what rounding one number does to others", () => {
  const relu = (v: number) => [Math.max(0, v)];

  it("is its slope on this side of a kink, also where the whole half unit crosses it", () => {
    expect(effectOf(relu(0.001), { at: 0.001, half: 0.005, numbersOf: relu })[0]).toBeCloseTo(
      0.0051,
      8,
    );
    expect(effectOf(relu(-0.001), { at: -0.001, half: 0.005, numbersOf: relu })).toEqual([0]);
  });

  it("counts no jump, and what moves one entry moves no other", () => {
    const mask = (v: number) => [v > 0 ? 1 : 0, 3 * v];
    const [jump, smooth] = effectOf(mask(0), { at: 0, half: 0.5, numbersOf: mask });
    expect(jump).toBe(0);
    expect(smooth).toBeCloseTo(1.53, 6);
  });
});

describe("an answer worked from earlier ones that were rounded", () => {
  it("is right where the errors of several of them go in opposite directions", () => {
    // dp −3.004 and slope 0.2217 come to −0.66599; typed they are −3.00 and 0.222.
    const both = exerciseFrom(`
      <Given name="a" value={3.004} />
      <Numeric name="dp" label="d" answer={-a} significant={3} />
      <Numeric name="slope" label="s" answer={0.2217} significant={3} />
      <Numeric name="dz" label="z" answer={dp * slope} significant={3} />
    `);
    const answers = { dp: "-3.00", slope: "0.222" };
    for (const dz of [-0.666, -0.665, -0.667, -3.004 * 0.222, -3 * 0.2217]) {
      expect(verdict(both, { ...answers, dz }, "dz"), String(dz)).toBe("right");
    }
    for (const dz of [-0.662, -0.67, 0.666, 0]) {
      expect(verdict(both, { ...answers, dz }, "dz"), String(dz)).toBe("wrong");
    }
  });

  it("is as wide in each entry as rounding makes that entry, not as the widest", () => {
    const wide = exerciseFrom(`
      <Given name="a" value={1 / 3} />
      <Numeric name="t" label="t" answer={a} decimals={2} />
      <Matrix name="m" label="m" answer={vector([t, 3 * t, 1 - 1 * t])} decimals={2} />
      <Matrix name="n" label="n" answer={vector([10 * t, 7])} decimals={3} />
    `);
    const typed = (second: number) => verdict(wide, { t: 0.33, n: [[3.3], [second]] }, "n");
    expect(typed(7)).toBe("right");
    // 10 t may be 0.05 off, and 7 not at all.
    expect(verdict(wide, { t: 0.33, n: [[3.348], [7]] }, "n")).toBe("right");
    expect(typed(7.002)).not.toBe("right");
  });

  it("is exact after a count, whether right or wrong", () => {
    const count = lesson("01-notation-and-shapes", "count-parameters");
    for (const seed of seeds) {
      const { parts } = drawn(count, seed);
      const [weights, biases, all] = ["weights", "biases", "all"].map(
        (name) => parts[name]?.key as number,
      ) as [number, number, number];
      for (const off of [-1, 1]) {
        const right = { weights, biases, all: all + off };
        expect(verdict(count, right, "all", seed), seed).toBe("wrong");
        const own = { weights: weights + 10, biases, all: all + 10 + off };
        expect(verdict(count, own, "all", seed), seed).toBe("wrong");
        expect(verdict(count, { ...own, all: all + 10 }, "all", seed), seed).toBe("right");
      }
    }
  });

  it("is wrong with a ReLU's mask forgotten, or with 0 for everything", () => {
    const relu = lesson("08-activations", "relu-batch");
    for (const seed of seeds) {
      const { parts, scope } = drawn(relu, seed);
      const rows = (name: string) => parts[name]?.key as number[][];
      const text = (all: number[][], digits: number) =>
        all.map((row) => row.map((v) => v.toFixed(digits)).join("\t")).join("\n");
      const { W } = scope.get("net") as unknown as { W: readonly Tensor[] };
      const unmasked = [...W[2]!.data].map((w) => rows("dz2")[0]!.map((d) => w * d));
      const right = {
        h1: text(rows("h1"), 2),
        p: text(rows("p"), 3),
        dz2: text(rows("dz2"), 3),
      };
      const shut = rows("h1").some((one) => one.some((h) => h === 0));
      if (shut) {
        const dz1 = text(unmasked, 3);
        expect(verdict(relu, { ...right, dz1 }, "dz1", seed), seed).not.toBe("right");
      }
      const zeros = text(
        rows("dz1").map((one) => one.map(() => 0)),
        3,
      );
      expect(verdict(relu, { ...right, dz1: zeros }, "dz1", seed), seed).not.toBe("right");
    }
  });

  it("goes by what is typed in one blank of a diagram to the next, with all its figures or not", () => {
    const fill = lesson("02-feedforward", "fill-the-network");
    for (const seed of seeds.slice(0, 20)) {
      const { parts } = drawn(fill, seed);
      const { values } = parts.h!.key as { values: number[] };
      const { blanks } = parts.h!.view as { blanks: { name: string }[] };
      for (const digits of [3, 6]) {
        const h = blanks.map(({ name }, i) => `${name} = ${values[i]!.toFixed(digits)}`).join("\n");
        expect(verdict(fill, { h }, "h", seed), seed).toBe("right");
      }
    }
  });
});

describe("figures shown", () => {
  it("move a key by what was rounded of them, a pass's from the place where they stand", () => {
    const step = lesson("06-batches", "bias-step-of-a-batch");
    const { scope } = drawn(step);
    const { settled } = allTrue(step, scope);
    const how = { figures: "as shown", meter: newMeter() } as const;
    const [bound] = shownBounds(step, laidFor(step, scope), settled, how).get("bnew") ?? [];
    // Six figures of three dz below 1, and the p that they come from.
    expect(bound).toBeGreaterThan(0);
    expect(bound).toBeLessThan(3e-6);
  });
});

describe("numbers that are 0 but for float64", () => {
  it("are keyed as 0, and decide a ReLU as 0", () => {
    const cancels = exerciseFrom(`
      <Given name="net" value={network([2, 1, 1], { activation: "relu", output: "identity", loss: "mean-squared-error", W: [[[0.1, 0.2]], [[1]]], b: [[-0.3], [0.5]] })} />
      <Given name="pass" value={forward(net, [1, 1])} />
      <Numeric name="z" label="z" answer={at(pass.z[1], 1)} may-be-zero />
      <Numeric name="plain" label="s" answer={0.1 + 0.2 - 0.3} may-be-zero />
      <Numeric name="all" label="a" answer={sum([0.1, 0.2, -0.3])} may-be-zero />
      <Numeric name="dotted" label="d" answer={dot([0.1, 0.2, -0.3], [1, 1, 1])} may-be-zero />
    `);
    const { parts } = drawn(cancels);
    for (const name of ["z", "plain", "all", "dotted"]) expect(parts[name]?.key, name).toBe(0);
  });

  it("are not what is small: significant figures hold at any size", () => {
    const tiny = exerciseFrom(`
      <Given name="a" value={2.3e-16} />
      <Numeric name="n" label="n" answer={a} significant={3} />
    `);
    const typed = (n: string) => verdict(tiny, { n }, "n");
    expect(["2.3e-16", "2.30e-16", "2.304e-16"].map(typed)).toEqual(["right", "right", "right"]);
    for (const n of ["0", "4e-4", "2.31e-16", "-2.3e-16"]) expect(typed(n), n).toBe("wrong");
  });
});

describe("a draw that hides a mistake", () => {
  it("that its author foresaw is drawn again: three days of which none is dry", () => {
    const days = lesson("03-losses", "likelihood");
    for (const seed of seeds) {
      const { data } = drawn(days, seed).givens.y as { data: Float64Array };
      expect(data, seed).toContain(0);
    }
  });

  it("that it isolates is drawn again: a rate of 1 where the rate is forgotten", () => {
    const step = exerciseFrom(`
      <Given name="alpha" value={pick(1, 0.5)} />
      <Given name="g" value={uniform(0.5, 2, { step: 0.1 })} />
      <Given name="w" value={uniform(3, 5, { step: 0.1 })} />
      <Numeric name="after" label="w" answer={w - alpha * g} decimals={2} />
    `);
    const rates = (exercise: Exercise) =>
      new Set(seeds.map((seed) => drawn(exercise, seed).givens.alpha));
    expect(rates(step)).toEqual(new Set([1, 0.5]));
    expect(rates({ ...step, isolates: ["rate-left-out"] })).toEqual(new Set([0.5]));
  });
});

describe("rounding that leaves an answer open by more than three units", () => {
  it("is drawn again", () => {
    const open = exerciseFrom(`
      <Given name="k" value={pick(2, 50)} />
      <Given name="a" value={uniform(0.1, 0.9)} />
      <Numeric name="t" label="t" answer={a} decimals={2} />
      <Numeric name="n" label="n" answer={k * t + 1} decimals={2} />
    `);
    expect(new Set(seeds.map((seed) => drawn(open, seed).givens.k))).toEqual(new Set([2]));
  });
});

it("is left out where it takes more than one budget, which no drawn numbers do", () => {
  const wide = exerciseFrom(`
<Given name="a" value={matrix(30, 30, 1.234567)} />

<Matrix name="b" answer={a} significant={3} />

<Matrix name="c" answer={2 * b} significant={3} />
`);
  const all = (v: number) => Array.from({ length: 30 }, () => Array.from({ length: 30 }, () => v));
  const told = graded(wide, drawn(wide), { b: all(1.23), c: all(2.475) });
  expect([told.b?.verdict, told.c?.verdict]).toEqual(["right", "partly"]);
});
