import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawVariant, type Exercise } from "@/lib/exercise";
import { type Answers, exerciseFrom, graded } from "./mdx-exercise";

const drawn = (exercise: Exercise) => drawVariant(exercise, { seed: "follow", number: 1 });

/** Five steps, each from the one before: with a = 3 they come to 6, 11, 33, 29 and 58. */
const chain = (attributes = "") =>
  exerciseFrom(`
    <Given name="a" value={integer(3, 3)} />
    <Numeric name="one" label="$u_1$, the double" answer={2 * a} ${attributes} />
    <Numeric name="two" label="$u_2$" answer={one + 5} ${attributes} />
    <Numeric name="three" label="$u_3$" answer={3 * two} ${attributes} />
    <Numeric name="four" label="$u_4$" answer={three - 4} ${attributes} />
    <Numeric name="five" label="the last" answer={2 * four} ${attributes} points={3} />
  `);
const five = chain();

/** What follows from 7 in the place of 6. */
const own = { one: 7, two: 12, three: 36, four: 32, five: 64 };

function grades(exercise: Exercise, answers: Answers, asked?: string[]) {
  return graded(exercise, drawn(exercise), answers, { asked });
}

it("is right also where the earlier answer was rounded and all its figures were gone on from", () => {
  const rounded = exerciseFrom(`
    <Given name="a" value={integer(3, 3)} />
    <Numeric name="third" label="$t$" answer={a / 7} significant={3} />
    <Matrix name="times" label="$T$" answer={third * vector([997, 313, 71])} significant={3} />
  `);
  const third = -3 / 7;
  const times = [[997 * third], [313 * third], [71 * third]];
  const result = grades(rounded, { third: third.toFixed(3), times });
  expect(result.times).toMatchObject({ verdict: "right", earned: 1, followed: true });
});

describe("a chain of five steps whose first is wrong", () => {
  it("earns full marks for the four that follow rightly", () => {
    const result = grades(five, own);
    expect(result.one).toMatchObject({ verdict: "wrong", earned: 0 });
    for (const part of ["two", "three", "four"]) {
      expect(result[part], part).toMatchObject({ verdict: "right", earned: 1, followed: true });
    }
    expect(result.five).toMatchObject({ verdict: "right", earned: 3, possible: 3 });
  });

  it("is told for each step whose value it was right from, and which is the first to mend", () => {
    const { one, two, four, five: last } = grades(five, own);
    expect(one?.followed).toBeUndefined();
    expect(two?.feedback).toEqual([
      "It follows correctly from your own $u_1$, which isn’t right: that’s the one to fix.",
    ]);
    expect(four?.feedback).toEqual([
      "It follows correctly from your own $u_3$, which isn’t right: fix $u_1$ first.",
    ]);
    expect(last?.feedback).toEqual([
      "It follows correctly from your own $u_4$, which isn’t right: fix $u_1$ first.",
    ]);
  });

  it("names a step without a formula by its label", () => {
    const words = exerciseFrom(`
      <Given name="a" value={integer(3, 3)} />
      <Numeric name="first" label="The double" answer={2 * a} />
      <Numeric name="second" label="And one" answer={first + 1} />
    `);
    expect(grades(words, { first: 5, second: 6 }).second?.feedback).toEqual([
      "It follows correctly from your own “The double”, which isn’t right: that’s the one to fix.",
    ]);
  });

  it("earns nothing for a step that is wrong in itself too, and goes on from that", () => {
    const result = grades(five, { ...own, three: 35, four: 31, five: 62 });
    expect(result.three).toMatchObject({ verdict: "wrong", earned: 0 });
    expect(result.four).toMatchObject({ verdict: "right", followed: true });
    expect(result.five).toMatchObject({ verdict: "right", followed: true });
  });

  it("earns full marks, without remarks, for a later step that is right after all", () => {
    const { five: last } = grades(five, { ...own, five: 58 });
    expect(last).toMatchObject({ verdict: "right", earned: 3, feedback: [] });
    expect(last?.followed).toBeUndefined();
  });

  it("halves the credit where follow-through is a half", () => {
    const result = grades(chain("follow-through={0.5}"), own);
    for (const part of ["two", "three", "four"]) expect(result[part]?.earned, part).toBe(0.5);
    expect(result.five).toMatchObject({ verdict: "right", earned: 1.5, followed: true });
  });

  it("gives no credit where follow-through is 0", () => {
    const result = grades(chain("follow-through={0}"), own);
    for (const part of ["two", "three", "four", "five"]) {
      expect(result[part], part).toMatchObject({ verdict: "wrong", earned: 0 });
      expect(result[part]?.followed, part).toBeUndefined();
    }
  });
});

describe("a step before it that was not answered", () => {
  it("is worked out from what they answered before it", () => {
    const result = grades(five, { one: 7, five: 64 });
    expect(result.five).toMatchObject({ verdict: "right", earned: 3, followed: true });
    expect(result.five?.feedback).toEqual([
      "It follows correctly from your own $u_1$, which isn’t right: that’s the one to fix.",
    ]);
  });

  it("is the true one where nothing of theirs leads to it", () => {
    const result = grades(five, { four: 30, five: 60 });
    expect(result.five).toMatchObject({ verdict: "right", followed: true });
    expect(grades(five, { five: 60 }).five).toMatchObject({ verdict: "wrong", earned: 0 });
  });

  it("gives no follow-through where it cannot be read", () => {
    const result = grades(five, { ...own, three: "about forty" }, ["one", "two", "five"]);
    expect(result.two).toMatchObject({ verdict: "right", followed: true });
    const alone = grades(five, { four: "?", five: 64 }, ["five"]);
    expect(alone.five).toMatchObject({ verdict: "wrong", earned: 0 });
  });
});

describe("one step checked by itself", () => {
  it("is marked from what stands in the other fields, which get no verdict", () => {
    const result = grades(five, own, ["three"]);
    expect(Object.keys(result)).toEqual(["three"]);
    expect(result.three).toMatchObject({ verdict: "right", followed: true });
  });
});

describe("rounded on the way", () => {
  const thirds = exerciseFrom(`
    <Given name="a" value={integer(1, 1)} />
    <Numeric name="third" label="$t$" answer={a / 3} significant={2} />
    <Numeric name="large" label="$100 t$" answer={100 * third} significant={3} follow-through={0} />
    <Numeric name="larger" label="$1000 t$" answer={10 * large} significant={3} follow-through={0.5} />
  `);

  it("an answer worked from a right one is right, whatever follow-through is worth, without remarks", () => {
    // 100/3 is 33.3; who goes on from 0.33, which is right to two figures, has 33.
    expect(grades(thirds, { large: 33 }).large).toMatchObject({ verdict: "wrong" });
    const result = grades(thirds, { third: 0.33, large: 33, larger: 330 });
    for (const part of ["third", "large", "larger"]) {
      expect(result[part], part).toMatchObject({ verdict: "right", earned: 1, feedback: [] });
      expect(result[part]?.followed, part).toBeUndefined();
      expect(result[part]?.diagnosis, part).toBeUndefined();
    }
  });
});

describe("a value that would make a later part trivial", () => {
  const product = exerciseFrom(`
    <Given name="a" value={integer(3, 3)} />
    <Numeric name="factor" label="$f$" answer={2 * a} />
    <Matrix name="vec" label="$v$" answer={factor * vector([1, 2, 3])} />
    <Matrix name="outer" label="$M$" answer={vec * T(vector([1, 2]))} />
    <Numeric name="length" label="$s$" answer={dot(vec, vec)} />
  `);
  const rows = (f: number) => [[f], [2 * f], [3 * f]];
  const outer = (f: number) => rows(f).map(([v]) => [v!, 2 * v!]);

  it("gives follow-through to a vector, its product and its square from a wrong factor", () => {
    const result = grades(product, { factor: 5, vec: rows(5), outer: outer(5), length: 350 });
    for (const part of ["vec", "outer", "length"]) {
      expect(result[part], part).toMatchObject({ verdict: "right", earned: 1, followed: true });
    }
  });

  it("gives the cells that follow their share", () => {
    const [first, second] = rows(5);
    const result = grades(product, { factor: 5, vec: [first!, second!, [99]] });
    expect(result.vec).toMatchObject({ verdict: "partly", followed: true });
    expect(result.vec?.earned).toBeCloseTo(1 / 5 + (4 / 5) * (2 / 3), 9);
    expect(result.vec?.feedback.join(" ")).toContain(
      "Some of it follows correctly from your own $f$",
    );
  });

  it("gives none when it is 0", () => {
    const result = grades(product, { factor: 0, vec: rows(0), length: 0 });
    // A fifth is for the shape, which is right.
    expect(result.vec).toMatchObject({ verdict: "partly", earned: 0.2 });
    expect(result.vec?.followed).toBeUndefined();
    expect(result.length).toMatchObject({ verdict: "wrong", earned: 0 });
  });

  it("gives none when it comes to 0 in the later part", () => {
    const difference = exerciseFrom(`
      <Given name="a" value={integer(3, 3)} />
      <Numeric name="twice" label="$d$" answer={2 * a} />
      <Numeric name="rest" label="$r$" answer={twice - 5} />
    `);
    expect(grades(difference, { twice: 5, rest: 0 }).rest).toMatchObject({ earned: 0 });
    expect(grades(difference, { twice: 9, rest: 4 }).rest).toMatchObject({ earned: 1 });
  });

  it.each([
    ["a row for a column", [[5, 10, 15]]],
    ["too short a column", [[5], [10]]],
    ["a number", [[5]]],
    [
      "a square",
      [
        [5, 10, 15],
        [5, 10, 15],
        [5, 10, 15],
      ],
    ],
  ])("gives none when it is of the wrong shape: %s", (_, vec) => {
    const square = vec.flat().reduce((sum, v) => sum + v * v, 0);
    for (const wrong of [square, vec[0]![0]! ** 2]) {
      const result = grades(product, { vec, length: wrong, outer: outer(5) });
      expect(result.length, String(wrong)).toMatchObject({ earned: 0 });
      expect(result.outer?.followed, String(wrong)).toBeUndefined();
    }
    // What does not go by way of the vector is followed all the same.
    expect(grades(product, { factor: 5, vec, length: 504 }).length).toMatchObject({ earned: 1 });
  });
});

describe("any chain", () => {
  const step = fc.record({
    sign: fc.constantFrom("+", "-", "*"),
    by: fc.integer({ min: 2, max: 9 }),
  });
  type Step = { readonly sign: string; readonly by: number };
  const after = (v: number, { sign, by }: Step) =>
    sign === "+" ? v + by : sign === "-" ? v - by : v * by;

  it("gives full marks to every later part computed from the student's own first value", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: -5000, max: 5000 }),
        (steps, thousandths) => {
          const wrong = thousandths / 100;
          const names = ["n0", ...steps.map((_, i) => `n${i + 1}`)];
          const parts = steps.map(
            ({ sign, by }, i) =>
              `<Numeric name="n${i + 1}" label="$n_${i + 1}$" answer={n${i} ${sign} ${by}} />`,
          );
          const exercise = exerciseFrom(
            `<Given name="a" value={integer(3, 9)} />\n<Numeric name="n0" label="$n_0$" answer={a + 0.5} may-be-zero />\n${parts.join("\n")}`,
          );
          const values = [wrong];
          for (const one of steps) values.push(after(values.at(-1)!, one));
          fc.pre(values.every((v) => Math.abs(v) > 1e-9));
          const answers = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
          const result = grades(exercise, answers);
          for (const name of names.slice(1)) {
            expect(result[name], name).toMatchObject({ verdict: "right", earned: 1 });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
