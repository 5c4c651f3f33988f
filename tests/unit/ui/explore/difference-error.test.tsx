import { expect, it } from "vitest";
import { DifferenceErrorView } from "@/lib/ui/explore/difference-error/DifferenceErrorView";
import {
  differenceStart,
  differencesAt,
  powers,
  rightDecimals,
  slope,
} from "@/lib/ui/explore/difference-error/differences";
import { differenceWords } from "@/lib/ui/explore/difference-error/words";
import { shown } from "./shown";

const errorsAt = (power: number) => differencesAt({ power });

it("begins at ε = 1 with the two chords of the lesson's picture", () => {
  const loss = (w: number) => Math.log1p(Math.exp(-2 * w));
  const { ahead, across } = differencesAt(differenceStart);
  expect(ahead).toBeCloseTo(loss(1.2) - loss(0.2), 12);
  expect(across).toBeCloseTo((loss(1.2) - loss(-0.8)) / 2, 12);
  expect(slope).toBeCloseTo(-2 / (1 + Math.exp(0.4)), 12);
  const { words } = shown(<DifferenceErrorView state={differenceStart} />);
  expect(words).toContain("central difference is off by");
});

it("a tenth of ε makes the forward difference ten times better and the central one a hundred", () => {
  for (const power of [-1, -2]) {
    const [large, small] = [errorsAt(power), errorsAt(power - 1)];
    expect(large.errorAhead / small.errorAhead).toBeGreaterThan(8);
    expect(large.errorAcross / small.errorAcross).toBeGreaterThan(80);
    expect(large.errorAcross / large.truncation).toBeCloseTo(1, 1);
  }
});

it("the central difference is right to ten decimals near 1e-5, and rounding spoils it below that", () => {
  expect(rightDecimals(errorsAt(-5).errorAcross)).toBeGreaterThanOrEqual(10);
  expect(errorsAt(-11).errorAcross).toBeGreaterThan(1000 * errorsAt(-5).errorAcross);
  const best = Math.min(...powers.map((power) => errorsAt(power).errorAhead));
  const bestAhead = powers.find((power) => errorsAt(power).errorAhead === best);
  expect(bestAhead).toBeLessThan(-6);
  expect(bestAhead).toBeGreaterThan(-10);
});

it("says which error rules: truncation, both, or rounding", () => {
  expect(differenceWords({ power: -1 })).toContain("is truncation");
  expect(differenceWords({ power: -5 })).toContain("about equal");
  expect(differenceWords({ power: -10 })).toContain("is rounding");
});
