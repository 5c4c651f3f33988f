import { describe, expect, it } from "vitest";
import { parseExercise } from "@/lib/content";
import { drawVariant, type Issue } from "@/lib/exercise";
import { functions, reserved } from "@/lib/exercise/language/functions";
import { exerciseFrom } from "../mdx-exercise";

/** What is wrong with an exercise that has a given of this name, and reads it. */
function issuesWith(name: string, read = name): readonly Issue[] {
  const text = `<Exercise id="names" title="Names">
<Given name="${name}" value={integer(2, 9)} />

<Numeric name="q" label="$q$" answer={2 * ${read} + 1} />
</Exercise>`;
  const parsed = parseExercise(text, "names.mdx");
  return parsed.status === "parsed" ? [] : parsed.issues;
}

const later = [...functions.keys()].filter((name) => !reserved.has(name));

describe("an exercise stored before a function of the name of its given", () => {
  it.each(later)("has a given named %s, which it reads", (name) => {
    const exercise = exerciseFrom(`
      <Given name="${name}" value={integer(2, 9)} />
      <Given name="ten" value={[10]} />
      <Numeric name="q" label="$q$" answer={2 * ${name} + ten[0]} />
    `);
    const { givens, parts } = drawVariant(exercise, { seed: "later", number: 1 });
    expect(parts.q?.key).toBe(2 * (givens[name] as number) + 10);
  });

  it("still calls the function by a call", () => {
    const exercise = exerciseFrom(`
      <Given name="max" value={integer(2, 9)} />
      <Numeric name="q" label="$q$" answer={max([1, 20]) + max} />
    `);
    const { givens, parts } = drawVariant(exercise, { seed: "both", number: 1 });
    expect(parts.q?.key).toBe(20 + (givens.max as number));
  });

  it("has parameters that are named like a function", () => {
    const exercise = exerciseFrom(`
      <Given name="a" value={integer(2, 9)} />
      <Numeric name="q" label="$q$" answer={map([a], sum => 2 * sum)[0]} />
    `);
    const { givens, parts } = drawVariant(exercise, { seed: "own", number: 1 });
    expect(parts.q?.key).toBe(2 * (givens.a as number));
  });
});

describe("a name that cannot be is refused with one that can", () => {
  it.each([
    "var",
    "let",
    "class",
    "yield",
    "static",
    "await",
    "enum",
    "sum",
    "pi",
    "1a",
    "a-b",
    "dz[2]",
    "größe",
    "",
    "toString",
    "constructor",
  ])("%s", (name) => {
    const said = issuesWith(name, /^[a-zA-Z]+$/.test(name) ? name : "q0").map(({ mend }) => mend);
    const better = said.flatMap((mend) => /(\w+),? say/.exec(mend)?.[1] ?? []);
    expect(better.length, said.join("\n")).toBeGreaterThan(0);
    for (const other of better) expect(issuesWith(other), other).toEqual([]);
  });

  it("is told by the word itself where it is read in braces", () => {
    expect(issuesWith("var")).toEqual([
      expect.objectContaining({
        line: 4,
        message: "var is a word of JavaScript, and no name",
        mend: "Give what it names another name, var1 say, and use that here.",
      }),
    ]);
  });

  it("where it is taken", () => {
    expect(() =>
      exerciseFrom(`
        <Given name="a" value={1} />
        <Numeric name="a" label="$q$" answer={2} />
      `),
    ).toThrow(/the name a is taken[\s\S]*a1, say/);
  });
});
