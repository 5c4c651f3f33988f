import { describe, expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { show } from "@/lib/exercise/language";
import { exerciseFrom, graded } from "../mdx-exercise";
import { evaluateText, exprOf, issuesOf } from "./evaluate-text";

const m = "matrix([[1, 2, 3], [4, 5, 6]])";

describe("map and scan come to the value worked by hand", () => {
  it.each([
    ["map([1, 2, 3], x => x * x)", "[1, 4, 9]"],
    ["map([], x => x)", "[]"],
    ['map(["a", "b"], x => x + "!")', '["a!", "b!"]'],
    ["map(vector([1, 2]), x => 10 * x)", "vector([10, 20])"],
    ["map(vector([1, 2]), x => [x, x])", "[[1, 1], [2, 2]]"],
    [`map(${m}, x => 2 * x)`, "matrix([[2, 4, 6], [8, 10, 12]])"],
    [`map(${m}, x => at(x, 2))`, "matrix([[4, 5, 6]])"],
    [`map(${m}, x => ({ top: at(x, 1) }))`, "[{ top: 1 }, { top: 2 }, { top: 3 }]"],
    [`map(T([1, 2]), x => x + 1)`, "matrix([[2, 3]])"],
    ["map([1, 2], x => map([10, 20], y => x + y))", "[[11, 21], [12, 22]]"],
    ["map([1, 2], x => map([x], x => x + 0.5)[0] + x)", "[2.5, 4.5]"],
    ["scan((h, x) => h + x, 0, [1, 2, 3])", "[1, 3, 6]"],
    ["scan((h, x) => h + x, 100, vector([1, 2]))", "[101, 103]"],
    [`scan((h, x) => h + x, [0, 0], ${m})[2]`, "vector([6, 15])"],
    ["scan((s, x) => ({ a: s.b, b: s.a + x }), { a: 0, b: 1 }, [5, 7])[1].a", "5"],
    ["scan((s, x) => scan((t, y) => t + y, s, [x, x])[1], 0, [1, 10])", "[2, 22]"],
  ])("%s → %s", (text, value) => expect(show(evaluateText(text))).toBe(value));

  it("with a parameter that is named like a given, which it stands for", () => {
    const expr = exprOf("map([1, 2], x => x + w)", ["x", "w"]);
    expect(expr.names).toEqual(["w"]);
    expect(show(evaluateText("map([1, 2], x => x * 3) ", { x: 50 }))).toBe("[3, 6]");
    expect(show(evaluateText("[x, map([1], x => x)[0], x]", { x: 50 }))).toBe("[50, 1, 50]");
  });

  it("where every turn draws for itself", () => {
    const drawn = evaluateText("map([1, 2, 3, 4], i => integer(1, 1000000))") as number[];
    expect(new Set(drawn).size).toBe(4);
    expect(exprOf("map([1], i => uniform(0, 1))").draws).toBe(true);
  });
});

describe("an arrow function that cannot be is refused with its line and how to mend it", () => {
  it.each([
    ["map([1], 2)", "map takes an arrow function here", "Write map(xs, x => …)."],
    ["map(x => x, [1])", "here is not part of this language", "Only map and scan take one"],
    [
      "scan(0, (h, x) => h, [1])",
      "scan takes an arrow function here",
      "Write scan((state, x) => …",
    ],
    ["map([1], (a, b) => a)", "gives its function one plain name", "Write map"],
    ["scan(h => h, 0, [1])", "gives its function 2 plain names", "Write scan"],
    ["map([1], ([a]) => a)", "one plain name", "Write map"],
    ["map([1], ({ a }) => a)", "one plain name", "Write map"],
    ["map([1], (a = 1) => a)", "one plain name", "Write map"],
    ["map([1], (...a) => a)", "one plain name", "Write map"],
    ["map([1], x => { return x })", "has one expression", "without braces"],
    ["map([1], async x => x)", "has one expression", "without braces"],
    ["map([1], function (x) { return x })", "map takes an arrow function here", "Write map"],
    ["sum(x => x)", "a function of your own here is not", "Only map and scan take one"],
    ["(x => x)(1)", "only listed functions can be called", "by its name"],
    ["map([1], x => x.constructor)", "constructor cannot be read", "such as pass.p"],
    ["map([1], x => this)", "this is not part of this language", "name of a <Given>"],
    ["map([1], x => x(1))", "x is a value and no function", "x * (…)"],
    ["map([1], x => y)", "there is no value named y", "one of the names so far: x."],
    ["[map([1], x => x), x]", "there is no value named x", "<Given"],
  ])("%s", (text, message, mend) => {
    const issues = issuesOf(text);
    expect(issues).toContainEqual(
      expect.objectContaining({
        line: 1,
        message: expect.stringContaining(message),
        mend: expect.stringContaining(mend),
      }),
    );
  });

  it("where it stands in a longer text", () => {
    expect(issuesOf("map(\n  [1, 2],\n  x => x + zz\n)")).toEqual([
      expect.objectContaining({ line: 3, column: 12, message: "there is no value named zz" }),
    ]);
  });

  it("where it fails on one of the values", () => {
    expect(issuesOf("map([1, 0],\n  x => 1 / x)")).toEqual([
      expect.objectContaining({ line: 2, column: 8, message: "this divides by 0" }),
    ]);
  });
});

describe("a sequence without end", () => {
  const many = (n: number) => `linspace(0, 1, ${n})`;
  it.each([
    ["more values than one goes along", `map(${many(501)}, x => x)`, "Keep it at 500"],
    [
      "turns in turns in turns",
      `map(${many(400)}, x => map(${many(400)}, y => map(${many(400)}, z => x + y + z)))`,
      "smaller networks",
    ],
    ["a state that grows", `scan((s, x) => stack(s, s), [1], ${many(100)})`, "10000 or fewer"],
    ["a state that nests", `scan((s, x) => [s, s, s], 1, ${many(500)})`, "smaller"],
    [
      "a state that nests deep",
      `scan((s, x) => [s], 1, ${many(200)})`,
      "Put its values side by side",
    ],
    ["a number to go along", "map(7, x => x)", "Give a list, a vector or a matrix"],
    ["a text to go along", 'scan((s, x) => s, 0, "abc")', "Give a list, a vector or a matrix"],
  ])("is refused: %s", (_, text, mend) => {
    const began = Date.now();
    const [issue] = issuesOf(text);
    expect(issue?.mend).toContain(mend);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

it("a slip in one turn of a scan is told", () => {
  const exercise = exerciseFrom(`
    <Given name="w" value={uniform(0.3, 0.9, { step: 0.01 })} />
    <Given name="xs" value={uniform(0.3, 2, { shape: 3, step: 0.01 })} />
    <Given name="hs" value={scan((h, x) => tanh(w * h + x), 0.5, xs)} />
    <Numeric name="last" label="$h_3$" answer={hs[2]} significant={5} />
  `);
  const variant = drawVariant(exercise, { seed: "slip", number: 1 });
  const { w, xs } = variant.givens as unknown as { w: number; xs: { data: Float64Array } };
  const [a, b, c] = xs.data as unknown as [number, number, number];
  const h2 = w * Math.tanh(w * 0.5 + a) + b;
  const { diagnosis } = graded(exercise, variant, { last: Math.tanh(w * h2 + c) }).last!;
  expect(diagnosis).toContainEqual(["activation-left-out"]);
});

describe("a long chain", () => {
  const chain = (n: number) =>
    exerciseFrom(`
      <Given name="w" value={uniform(0.1, 0.9)} />
      <Given name="xs" value={linspace(1, 2, ${n})} />
      <Given name="far" value={scan((s, x) => scan((t, y) => t + y, s, xs)[${n - 1}], w, xs)[${n - 1}]} />
      <Numeric name="q" label="q" answer={far} significant={4} />
    `);

  it("is drawn and graded", () => {
    const exercise = chain(15);
    const variant = drawVariant(exercise, { seed: "far", number: 1 });
    const { w } = variant.givens as { w: number };
    expect(graded(exercise, variant, { q: w + 15 * 22.5 }).q?.verdict).toBe("right");
    expect(graded(exercise, variant, { q: w + 14 * 22.5 }).q?.verdict).toBe("wrong");
  });

  it("is refused where judging it takes too much", () => {
    expect(() => drawVariant(chain(75), { seed: "far", number: 1 })).toThrow("2000000 steps");
  });
});
