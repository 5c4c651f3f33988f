import { describe, expect, it } from "vitest";
import { drawVariant } from "@/lib/exercise";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { limits, newMeter } from "@/lib/exercise/language";
import { issuesOf, lessonOf, withFront } from "./a-lesson";

const exercise = (body: string) =>
  withFront(`\n<Exercise id="e" title="E">\n\n${body}\n\n</Exercise>\n`);

const times = (n: number, one: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => one(i)).join("\n\n");

const numeric = '<Numeric name="n" label="n" answer={2} decimals={1} />';

const parts = (n: number) =>
  times(
    n,
    (i) =>
      `<Numeric name="n${i}" label="$x_{${i}}$" answer={${i ? `n${i - 1} + 1` : 2}} decimals={1} />`,
  );

const messages = (text: string) => issuesOf(text).map(({ line, message }) => `${line}: ${message}`);

const image = `<Given name="X" value={uniform(-1, 1, { shape: [8, 8], step: 0.1 })} />
<Given name="K" value={uniform(-1, 1, { shape: [3, 3], step: 0.1 })} />

`;

const large = `<Given name="W" value={uniform(-1, 1, { shape: [60, 60], step: 0.1 })} />
<Given name="u" value={uniform(-1, 1, { shape: 60, step: 0.1 })} />

`;

const product = "{T(u) * (W * W) * u}";

describe("an exercise that takes long to judge or to show is refused, and what takes it is told", () => {
  it.each([
    ["parts without number", parts(200), "88: this exercise has more than 40 parts"],
    [
      "hints without number",
      `${numeric}\n\n${times(30, () => "<Hint>\n\nLook.\n\n</Hint>")}`,
      "more than 20 hints",
    ],
    [
      "givens without number",
      `${times(120, (i) => `<Given name="g${i}" value={1} />`)}\n\n${numeric}`,
      "more than 100 givens",
    ],
    [
      "misconceptions without number",
      `${numeric}\n\n${times(50, (i) => `<Misconception when={{ n: ${i + 3} }}>No.</Misconception>`)}`,
      "more than 40 misconceptions",
    ],
    [
      "variants without number",
      `<Given name="a" value={1} />\n\n${numeric}\n\n${times(60, () => "<Variant givens={{ a: 1 }} />")}`,
      "more than 50 variants",
    ],
    [
      "long formulas",
      `${times(30, (i) => `$$\n${`\\frac{a}{b_{${i}}}+\\sqrt{x}+`.repeat(60)}1\n$$`)}\n\n${numeric}`,
      "6: with their numbers, the formulas that this exercise shows are longer than 20,000 characters together",
    ],
    [
      "matrices shown again and again",
      `${image}${times(60, () => "$$\n\\val{X}\n$$")}\n\n${numeric}`,
      "the formulas that this exercise shows are longer than",
    ],
    [
      "products of large matrices in its text",
      `${large}${product}\n\n${numeric}`,
      "all the values that this exercise shows take more than 200,000 steps",
    ],
    [
      "the same in a hint",
      `${large}${numeric}\n\n<Hint>\n\n${product}\n\n</Hint>`,
      "take more than 200,000 steps",
    ],
    [
      "the same in its solution",
      `${large}${numeric}\n\n<Solution>\n\n${product}\n\n</Solution>`,
      "take more than 200,000 steps",
    ],
    [
      "convolutions",
      `${image}${times(20, (i) => `<Matrix name="m${i}" label="m" answer={conv2d(X, K) * ${i + 1}} decimals={3} />`)}`,
      "6: the worked solution of this exercise is longer than 20,000 characters",
    ],
  ])("%s", (_, body, reason) => {
    expect(messages(exercise(body))).toEqual([expect.stringContaining(reason)]);
  });

  it("and one with as many parts as it may have is none of these", () => {
    expect(messages(exercise(parts(40)))).toEqual([]);
  });
});

describe("so is a lesson’s own text", () => {
  it("that works out large products", () => {
    expect(messages(withFront(`\n${large}${product}\n\n${product} ${product}\n`))).toEqual([
      expect.stringContaining(
        "11: all the values that the text of this lesson shows take more than 500,000 steps",
      ),
    ]);
    expect(messages(withFront(`\n${large}${product}\n`))).toEqual([]);
  });

  it("that shows matrices again and again", () => {
    expect(messages(withFront(`\n${image}${times(200, () => "$$\n\\val{X}\n$$")}\n`))).toEqual([
      expect.stringContaining("are longer than 60,000 characters together"),
    ]);
  });
});

describe("the answers that mistakes in a draft come to", () => {
  const body = `${image}${times(6, (i) => `<Matrix name="m${i}" label="m" answer={conv2d(X, K) * ${i + 2}} decimals={3} />`)}`;
  const [drafted] = lessonOf(exercise(body)).exercises;
  const { scope } = drawVariant(drafted!, { seed: "1", number: 1 });
  const found = (meter: ReturnType<typeof newMeter>) => {
    const predictions = new Predictions(drafted!, scope, undefined, meter);
    return drafted!.parts.map(
      (part) => predictions.on(part, { settled: new Map() }).singles.length,
    );
  };

  it("are worked out on one budget for all parts, and left out where none is left", () => {
    const meter = newMeter();
    const all = found(meter);
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(meter.steps).toBeLessThan(limits.steps);
    const part = meter.steps / drafted!.parts.length;
    const few = found({ steps: limits.steps - 3 * part });
    expect(few.slice(0, 2)).toEqual(all.slice(0, 2));
    expect(few.slice(4)).toEqual([0, 0]);
    expect(found({ steps: limits.steps })).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
