import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseExercise, parseLesson, scopeOf } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { drawVariant } from "@/lib/exercise";
import type { BoxGraph } from "@/lib/exercise/boxes/box";
import { layOutBoxes } from "@/lib/ui/graph/boxes/lay-out-boxes";
import type { BoxLayout } from "@/lib/ui/graph/boxes/placed";
import { runsOf } from "@/lib/ui/graph/boxes/symbol";

/** The HTML of an exercise's body in one variant. */
function exerciseHtml(body: string, seed = "a"): string {
  const text = `<Exercise id="e" title="E">\n${body}\n</Exercise>`;
  const parsed = parseExercise(text, "e.mdx");
  if (parsed.status === "refused") throw new Error(parsed.issues.map((one) => one.message).join());
  const { givens } = drawVariant(parsed.exercise, { seed, number: 1 });
  const scope = new Map(Object.entries(givens));
  return renderToStaticMarkup(
    <Blocks nodes={parsed.exercise.body} scope={scope} part={() => <i />} />,
  );
}

const product = `<Given name="x" value={uniform(-1, 1, { shape: [2, 3], step: 0.001 })} />
<Given name="W" value={uniform(-1, 1, { shape: [4, 2], step: 0.001 })} />
<Given name="h" value={tanh(W * x)} />`;
const shown = '<Matrix name="m" label="$h$" answer={tanh(W * x)} shape="shown" decimals={3} />';
const asked = '<Matrix name="m" label="$h$" answer={tanh(W * x)} decimals={3} />';

describe("a computation as boxes on a page", () => {
  it("is the same HTML whatever was drawn, so that it tells no answer", () => {
    const pages = ["a", "b", "c"].map((seed) =>
      exerciseHtml(`${product}\n\n<Network value={h} />\n\n${shown}`, seed),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain("matrix product");
  });

  it("shows the shapes of what is worked out, but not in an exercise that asks for one", () => {
    const free = exerciseHtml(`${product}\n\n<Network value={h} />\n\n${shown}`);
    expect(free).toContain("4 × 3");
    const asking = exerciseHtml(`${product}\n\n<Network value={h} />\n\n${asked}`);
    expect(asking).not.toContain("4 × 3");
    expect(asking).toContain("2 × 3");
    const told = exerciseHtml(`${product}\n\n<Network value={h} shapes="all" />\n\n${asked}`);
    expect(told).toContain("4 × 3");
    const none = exerciseHtml(`${product}\n\n<Network value={h} shapes="none" />\n\n${shown}`);
    expect(none).not.toMatch(/\d × \d/);
  });

  it("is read out in order, and named for those who do not see it", () => {
    const html = exerciseHtml(`${product}\n\n<Network value={h} title="A layer" />\n\n${shown}`);
    expect(html).toContain('aria-label="A layer: matrix product, then tanh"');
    const steps = [...html.matchAll(/<li><strong[^>]*>(.*?)<\/strong>/g)].map(([, words]) => words);
    expect(steps).toEqual(["matrix product", "tanh"]);
    expect(html).toContain("what step 1 gives (4 × 3)");
  });

  it("goes with a lesson’s own givens too", () => {
    const parsed = parseLesson(
      `---\ntitle: T\nsummary: S\n---\n${product}\n\n<Network value={h} />`,
      "l",
    );
    if (parsed.status === "refused") throw new Error(parsed.issues[0]!.message);
    const { body, givens } = parsed.lesson;
    const html = renderToStaticMarkup(<Blocks nodes={body} scope={scopeOf(givens, "a")} />);
    expect(html).toContain("tanh");
  });
});

it.each([
  ["<Network />", "<Network> needs of or value"],
  ["<Network of={net} value={net.W[1] * 2} />", "can only show one"],
  ['<Network value={net.W[1] * 2} show="weights" />', "show does not go with value"],
  ['<Network of={net} shapes="none" />', "shapes does not go with of"],
  ["<Network value={uniform(0, 1)} />", "nothing can be drawn here"],
  ["<Network value={net} />", "there is no computation to draw"],
])("%s is refused", (element, message) => {
  const given = '<Given name="net" value={network([2, 1])} />';
  const parsed = parseLesson(`---\ntitle: T\nsummary: S\n---\n${given}\n\n${element}`, "l.mdx");
  expect(parsed.status === "refused" && parsed.issues.map((one) => one.message).join()).toContain(
    message,
  );
});

/** A residual block with a wide branch. */
const graph: BoxGraph = {
  boxes: [
    { id: "x", letters: ["x"], outs: [{ id: "o x", shape: { rows: 3, cols: 1 } }] },
    { id: "W", letters: ["{W^{[1]}}"], outs: [{ id: "o W", shape: { rows: 3, cols: 3 } }] },
    { id: "p", words: "matrix product", outs: [{ id: "o p", shape: { rows: 3, cols: 1 } }] },
    { id: "t", words: "tanh", outs: [{ id: "o t", letter: "h", shape: { rows: 3, cols: 1 } }] },
    { id: "+", words: "+", outs: [{ id: "o +" }] },
  ],
  lines: [
    { from: "x", out: "o x", to: "p" },
    { from: "W", out: "o W", to: "p" },
    { from: "p", out: "o p", to: "t" },
    { from: "t", out: "o t", to: "+" },
    { from: "x", out: "o x", to: "+" },
  ],
};

describe.each([true, false])("laid out, upright %s", (upright) => {
  const layout = layOutBoxes(graph, { shapes: "all", upright });

  it("has every box within it, and none on another", () => {
    for (const [i, one] of layout.boxes.entries()) {
      expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
      expect(one.y - one.height / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width / 2).toBeLessThanOrEqual(layout.width);
      expect(one.y + one.height / 2).toBeLessThanOrEqual(layout.height);
      for (const other of layout.boxes.slice(i + 1)) {
        const apartX = Math.abs(one.x - other.x) >= (one.width + other.width) / 2;
        const apartY = Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
        expect(apartX || apartY, `${one.box.id} and ${other.box.id}`).toBe(true);
      }
    }
  });

  it("has a line for each quantity that goes into a box, past the block too", () => {
    expect(layout.lines).toHaveLength(5);
    const past = layout.lines.find(({ id }) => id === "x o x +")!;
    expect(past.points.length).toBeGreaterThan(2);
    expect(throughBoxes(layout, past.points)).toEqual([]);
  });
});

/** The boxes that points lie within. */
const throughBoxes = ({ boxes }: BoxLayout, points: readonly { x: number; y: number }[]) =>
  boxes.flatMap(({ box, x, y, width, height }) =>
    points.some(
      (point) => Math.abs(point.x - x) < width / 2 - 1 && Math.abs(point.y - y) < height / 2 - 1,
    )
      ? [box.id]
      : [],
  );

it.each([
  ["x", [{ text: "x", italic: true }]],
  [
    "{W^{[1]}}",
    [
      { text: "W", italic: true },
      { text: "[1]", at: "sup" },
    ],
  ],
  [
    "{z_{f}}",
    [
      { text: "z", italic: true },
      { text: "f", at: "sub" },
    ],
  ],
  ["\\lambda", [{ text: "λ", italic: true }]],
  ["\\text{learning\\_rate}", [{ text: "learning_rate" }]],
  ["{\\hat y}", [{ text: "y\u0302", italic: true }]],
])("writes %s as SVG text", (tex, runs) => {
  expect(runsOf(tex)).toEqual(runs);
});
