import { describe, expect, it } from "vitest";
import { drawVariant, type Variant } from "@/lib/exercise";
import { gradingOf } from "@/lib/exercise/check/grading-of";
import { solve } from "@/lib/exercise/solution/solve";
import { exerciseFrom, graded } from "../mdx-exercise";
import { exerciseIn } from "./an-architecture";

const exercise = exerciseIn("drawn-formula.mdx");
const variants = Array.from({ length: 12 }, (_, i) =>
  drawVariant(exercise, { seed: `formula ${i}`, number: 1 }),
);

const numbers = ({ givens }: Variant) =>
  [givens.a, givens.b, givens.c] as [a: number, b: number, c: number];

/** The verdict on one part, as a student types it. */
const verdict = (variant: Variant, part: string, typed: string) =>
  graded(exercise, variant, { [part]: typed })[part]!;

describe("a formula with the student's numbers in it", () => {
  it("is right in every way to write it, with their numbers alone", () => {
    for (const variant of variants) {
      const [a, b] = numbers(variant);
      for (const typed of [`${2 * a}w + (${b})`, `2(${a}w) + ${b}`, `w(${a} + ${a}) - (${-b})`]) {
        expect(verdict(variant, "slope", typed).verdict, typed).toBe("right");
      }
      expect(verdict(variant, "slope", `${2 * a + 2}w + (${b})`).verdict).toBe("wrong");
    }
  });

  it("is told by the slip that was made in it", () => {
    for (const variant of variants) {
      const [a, b] = numbers(variant);
      expect(verdict(variant, "slope", `${2 * a}w`).diagnosis).toEqual([["term-left-out"]]);
      const turned = verdict(variant, "slope", `${2 * a}w - (${b})`).diagnosis;
      expect(turned).toEqual([[b > 0 ? "minus-for-plus" : "plus-for-minus"]]);
    }
  });

  it("is told by what its author foresaw with those numbers, in words with those numbers", () => {
    for (const variant of variants) {
      const [a, b] = numbers(variant);
      const { diagnosis, feedback } = verdict(variant, "slope", `${a}w + (${b})`);
      expect(diagnosis).toEqual([["own-1"]]);
      expect(feedback.join(" ")).toContain(`not ${a}w.`);
      expect(feedback.join(" ")).toContain(`$\{${2 * a}} w$`);
    }
  });

  it("follows from the student's own earlier number", () => {
    for (const variant of variants) {
      const [a, b, c] = numbers(variant);
      const wrong = 2 * a * c + b + 1;
      const tangent = `${wrong}(w - ${c}) + (${a * c * c + b * c})`;
      const result = graded(exercise, variant, { m: wrong, tangent });
      expect(result.m?.verdict).toBe("wrong");
      expect(result.tangent).toMatchObject({ verdict: "right", followed: true });
    }
  });

  it("gives away no number that was worked out when a mistake in it is told", () => {
    for (const variant of variants) {
      const [a, b, c] = numbers(variant);
      const [m, at] = [2 * a * c + b, a * c * c + b * c];
      const noFactor = verdict(variant, "tangent", `(w - ${c}) + (${at})`);
      const noTerm = verdict(variant, "tangent", `${m}(w - ${c})`);
      for (const [told, secret] of [
        [noFactor, m],
        [noTerm, at],
      ] as const) {
        // Of 0 and of numbers that the page shows, nothing is given away.
        if ([0, 1, 2, a, b, c].map(Math.abs).includes(Math.abs(secret))) continue;
        expect(told.verdict).toBe("wrong");
        expect(told.diagnosis?.length).toBe(1);
        const figures = told.feedback.join(" ").match(/\d+/g) ?? [];
        expect(figures).not.toContain(String(Math.abs(secret)));
      }
    }
  });

  it("stands in the worked solution as one writes it", () => {
    for (const variant of variants) {
      const [a, b] = numbers(variant);
      const { parts } = solve(exercise, { ...gradingOf(variant), scope: variant.scope });
      const sign = b < 0 ? "-" : "+";
      expect(parts[0]?.answer).toEqual([
        { markdown: `$2 \\cdot ${a}\\,w ${sign} ${Math.abs(b)}$` },
      ]);
    }
  });
});

it("a formula's shapes may be drawn", () => {
  const shaped = exerciseFrom(`
    <Given name="n" value={integer(2, 4)} />
    <Expression name="f" label="$dz$" answer="W^T d" where={{ W: { shape: [3, n] }, d: { shape: [3, 1] } }} />
  `);
  for (let i = 0; i < 6; i++) {
    const variant = drawVariant(shaped, { seed: `shape ${i}`, number: 1 });
    const { n } = variant.givens as { n: number };
    const names = (variant.parts.f!.view as { names: { name: string; shape: number[] }[] }).names;
    expect(names[0]).toMatchObject({ name: "W", shape: [3, n] });
    expect(graded(shaped, variant, { f: "W^T d" }).f?.verdict).toBe("right");
    const { verdict, feedback } = graded(shaped, variant, { f: "d^T W" }).f!;
    expect([verdict, feedback[0]]).toEqual(["wrong", expect.stringContaining("different shape")]);
  }
});

it("a power keeps the brackets of a negative number, and a factor of 1 is not written", () => {
  const key = (answer: string, a: number) => {
    const one = exerciseFrom(`
      <Given name="a" value={${a}} />
      <Expression name="f" label="$f$" answer="${answer}" where={{ x: [0.5, 2] }} />
    `);
    return drawVariant(one, { seed: "key", number: 1 }).parts.f?.key;
  };
  expect(key("x + \\val{a}^2", -3)).toBe("x + (-3)^2");
  expect(key("x - \\val{a}", -3)).toBe("x + 3");
  expect(key("\\val{a} * x + 2", 1)).toBe("x + 2");
  expect(key("2 * \\val{a} x", -0.25)).toBe("2 * (-0.25) x");
});
