import { describe, expect, it } from "vitest";
import { parseExercise } from "@/lib/content";
import { drawVariant, type Exercise, type Variant } from "@/lib/exercise";
import type { OrderingSettings, OrderingView } from "@/lib/exercise/kinds/ordering/schema";
import { asWritten } from "@/lib/exercise/wording";
import { texToHtml } from "@/lib/ui/maths";
import { exerciseIn } from "../architectures/an-architecture";
import { exerciseFrom, graded } from "../mdx-exercise";

const network = `<Given name="net" value={network([2, 3, 1])} />
<Given name="x" value={uniform(-1, 1, { shape: 2, step: 0.1 })} />
<Given name="y" value={pick(0, 1)} />
<Given name="pass" value={backprop(net, x, y)} />`;

const residual = `<Given name="x" value={uniform(-2, 2, { shape: 3, step: 0.1 })} />
<Given name="U" value={uniform(-1, 1, { shape: [3, 3], step: 0.1 })} />
<Given name="V" value={uniform(-1, 1, { shape: [3, 3], step: 0.1 })} />
<Given name="u" value={tanh(U * x)} />
<Given name="v" value={sigmoid(V * x)} />
<Given name="w" value={hadamard(u, v)} />`;

function settingsOf(exercise: Exercise) {
  const part = exercise.parts.find(({ kind }) => kind === "ordering")!;
  const { steps, distractors, ...settings } = part.settings as OrderingSettings;
  return {
    ...settings,
    steps: steps.map((step) => ({ ...step, text: asWritten(step.text) })),
    distractors: distractors.map(({ why = [], ...one }) => ({
      ...one,
      text: asWritten(one.text),
      why: asWritten(why),
    })),
  };
}

const draw = (exercise: Exercise, seed = "a") => drawVariant(exercise, { seed, number: 1 });

/** The texts of the steps, and of what stands among them, without the braces that only TeX sees. */
const bare = (text: string) => text.replace(/[{}]/g, "").replaceAll("\\, ", "").trim();
const textsOf = (exercise: Exercise) => settingsOf(exercise).steps.map(({ text }) => bare(text));

/** The verdict on the items of these names in this order. */
function answered(exercise: Exercise, variant: Variant, names: readonly string[]) {
  const { steps, distractors } = settingsOf(exercise);
  const { items } = variant.parts.o!.view as OrderingView;
  const ids = names.map((name) => {
    const { text } = [...steps, ...distractors].find((item) => item.name === name)!;
    return items.find((item) => item.text === text)!.id;
  });
  return graded(exercise, variant, { o: ids.join(",") }).o!;
}

/** What a reader sees of a text. Throws where a formula in it cannot be set. */
const html = (text: string) =>
  text.replaceAll(/\$([^$]+)\$/g, (_, tex: string) =>
    texToHtml(tex, { display: false }).replace(/<annotation[\s\S]*?<\/annotation>/g, ""),
  );

/** Every order of these, for few of them. */
function ordersOf(names: readonly string[]): string[][] {
  if (names.length === 0) return [[]];
  return names.flatMap((name) =>
    ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
  );
}

describe("an ordering from a graph", () => {
  it("has a step for each quantity of a pass that leads to the value, told by its formula", () => {
    const exercise = exerciseFrom(`${network}\n<Ordering name="o" label="Go" from={pass.dW[1]} />`);
    expect(textsOf(exercise)).toEqual([
      "$z^[1] = W^[1] x + b^[1]$",
      "$h^[1] = \\sigma\\left(z^[1]\\right)$",
      "$z^[2] = W^[2] h^[1] + b^[2]$",
      "$p = \\sigma\\left(z^[2]\\right)$",
      "$dz^[2] = p - y$",
      "$dh^[1] = W^[2]^\\top dz^[2]$",
      "$dz^[1] = dh^[1] \\odot (h^[1] \\odot (1 - h^[1]))$",
      "$dW^[1] = dz^[1] x^\\top$",
    ]);
  });

  it("takes as right what respects the arrows, and nothing else", () => {
    const exercise = exerciseFrom(
      `${residual}\n<Ordering name="o" label="Go" from={w} distractors={0} />`,
    );
    const variant = draw(exercise);
    const right = ordersOf(["u", "v", "w"]).filter(
      (names) => answered(exercise, variant, names).verdict === "right",
    );
    // w needs u and v, and these need nothing of each other.
    expect(right).toEqual([
      ["u", "v", "w"],
      ["v", "u", "w"],
    ]);
  });

  it("takes the graph’s own order alone where its author says so", () => {
    const exercise = exerciseFrom(
      `${residual}\n<Ordering name="o" label="Go" from={w} distractors={0} in-order />`,
    );
    const variant = draw(exercise);
    expect(answered(exercise, variant, ["u", "v", "w"]).verdict).toBe("right");
    expect(answered(exercise, variant, ["v", "u", "w"]).verdict).not.toBe("right");
  });

  it("says which step came before what it needs", () => {
    const exercise = exerciseFrom(
      `${residual}\n<Ordering name="o" label="Go" from={w} distractors={0} />`,
    );
    const { feedback, diagnosis } = answered(exercise, draw(exercise), ["u", "w", "v"]);
    expect(diagnosis).toEqual([["step-before-what-it-needs"]]);
    expect(feedback.join(" ")).toContain("put “$w = u \\odot v$” before “$v = ");
    expect(feedback.join(" ")).toContain("The first of these two needs the second.");
  });

  it("mixes mistakes in, says why each is no step, and never takes one for right", () => {
    const exercise = exerciseFrom(
      `${network}\n<Ordering name="o" label="Go" from={pass.dW[1]} distractors={6} />`,
    );
    const { steps, distractors } = settingsOf(exercise);
    const texts = distractors.map(({ text }) => bare(text));
    // The gradient's sign, a slope forgotten, a bias forgotten and an activation forgotten.
    expect(texts).toContain("$dz^[2] = -(p - y)$");
    expect(texts).toContain("$dz^[1] = dh^[1]$");
    expect(texts).toContain("$z^[1] = W^[1] x$");
    expect(texts).toContain("$h^[1] = z^[1]$");
    const variant = draw(exercise);
    for (const { name, why } of distractors) {
      const names = [...steps.map((step) => step.name), name];
      const { verdict, diagnosis, feedback } = answered(exercise, variant, names);
      expect(verdict).not.toBe("right");
      expect(diagnosis).toEqual([["distractor-used"]]);
      expect(why).toMatch(/[.!]$/);
      expect(feedback.join(" ")).toContain(why);
    }
  });

  it("has no mistake that comes to what is right: a linear layer has no activation to forget", () => {
    const linear = network.replace("[2, 3, 1]", '[2, 3, 1], { activation: "identity" }');
    const exercise = exerciseFrom(
      `${linear}\n<Ordering name="o" label="Go" from={pass.p} distractors={8} />`,
    );
    const texts = settingsOf(exercise).distractors.map(({ text }) => bare(text));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts).not.toContain("$h^[1] = z^[1]$");
  });

  it("begins at what is known", () => {
    const exercise = exerciseFrom(
      `${network}\n<Ordering name="o" label="Go" from={pass.dW[1]} known={[pass.h[1], pass.p]} />`,
    );
    expect(settingsOf(exercise).steps.map(({ name }) => name)).toEqual([
      "pass.dz[2]",
      "pass.dh[1]",
      "pass.dz[1]",
      "pass.dW[1]",
    ]);
  });

  it("has parts among its steps, by their labels", () => {
    const exercise = exerciseFrom(`<Given name="a" value={integer(1, 5)} />
<Given name="b" value={integer(6, 9)} />
<Numeric name="first" label="$c$" answer={a + b} />
<Numeric name="second" label="$d$" answer={first * a} />
<Ordering name="o" label="Go" from={second} />`);
    expect(textsOf(exercise)).toEqual(["$c = a + b$", "$d = c a$"]);
  });

  it("stands beside distractors of its author’s own", () => {
    const exercise = exerciseFrom(
      `${residual}\n<Ordering name="o" label="Go" from={w} distractors={1}>\n<Distractor why="There is no loss yet.">Take the loss.</Distractor>\n</Ordering>`,
    );
    expect(settingsOf(exercise).distractors).toHaveLength(2);
    expect(settingsOf(exercise).distractors[0]).toMatchObject({ text: "Take the loss." });
  });

  it("calls the weights of a GRU’s update gate by its letter", () => {
    const gate = "{ Wx: matrix([[1]]), Wh: matrix([[2]]), b: vector([3]) }";
    const exercise =
      exerciseFrom(`<Given name="cell" value={{ r: ${gate}, z: ${gate}, n: ${gate} }} />
<Given name="x" value={uniform(-1, 1, { shape: 1, step: 0.1 })} />
<Given name="s" value={uniform(-1, 1, { shape: 1, step: 0.1 })} />
<Given name="step" value={gru(cell, x, s)} />
<Ordering name="o" label="Go" from={step.h} />`);
    expect(textsOf(exercise).join()).toContain("W_xz");
  });

  it("sends a browser the texts in a drawn order and no more, and never in a right one", () => {
    const exercise = exerciseFrom(`${network}\n<Ordering name="o" label="Go" from={pass.dW[1]} />`);
    const texts = settingsOf(exercise).steps.map(({ text }) => text);
    for (const seed of ["a", "b", "c", "d", "e", "f"]) {
      const view = draw(exercise, seed).parts.o!.view as OrderingView;
      expect(Object.keys(view).sort()).toEqual(["items", "tray"]);
      expect(view.items.map(({ id }) => id).join("")).toBe("abcdefghijk");
      for (const item of view.items) expect(Object.keys(item).sort()).toEqual(["id", "text"]);
      const shown = view.items.map(({ text }) => text).filter((text) => texts.includes(text));
      expect(shown, seed).not.toEqual(texts);
    }
  });

  it.each([
    ["attention.mdx", "head.output"],
    ["batch-norm.mdx", "norm.y"],
    ["convolution.mdx", "L"],
    ["gru.mdx", "L"],
    ["lstm.mdx", "step.h"],
    ["through-time.mdx", "L"],
  ])("is made from %s, in formulas that can be set and are all told apart", (file, value) => {
    const givens = exerciseIn(file)
      .source.match(/<Given[\s\S]*?\/>/g)!
      .join("\n");
    const exercise = exerciseFrom(
      `${givens}\n<Ordering name="o" label="Go" from={${value}} distractors={8} />`,
    );
    const { steps, distractors } = settingsOf(exercise);
    const shown = [...steps, ...distractors].map(({ text }) => html(text));
    expect(steps.length).toBeGreaterThan(2);
    expect(distractors.length).toBeGreaterThan(2);
    expect(new Set(shown).size).toBe(shown.length);
    for (const { why } of distractors) html(why!);
  });

  it("shows no number that is worked out", () => {
    const exercise = exerciseFrom(`${network}\n<Ordering name="o" label="Go" from={pass.dW[1]} />`);
    const { steps, distractors } = settingsOf(exercise);
    for (const { text } of [...steps, ...distractors]) expect(text).not.toMatch(/\d\.\d|\\ldots/);
  });
});

it.each([
  ["a value that nothing leads to", "from={x}", "from leads to no step"],
  ["one step", "from={u}", "from leads to one step alone"],
  ["a step beside it", "from={w}><Step>Go</Step></Ordering", "from makes the steps"],
  ["what has no from", "known={u}", "known goes with from alone"],
  ["too many mistakes", "from={w} distractors={20}", "distractors cannot be “20”"],
  ["what draws", "from={uniform(0, 1) * w}", "nothing can be drawn here"],
  [
    "a step that changes with the numbers",
    "from={at(x, 1) > 0 ? w : u + w}",
    "its steps change with the numbers",
  ],
])("refuses %s", (_, attributes, message) => {
  const element = attributes.endsWith("</Ordering")
    ? `<Ordering name="o" label="Go" ${attributes}>`
    : `<Ordering name="o" label="Go" ${attributes} />`;
  const given = '<Given name="w2" value={at(x, 1) > 0 ? u + v : u - v} />';
  const from = attributes.includes("?") ? element.replace(/from=\{.*?\}/, "from={w2}") : element;
  const text = `<Exercise id="e" title="E">\n${residual}\n${given}\n${from}\n</Exercise>`;
  const parsed = parseExercise(text, "e.mdx");
  const issues = parsed.status === "refused" ? parsed.issues : [];
  expect(issues.map((issue) => issue.message).join("\n")).toContain(message);
});
