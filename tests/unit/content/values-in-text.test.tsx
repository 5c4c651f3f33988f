import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseExercise } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { PreviewCard } from "@/lib/content/exercise-card/PreviewCard";
import { shownPart } from "@/lib/content/exercise-card/shown-part";
import { drawVariant, type Exercise, gradeSubmission } from "@/lib/exercise";
import { gradingOf } from "@/lib/exercise/check/grading-of";
import { solve } from "@/lib/exercise/solution/solve";
import { inNames, wordedIn } from "@/lib/exercise/wording";
import { exerciseFrom, graded } from "../exercise/mdx-exercise";
import { issuesOf, withFront } from "./a-lesson";

const exercise = exerciseFrom(`
<Given name="a" value={integer(2, 9)} />
<Given name="b" value={0 - integer(2, 9)} />
<Given name="v" value={vector([a, b])} />
<Given name="word" value={pick("leaky_relu", "2 * 3")} />

Work it out.

<Figure caption="A figure">

Here is {a}.

</Figure>

<Plot x={linspace(0, 1, 3)} curves={{ y: [1, 2, 3] }} caption="From {a} to $\\val{b}$" />

<Numeric name="n" label="The product of {a} and $b = \\val{b}$" answer={a * b} />

<Choice name="c" label="What {word} is">
  <Option correct>$\\val{a} + \\val{b}$ is {a + b}</Option>
  <Option feedback="{a} is no vector, $\\val{v}$ is.">{v}</Option>
</Choice>

<Ordering name="o" label="$\\val{a}$ steps">
  <Step>Take {a}.</Step>
  <Step>Take {b}.</Step>
  <Distractor why="Nobody asked for {a ** 2}.">Square {a}.</Distractor>
</Ordering>

<Misconception when={{ n: a + b }}>
  You added {a} and $\\val{b}$.
</Misconception>
`);

function drawn(of: Exercise, seed: string) {
  const variant = drawVariant(of, { seed, number: 1 });
  const { a, b, word } = variant.givens as { a: number; b: number; word: string };
  return { variant, a, b, word, minus: String(b).replace("-", "−") };
}

const label = (of: Exercise, name: string, scope: Parameters<typeof wordedIn>[1]) =>
  wordedIn(of.parts.find((part) => part.name === name)!.label, scope);

interface Items {
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  readonly items?: readonly { readonly id: string; readonly text: string }[];
}

describe("values stand wherever text stands", () => {
  it("in a label, with what it says to a screen reader", () => {
    const { variant, a, b, minus } = drawn(exercise, "label");
    expect(label(exercise, "n", variant.scope)).toBe(`The product of ${a} and $b = {${b}}$`);
    const [part] = exercise.parts;
    const html = renderToStaticMarkup(
      shownPart(part!, variant.parts.n!.view, variant.scope, "mark").label,
    );
    expect(html).toContain(`The product of ${a} and`);
    expect(html).not.toMatch(/\\val|\{a\}/);
    expect(minus).toMatch(/^−/);
  });

  it("in the name of the field that a label is", () => {
    const { variant, a, word } = drawn(exercise, "name");
    const views = gradingOf(variant).views;
    const scope = new Map(Object.entries(variant.givens));
    const card = { exercise, scope, views, points: 3, pointScale: 1 };
    const html = renderToStaticMarkup(<PreviewCard id="x" {...card} />);
    const [, named] = /aria-labelledby="(x-n-label)"/.exec(html) ?? [];
    const labelled = new RegExp(`id="${named}"[^>]*>(.*?)</p>`).exec(html)?.[1] ?? "";
    expect(labelled).toContain(`The product of ${a} and`);
    expect(html).toContain(`What ${word} is`);
    expect(html).not.toMatch(/\\val|[{](a|b|word)[}]/);
  });

  it("in options and steps, as the browser gets them", () => {
    const { variant, a, b, minus } = drawn(exercise, "items");
    const { options = [] } = variant.parts.c!.view as Items;
    expect(options.map(({ text }) => text).sort()).toEqual(
      [
        `$\\begin{bmatrix} ${a} \\\\ ${b} \\end{bmatrix}$`,
        `$\{${a}} + {${b}}$ is ${String(a + b).replace("-", "−")}`,
      ].sort(),
    );
    const { items = [] } = variant.parts.o!.view as Items;
    const texts = [`Take ${a}.`, `Take ${minus}.`, `Square ${a}.`];
    expect(items.map(({ text }) => text).sort()).toEqual(texts.sort());
  });

  it("in feedback, in why a distractor is none and in a misconception", () => {
    const { variant, a, b, minus } = drawn(exercise, "feedback");
    const { options = [] } = variant.parts.c!.view as Items;
    const wrong = options.find(({ text }) => text.startsWith("$\\begin"))!;
    expect(graded(exercise, variant, { c: wrong.id }).c?.feedback).toEqual([
      `${a} is no vector, $\\begin{bmatrix} ${a} \\\\ ${b} \\end{bmatrix}$ is.`,
    ]);
    const { items = [] } = variant.parts.o!.view as Items;
    const id = (text: string) => items.find((one) => one.text === text)!.id;
    const order = [`Take ${a}.`, `Square ${a}.`, `Take ${minus}.`].map(id).join(",");
    expect(graded(exercise, variant, { o: order }).o?.feedback.slice(1)).toEqual([
      `You used “Square ${a}”, which doesn’t belong here.`,
      `Nobody asked for ${a ** 2}.`,
    ]);
    expect(graded(exercise, variant, { n: a + b }).n?.feedback).toEqual([
      `You added ${a} and $${b}$.`,
    ]);
  });

  it("in a caption", () => {
    const { variant, a } = drawn(exercise, "caption");
    const html = renderToStaticMarkup(
      <Blocks nodes={exercise.body} scope={variant.scope} part={() => null} />,
    );
    expect(html).toContain(`From ${a} to`);
  });

  it("in the worked solution and where a part is named", () => {
    const { variant, a, b } = drawn(exercise, "solution");
    const { parts } = solve(exercise, { ...gradingOf(variant), scope: variant.scope });
    expect(parts[0]?.label).toBe(`The product of ${a} and $b = {${b}}$`);
    expect(parts[2]?.answer[0]?.markdown).toBe(`1\\. Take ${a}.`);
  });

  it("by their names where there are no numbers", () => {
    expect(exercise.parts.map((part) => inNames(part.label))).toEqual([
      "The product of a and $b = b$",
      "What word is",
      "$a$ steps",
    ]);
  });

  it("as text, whatever signs are in them", () => {
    for (let i = 0; i < 6; i++) {
      const { variant, word } = drawn(exercise, `words ${i}`);
      const html = renderToStaticMarkup(
        shownPart(exercise.parts[1]!, variant.parts.c!.view, variant.scope, `${i}`).label,
      );
      expect(html).toContain(`What ${word} is`);
    }
  });

  it("at the beginning of a line, where a number with a point would begin a list", () => {
    const list = exerciseFrom(`
      <Given name="a" value={integer(2, 9)} />
      <Numeric name="n" label="{a}. What is it?" answer={a} />
    `);
    const { variant, a } = drawn(list, "list");
    const html = renderToStaticMarkup(
      shownPart(list.parts[0]!, variant.parts.n!.view, variant.scope, "list").label,
    );
    expect(html).toContain(`${a}. What is it?`);
    expect(html).not.toContain("<li>");
  });
});

describe("what cannot stand in a text is told with its place", () => {
  const told = (text: string) =>
    issuesOf(withFront(`<Exercise id="e" title="E">\n${text}\n</Exercise>`)).map(
      ({ line, message, mend }) => `${line}: ${message}. ${mend}`,
    );

  it("an earlier part, whose value is its answer", () => {
    expect(
      told(
        '<Given name="a" value={2} />\n<Numeric name="n" label="n" answer={a} />\n<Numeric name="m" label="twice {n}" answer={2 * n} />',
      ),
    ).toEqual([
      "8: n is a part, and its value is its answer. Leave it out. What n is worked out from may stand here, and in a <Solution> n itself.",
    ]);
  });

  it("a brace that is not closed", () => {
    expect(told('<Numeric name="n" label="the set {1, 2" answer={2} />')).toEqual([
      "6: a { is not closed. Close it with }, or write \\{ for one that means itself.",
    ]);
  });

  it("a value that only the numbers show to be none", () => {
    expect(
      told(
        '<Given name="net" value={network([2, 1])} />\n<Numeric name="n" label="what {net} is" answer={2} />',
      ).join(),
    ).toContain("7: a record has no TeX");
  });

  it("a drawing or a gradient", () => {
    expect(told('<Numeric name="n" label="{integer(1, 2)}" answer={2} />').join()).toContain(
      "nothing can be drawn here",
    );
  });
});

describe("what was stored before", () => {
  const stored = (label: string) =>
    `<Exercise id="e" title="E">\n<Numeric name="n" label="${label}" answer={2} />\n</Exercise>`;

  it("still parses where a brace meant itself in a label, and shows it", () => {
    for (const text of ["the set {1, 2}", "{foo", "what {a} was"]) {
      expect(parseExercise(stored(text), "e.mdx").status, text).toBe("refused");
      const parsed = parseExercise(stored(text), "e.mdx", { isStored: true });
      if (parsed.status !== "parsed") throw new Error(text);
      expect(wordedIn(parsed.exercise.parts[0]!.label, new Map())).toBe(text);
    }
  });

  it("is graded by keys that know of no drawn options and no distractors", () => {
    const plain = exerciseFrom(`
      <Choice name="c"><Option correct>yes</Option><Option feedback="No.">no</Option></Choice>
      <Ordering name="o"><Step>one</Step><Step>two</Step><Distractor why="None.">three</Distractor></Ordering>
    `);
    const keys = {
      c: { several: false, options: ["b", "a"], correct: ["b"] },
      o: { steps: ["c", "a"], names: ["1", "2"] },
    };
    const text = (id: string, text: string) => ({ id, text });
    const views = {
      c: { several: false, options: [text("a", "no"), text("b", "yes")] },
      o: { tray: true, items: [text("a", "two"), text("b", "three"), text("c", "one")] },
    };
    const grade = (part: "c" | "o", typed: string) =>
      gradeSubmission(
        plain,
        { keys, views, scope: () => new Map() },
        { responses: { [part]: typed }, asked: [part] },
      ).parts[0];
    expect(grade("c", "b")).toMatchObject({ verdict: "right" });
    expect(grade("c", "a")).toMatchObject({ verdict: "wrong", feedback: ["No."] });
    expect(grade("o", "c,a")).toMatchObject({ verdict: "right" });
    expect(grade("o", "c,b,a")).toMatchObject({ diagnosis: [["distractor-used"]] });
  });
});
