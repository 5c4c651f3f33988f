import { describe, expect, it } from "vitest";
import { drawVariant, type Variant } from "@/lib/exercise";
import { checkExercise } from "@/lib/exercise/check";
import { exerciseFrom, graded } from "../mdx-exercise";
import { exerciseIn } from "./an-architecture";

const exercise = exerciseIn("drawn-options.mdx");
const variants = Array.from({ length: 40 }, (_, i) =>
  drawVariant(exercise, { seed: `options ${i}`, number: 1 }),
);

interface Shown {
  readonly id: string;
  readonly text: string;
}

const optionsOf = ({ parts }: Variant) => (parts.h!.view as { options: Shown[] }).options;
const numberIn = ({ text }: Shown) => Number(text.replaceAll("$", ""));
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

function answers({ givens }: Variant) {
  const [w, x, b] = [givens.w, givens.x, givens.b] as [number, number, number];
  return {
    key: sigmoid(w * x + b),
    product: w * x,
    // What each mistake comes to, by hand.
    "bias-left-out": [sigmoid(w * x)],
    "factor-left-out": [sigmoid(w + b), sigmoid(x + b)],
    "activation-left-out": [w * x + b],
    "sign-of-z-turned": [sigmoid(-(w * x + b))],
    "brackets-put-in": [sigmoid(w * (x + b))],
    "other-activation": [Math.tanh(w * x + b)],
  };
}

const isShownAs = (value: number, shown: number) => Number(value.toPrecision(4)) === shown;

describe("options that are values", () => {
  it("show the student's numbers: the right one, the author's own, and three that are drawn", () => {
    for (const variant of variants) {
      const numbers = optionsOf(variant).map(numberIn);
      const { key, product } = answers(variant);
      expect(numbers).toHaveLength(5);
      for (const own of [key, product]) expect(numbers.some((n) => isShownAs(own, n))).toBe(true);
    }
  });

  it("take the right one and no other as right", () => {
    for (const variant of variants) {
      for (const option of optionsOf(variant)) {
        const { verdict } = graded(exercise, variant, { h: option.id }).h!;
        const isRight = isShownAs(answers(variant).key, numberIn(option));
        expect(verdict, option.text).toBe(isRight ? "right" : "wrong");
      }
    }
  });

  it("differ in what three figures show", () => {
    for (const variant of variants) {
      const numbers = optionsOf(variant)
        .map(numberIn)
        .sort((a, b) => a - b);
      for (const [i, n] of numbers.slice(1).entries()) {
        expect(Number(n.toPrecision(3))).not.toBe(Number(numbers[i]!.toPrecision(3)));
      }
    }
  });

  it("are told by the mistake that they come from", () => {
    for (const variant of variants) {
      const { key, product, ...slips } = answers(variant);
      for (const option of optionsOf(variant)) {
        const shown = numberIn(option);
        if (isShownAs(key, shown) || isShownAs(product, shown)) continue;
        const { diagnosis, feedback } = graded(exercise, variant, { h: option.id }).h!;
        const causes = (diagnosis ?? []).flat();
        expect(causes.length, option.text).toBeGreaterThan(0);
        expect(feedback[0]).toMatch(/^You /);
        for (const cause of causes) {
          const made = slips[cause as keyof typeof slips];
          expect(
            made.some((value) => isShownAs(value, shown)),
            `${cause}: ${shown}`,
          ).toBe(true);
        }
      }
    }
  });

  it("have their author's words with the values in them", () => {
    const [variant] = variants;
    const { w, x } = variant!.givens;
    const own = optionsOf(variant!).find((one) =>
      isShownAs(answers(variant!).product, numberIn(one)),
    );
    expect(graded(exercise, variant!, { h: own!.id }).h?.feedback).toEqual([
      `That is only the product of ${w} and $${x}$.`,
    ]);
  });

  it("say nothing of which is right: each place has it at times, and all are written alike", () => {
    const places = variants.map((variant) =>
      optionsOf(variant).findIndex((one) => isShownAs(answers(variant).key, numberIn(one))),
    );
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const variant of variants) {
      expect(optionsOf(variant).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
      for (const { text } of optionsOf(variant)) expect(text).toMatch(/^\$-?[\d.]+\$$/);
      expect(Object.keys(variant.parts.h?.view as object).sort()).toEqual(["options", "several"]);
    }
  });

  it("are the same from the same seed", () => {
    for (const [i, variant] of variants.slice(0, 5).entries()) {
      const again = drawVariant(exercise, { seed: `options ${i}`, number: 1 });
      expect(again.parts).toEqual(variant.parts);
    }
  });
});

describe("numbers with which options cannot be told apart", () => {
  it("are drawn again where two options say the same", () => {
    const alike = exerciseFrom(`
      <Given name="a" value={pick(1, 2, 3)} />
      <Given name="b" value={pick(1, 2, 3)} />
      <Choice name="q" label="a"><Option correct value={a} /><Option value={b} /></Choice>
    `);
    for (let i = 0; i < 20; i++) {
      const { givens } = drawVariant(alike, { seed: `alike ${i}`, number: 1 });
      expect(givens.a).not.toBe(givens.b);
    }
    expect(checkExercise(alike, { seeds: 20, clock: () => 0 }).draws.fell).toEqual([
      { fault: { why: "alike", part: "q" }, count: expect.any(Number) },
    ]);
  });

  it("are drawn again where one is a formula and the other is not", () => {
    const alike = exerciseFrom(`
      <Given name="a" value={pick(-1, -2)} />
      <Choice name="q" label="a"><Option correct value={a} /><Option>{0 - 2}</Option></Choice>
    `);
    for (let i = 0; i < 10; i++) {
      expect(drawVariant(alike, { seed: `signs ${i}`, number: 1 }).givens.a).toBe(-1);
    }
  });

  it("are drawn again where two steps say the same", () => {
    const alike = exerciseFrom(`
      <Given name="a" value={pick(1, 2, 3)} />
      <Ordering name="q" label="a"><Step>first {a}</Step><Step>first {2}</Step></Ordering>
    `);
    for (let i = 0; i < 20; i++) {
      expect(drawVariant(alike, { seed: `steps ${i}`, number: 1 }).givens.a).not.toBe(2);
    }
  });

  it("are refused by the author's check where no draw has enough mistakes", () => {
    const plain = exerciseFrom(`
      <Given name="a" value={integer(2, 9)} />
      <Choice name="q" label="a" distractors={slips} count={2}><Option correct value={a} /></Choice>
    `);
    const [finding] = checkExercise(plain, { seeds: 5, clock: () => 0 }).findings;
    expect(finding).toMatchObject({
      message: expect.stringContaining("too few mistakes can be told apart"),
      mend: expect.stringContaining("Lower count on q"),
    });
  });
});

it("an option may be a gradient, and its mistakes are those of taking one", () => {
  const slope = exerciseFrom(`
    <Given name="w" value={uniform(0.5, 2, { step: 0.1 })} />
    <Given name="x" value={uniform(-2, -0.5, { step: 0.1 })} />
    <Given name="L" value={tanh(w * x)} />
    <Choice name="q" label="a" distractors={slips} count={1}>
      <Option correct value={grad(L, w)} />
    </Choice>
  `);
  for (let i = 0; i < 6; i++) {
    const variant = drawVariant(slope, { seed: `slope ${i}`, number: 1 });
    const { w, x } = variant.givens as { w: number; x: number };
    const { options } = variant.parts.q!.view as { options: Shown[] };
    const right = options.find(
      ({ id }) => graded(slope, variant, { q: id }).q?.verdict === "right",
    );
    expect(isShownAs(x * (1 - Math.tanh(w * x) ** 2), numberIn(right!))).toBe(true);
  }
});
