import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { describe, expect, test } from "vitest";
import type { Draw, WrongAnswer } from "@/lib/assessment/alike/answer-match";
import { isRightFor } from "@/lib/assessment/alike/answer-match";
import { chanceOfMatch } from "@/lib/assessment/alike/chance";
import { findAlike, type GradedWork } from "@/lib/assessment/alike/find-alike";
import { generatorFor } from "@/lib/exercise/seed";

const drawOf = (...numbers: number[]): Draw => ({
  answer: { numbers, tolerances: numbers.map((number) => halfOf(number)) },
});

/** Half a unit in the third figure. */
const halfOf = (number: number) =>
  number === 0 ? 0.0005 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(number))) - 2);

const typed = (...numbers: number[]): WrongAnswer => ({
  part: "answer",
  numbers,
  typed: numbers.join(" "),
});

describe("an answer is right for a classmate's numbers", () => {
  test("where it agrees to all figures typed", () => {
    expect(isRightFor(typed(0.412), drawOf(0.41234), drawOf(0.3))).toBe(true);
    expect(isRightFor(typed(0.4123), drawOf(0.41234), drawOf(0.3))).toBe(true);
    expect(isRightFor(typed(0.4125), drawOf(0.41234), drawOf(0.3))).toBe(false);
  });

  test("not where it has fewer figures than were asked for", () => {
    expect(isRightFor(typed(0.4), drawOf(0.41234), drawOf(0.3))).toBe(false);
    expect(isRightFor(typed(0.4), drawOf(0.4), drawOf(0.3))).toBe(true);
  });

  test("in every entry, and in as many", () => {
    expect(isRightFor(typed(1, 2), drawOf(1, 2), drawOf(3, 4))).toBe(true);
    expect(isRightFor(typed(1, 2), drawOf(1, 2.5), drawOf(3, 4))).toBe(false);
    expect(isRightFor(typed(1), drawOf(1, 2), drawOf(3, 4))).toBe(false);
  });

  test("never where both were asked for the same", () => {
    expect(isRightFor(typed(0.412), drawOf(0.412), drawOf(0.412))).toBe(false);
  });
});

test("the chance of a match, counted by hand from four draws", () => {
  // 6 pairs of draws, of which 1 is alike (1 and 1); the answer 2 is right for one draw of 4: 2 of 5 at least.
  const draws = [drawOf(1), drawOf(1), drawOf(2), drawOf(3)];
  expect(chanceOfMatch([typed(2)], draws)).toBeCloseTo(2 / 5, 12);
  // 9 is right for none: 0 of 4 and 1 of 6, and one more of each.
  expect(chanceOfMatch([typed(9)], draws)).toBeCloseTo(2 / 11, 12);
});

/** Made-up exercises as a course has them: counts, tenths, products to three figures, and pairs of those. */
const shapes: readonly ((chance: () => number) => number[])[] = [
  (chance) => [1 + Math.floor(9 * chance())],
  (chance) => [Math.floor(20 * chance() - 10) / 10],
  (chance) => [Math.floor(20 * chance() - 10) / 10, Math.floor(20 * chance() - 10) / 10],
  (chance) => [round((Math.floor(20 * chance()) / 10) * (Math.floor(20 * chance()) / 10))],
  (chance) => [round(1 / (1 + Math.exp(4 * chance() - 2)))],
  (chance) => {
    const [a, b] = [chance() - 0.5, chance() - 0.5];
    return [round(a * b), round(a * (1 - b)), round(b)];
  },
];

const round = (number: number) => Number(number.toPrecision(3));

const versionOf = (i: number) => `version ${i}`;

function drawsFor(seed: string) {
  const chance = chanceFrom(`${seed}, unused draws`);
  const drawn = shapes.map((shape) => Array.from({ length: 400 }, () => drawOf(...shape(chance))));
  return (version: string) => drawn[Number(version.split(" ")[1])] ?? [];
}

function chanceFrom(seed: string) {
  const generator = generatorFor(seed);
  return () => uniformFloat64(generator);
}

/** What honest students get wrong: a sign, a factor, a neighbour, another draw's kind of number, a common one. */
function honest(seed: string, students = 60): GradedWork[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: students }, (_, i) => `student ${i}`).flatMap((student) =>
    shapes.map((shape, k) => {
      const numbers = shape(chance);
      const slips = [
        () => numbers.map((number) => -number),
        () => numbers.map((number) => round(2 * number)),
        () => numbers.map((number) => round(number + 0.1)),
        () => numbers.map(() => 0),
        () => shape(chance),
      ];
      const wrong = chance() < 0.4 ? [typed(...slips[Math.floor(5 * chance())]!())] : [];
      return { student, version: versionOf(k), own: drawOf(...numbers), wrong };
    }),
  );
}

test("of 60 honest students in 15 assignments, no two are shown", () => {
  for (let round = 0; round < 15; round++) {
    const seed = `honest ${round}`;
    expect(findAlike(honest(seed), drawsFor("null")), seed).toEqual([]);
  }
});

test("who gives a classmate's right answers is shown with them, and nobody else", () => {
  const works = honest("with one who copies").map((work) => ({ ...work }));
  const of = (student: string) => works.filter((work) => work.student === student);
  for (const [i, work] of of("student 3").entries()) {
    work.wrong = i < 2 ? [] : [typed(...of("student 40")[i]!.own.answer!.numbers)];
  }
  const [pair, ...others] = findAlike(works, drawsFor("null"));
  expect(pair).toMatchObject({ student: "student 3", classmate: "student 40", compared: 4 });
  expect(pair?.matches.map(({ version }) => version)).toEqual([2, 3, 4, 5].map(versionOf));
  expect(pair?.byChance).toBeLessThan(1e-6);
  expect(others).toEqual([]);
});

test("one answer alike among sixty students is what chance makes, and shows nobody", () => {
  const works = honest("with one answer alike").map((work) => ({ ...work }));
  const theirs = works.find(
    ({ student, version }) => student === "student 8" && version === versionOf(4),
  );
  const mine = works.find(
    ({ student, version }) => student === "student 9" && version === versionOf(4),
  );
  mine!.wrong = [typed(...theirs!.own.answer!.numbers)];
  expect(findAlike(works, drawsFor("null"))).toEqual([]);
});
