import type { RootContent } from "mdast";
import { describe, expect, it } from "vitest";
import { parseLesson, scopeOf } from "@/lib/content";
import { toldOps } from "@/lib/engine/told";
import { boxNames } from "@/lib/engine/told/box-names";
import { drawVariant, type Exercise } from "@/lib/exercise";
import type { BoxGraph } from "@/lib/exercise/boxes/box";
import { boxGraph } from "@/lib/exercise/boxes/box-graph";
import type { Expr, Scope } from "@/lib/exercise/language";
import { exerciseIn } from "../architectures/an-architecture";

/** The value that the first <Network> among these draws. */
function drawnIn(body: readonly RootContent[]): Expr {
  const network = body.find((node) => "name" in node && node.name === "Network");
  return network?.data?.attributes?.get("value")?.value as Expr;
}

/** The boxes of a value of a lesson's givens. */
function boxesOf(givens: string, value: string): BoxGraph {
  const text = `---\ntitle: T\nsummary: S\n---\n${givens}\n\n<Network value={${value}} />\n`;
  const parsed = parseLesson(text, "lesson.mdx");
  if (parsed.status === "refused") throw new Error(parsed.issues.map((one) => one.message).join());
  return boxGraph(drawnIn(parsed.lesson.body), scopeOf(parsed.lesson.givens, "a"));
}

/** "x 2×3 & W 4×2 -> matrix product": each step with what goes into it. */
function read({ boxes, lines }: BoxGraph): string[] {
  return boxes
    .filter(({ words }) => words !== undefined)
    .map(({ id, words }) => {
      const from = lines
        .filter(({ to }) => to === id)
        .map((line) => {
          const box = boxes.find((one) => one.id === line.from)!;
          const { shape } = box.outs.find((out) => out.id === line.out)!;
          const name = box.words ?? box.letters!.join(", ");
          return shape ? `${name} ${shape.rows}×${shape.cols}` : name;
        });
      return `${from.toSorted().join(" & ")} -> ${words}`;
    });
}

const variantScope = (exercise: Exercise, seed: string): Scope =>
  new Map(Object.entries(drawVariant(exercise, { seed, number: 1 }).givens));

const layer = `
<Given name="x" value={uniform(-1, 1, { shape: [2, 3] })} />
<Given name="W" value={uniform(-1, 1, { shape: [4, 2] })} />
<Given name="b" value={uniform(-1, 1, { shape: [4, 3] })} />`;

describe("a value’s boxes", () => {
  it("are the ops that its author wrote, and the givens that go into them, with their shapes", () => {
    expect(read(boxesOf(layer, "relu(W * x + b)"))).toEqual([
      "W 4×2 & x 2×3 -> matrix product",
      "b 4×3 & matrix product 4×3 -> +",
      "+ 4×3 -> ReLU",
    ]);
  });

  it("go back through givens that are worked out, and call them by their letters", () => {
    const { boxes } = boxesOf(`${layer}\n<Given name="z" value={W * x + b} />`, "tanh(z)");
    const plus = boxes.find(({ words }) => words === "+");
    expect(plus?.outs.map(({ letter }) => letter)).toEqual(["z"]);
    expect(boxes.map(({ words }) => words)).toContain("matrix product");
  });

  it("are said as a person would: a convolution and a pool by their sizes, attention as one", () => {
    const image = '<Given name="x" value={uniform(-1, 1, { shape: [6, 6] })} />';
    const kernel = '<Given name="K" value={uniform(-1, 1, { shape: [3, 3] })} />';
    const pooled = boxesOf(`${image}\n${kernel}`, "maxPool(conv2d(x, K), 2)");
    expect(read(pooled)).toEqual([
      "K 3×3 & x 6×6 -> conv 3 × 3",
      "conv 3 × 3 4×4 -> max pool 2 × 2",
    ]);
    expect(read(boxesOf(image, "attention(x, x, x).output"))).toEqual(["x 6×6 -> attention"]);
  });

  it("leave numbers out that stand in a formula, and say that there is one", () => {
    const names = read(boxesOf(layer, "1 - sum(x) / 2"));
    expect(names).toEqual([
      "x 2×3 -> sum",
      "sum 1×1 -> ÷ a number",
      "÷ a number 1×1 -> a number −",
    ]);
  });

  it("have one line from the weights of a cell", () => {
    const exercise = exerciseIn("lstm.mdx");
    const graph = boxGraph(drawnIn(exercise.body), variantScope(exercise, "a"));
    expect(read(graph)).toEqual([
      "\\text{cell} & x 2×1 & {c_{0}} 2×1 & {h^{[0]}} 2×1 -> LSTM cell",
    ]);
  });

  it("keep the line past a block, and show a list of numbers as the one given that it is", () => {
    const exercise = exerciseIn("residual-block.mdx");
    const graph = boxGraph(drawnIn(exercise.body), variantScope(exercise, "a"));
    expect(read(graph).at(-1)).toBe("matrix product 3×1 & x 3×1 -> +");
    const tokens = '<Given name="tokens" value={shuffle([1, 2, 3])} />';
    expect(read(boxesOf(`${layer}\n${tokens}`, "embedding(x, tokens)"))).toEqual([
      "\\text{tokens} 3×1 & x 2×3 -> embedding",
    ]);
  });

  it("are those of a pass through a network, the loss of y and p", () => {
    const pass = `<Given name="net" value={network([2, 1])} />
<Given name="u" value={uniform(-1, 1, { shape: 2 })} />
<Given name="y" value={pick(0, 1)} />
<Given name="pass" value={backprop(net, u, y)} />`;
    expect(read(boxesOf(pass, "pass.loss"))).toEqual([
      "u 2×1 & {W^{[1]}}, {b^{[1]}} -> linear",
      "linear 1×1 -> sigmoid",
      "sigmoid 1×1 & y 1×1 -> binary cross-entropy",
    ]);
  });

  it("stand each after what they build on", () => {
    const { boxes, lines } = boxesOf(layer, "sum(hadamard(tanh(W * x), W * x + b))");
    const place = (id: string) => boxes.findIndex((box) => box.id === id);
    for (const { from, to } of lines) expect(place(from)).toBeLessThan(place(to));
  });

  it("are the same whatever was drawn, so that no number is in them", () => {
    for (const file of ["convolution.mdx", "lstm.mdx", "residual-block.mdx"]) {
      const exercise = exerciseIn(file);
      const graphs = ["a", "b", "c"].map((seed) =>
        JSON.stringify(boxGraph(drawnIn(exercise.body), variantScope(exercise, seed))),
      );
      expect(new Set(graphs).size, file).toBe(1);
    }
  });
});

it("every op has a name for its box, and no other", () => {
  expect(Object.keys(boxNames).sort()).toEqual(toldOps.map(({ op }) => op.name).sort());
});

it.each([
  ["a value that nothing leads to", "x"],
  ["nothing but numbers", "2 + 3"],
])("refuses %s", (_, value) => {
  expect(() => boxesOf(layer, value)).toThrow("there is no computation to draw");
});

it.each([
  ["steps that double", "scan((s, t) => s + s, sum(x), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])[9]"],
  [
    "readings that double",
    `scan((s, t) => [at(s, 1), at(s, 1)], [sum(x), sum(x)], linspace(1, 200, 200))[199]`,
  ],
])("draws %s without following every way", (_, value) => {
  expect(boxesOf(layer, value).boxes.length).toBeLessThan(20);
});

it("refuses what has more boxes than can be made out", () => {
  const long = "scan((s, t) => tanh(s), sum(x), linspace(1, 300, 300))[299]";
  expect(() => boxesOf(layer, long)).toThrow("this takes 301 boxes");
});
