import { expect, test } from "vitest";
import { checkExercise } from "@/lib/exercise/check";
import { exerciseFrom } from "./mdx-exercise";

function featuresOf(body: string) {
  const report = checkExercise(exerciseFrom(body), { seeds: 40, clock: () => 0 });
  const { features, findings } = report;
  return {
    of: Object.fromEntries(features.map(({ name, ...lies }) => [name, lies])),
    notes: findings.map(({ level, at, message }) => `${level} ${at.line} ${message}`),
  };
}

test("where six units are all on or all off, some students have six products to work out and some none", () => {
  const { of, notes } = featuresOf(`<Given name="s" value={pick(-1, 1)} />
<Given name="z" value={s * vector([2, 3, 4, 5, 6, 7])} />
<Given name="h" value={relu(z)} />
<Numeric name="c" label="c" answer={T(vector([3, 3, 3, 3, 3, 3])) * h + 5} />`);
  expect(of.multiplications).toMatchObject({ min: 0, low: 0, high: 6, max: 6, unequal: true });
  expect(of.off).toMatchObject({ min: 0, max: 6 });
  // z in full, h in full, the sum and the sum plus 5; off, z and the last.
  expect(of.steps).toMatchObject({ min: 7, max: 14, unequal: true });
  // 3 (2 + 3 + 4 + 5 + 6 + 7) + 5
  expect(of.largest).toMatchObject({ min: 5, max: 86 });
  expect(notes).toContain(
    "note 1 the work is unequal in “multiplications by a number other than 0, 1 and −1”: at most 0 for one student in ten, at least 6 for another",
  );
});

test("what the text shows is read and not worked out", () => {
  const { of } = featuresOf(`<Given name="a" value={integer(2, 9)} />
<Given name="b" value={a * a} />
The square is $\\val{b}$.
<Numeric name="c" label="c" answer={3 * b} />`);
  expect(of.multiplications).toMatchObject({ min: 1, max: 1, unequal: false });
  expect(of.steps).toMatchObject({ min: 1, max: 1 });
  expect(of).not.toHaveProperty("negative");
  expect(of).not.toHaveProperty("off");
});

test("answers a thousand times as large for some are unequal work", () => {
  const { of } = featuresOf(`<Given name="n" value={pick(1, 4)} />
<Numeric name="c" label="c" answer={10 ** n} significant={3} />`);
  expect(of.largest).toMatchObject({ min: 10, max: 10_000, unequal: true });
});

test("numbers that are the same for everybody have no spread", () => {
  const { of, notes } = featuresOf(`<Given name="a" value={3} />
<Numeric name="b" label="b" answer={2 * a} />`);
  expect(of).toEqual({});
  expect(notes).toEqual([]);
});
