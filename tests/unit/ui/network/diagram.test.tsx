import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { column, fromRows, network } from "@/lib/engine";
import { layOut } from "@/lib/ui/network/layout";
import { NetworkDiagram } from "@/lib/ui/network/NetworkDiagram";
import { type Show, sceneOf } from "@/lib/ui/network/scene-of";
import { tablesOf } from "@/lib/ui/network/table";
import { summaryOf } from "@/lib/ui/network/words";
import { backprop, forward } from "../../engine/a-pass";
import { lesson, lessonPass, wide } from "./a-network";

function markupOf(show: Show) {
  return renderToStaticMarkup(<NetworkDiagram net={lesson} pass={lessonPass} show={show} />);
}

/** What stands in tables, cell by cell, formulas left out. */
function cellsOf(markup: string): string[] {
  return [...markup.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) => match[1] ?? "");
}

describe("what a diagram shows", () => {
  const layout = layOut(lesson.sizes, { labels: true });

  it("draws W's row j, column i on the edge from i to j", () => {
    const { edges } = sceneOf(lesson, layout, "weights", undefined);
    expect(edges["1.1.3"]).toMatchObject({ text: "−0.5", tone: "negative" });
    expect(edges["2.3.1"]).toMatchObject({ text: "0.9", tone: "positive" });
    expect(edges["3.2.1"]).toMatchObject({ text: "−1.1", tone: "negative" });
  });

  it("draws the largest weight thickest", () => {
    const { edges } = sceneOf(lesson, layout, "weights", undefined);
    const widths = Object.values(edges).map(({ width }) => width);
    expect(edges["3.1.1"]?.width).toBe(Math.max(...widths));
  });

  it("shows x, h and p forward: the figures worked by hand for the first neuron", () => {
    // z = 0.1·1 − 0.2·(−1) + 0.05 = 0.35; h = 1/(1+e^−0.35) = 0.5866
    const { nodes, biases } = sceneOf(lesson, layout, "forward", lessonPass);
    expect(nodes["0.2"]).toEqual({ letter: "x", value: "−1" });
    expect(nodes["1.1"]).toEqual({ letter: "h", value: "0.587" });
    expect(nodes["3.1"]?.letter).toBe("p");
    expect(biases["1.3"]).toEqual({ letter: "b", value: "−0.15" });
  });

  it("shows dz, dW and db as gradients: dz of the output is p − y", () => {
    const { nodes, biases } = sceneOf(lesson, layout, "gradients", lessonPass);
    const p = lessonPass.p.data[0] ?? 0;
    expect(nodes["3.1"]?.letter).toBe("dz");
    expect(Number(nodes["3.1"]?.value?.replace("−", "-"))).toBeCloseTo(p - 1, 2);
    expect(biases["3.1"]?.value).toBe(nodes["3.1"]?.value);
  });

  it("shows the example asked for of a batch", () => {
    const pass = forward(
      lesson,
      fromRows([
        [1, 0.25],
        [-1, 2],
      ]),
    );
    const { nodes } = sceneOf(lesson, layout, "forward", pass, 2);
    expect(nodes["0.1"]?.value).toBe("0.25");
    expect(nodes["0.2"]?.value).toBe("2");
  });

  it("survives weights that are all 0", () => {
    const W = lesson.W.map(({ rows, cols }) => ({
      rows,
      cols,
      data: new Float64Array(rows * cols),
    }));
    const { edges } = sceneOf(network({ ...lesson, W }), layout, "weights", undefined);
    expect(edges["1.1.1"]).toMatchObject({ text: "0", tone: "plain" });
  });

  it("refuses gradients of a pass that has none", () => {
    const pass = forward(lesson, column([1, -1]));
    expect(() => sceneOf(lesson, layout, "gradients", pass)).toThrow(RangeError);
    expect(() => sceneOf(lesson, layout, "forward", undefined)).toThrow(/needs the pass/);
  });
});

describe("a diagram in the page", () => {
  it("is one image with the network in words", () => {
    expect(markupOf("forward")).toContain(
      'role="img" aria-label="A neural network with 2 inputs, ',
    );
    expect(summaryOf(lesson, "forward", lessonPass)).toMatch(
      /^A neural network with 2 inputs, a hidden layer of 3 neurons \(sigmoid\), a hidden layer of 3 neurons \(sigmoid\) and 1 output \(sigmoid\)\. The forward pass: x = \(1, −1\) leads to p = 0\.\d+\.$/,
    );
  });

  it("is there from left to right for wide columns, and from top to bottom for narrow ones", () => {
    const markup = markupOf("weights");
    const drawings = [...markup.matchAll(/<svg viewBox="0 0 (\d+)[^"]*" role="img"/g)];
    const widths = drawings.map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect(widths[1]).toBeLessThan(290);
    expect(markup).not.toMatch(/min-width|tabindex/);
  });

  it("has its numbers in tables whose rows and columns are named", () => {
    const markup = markupOf("weights");
    expect(markup).toContain("<summary");
    expect(markup).toContain('<th scope="row"');
    expect(markup).toContain('<th scope="col"');
    expect(markup.match(/<table/g)).toHaveLength(3);
    // The empty corner, then the first row of layer 1: both weights and the bias; the second row begins.
    expect(cellsOf(markup).slice(0, 5)).toEqual(["", "0.1", "−0.2", "0.05", "0.3"]);
  });

  it("tells no gradient and no loss in a question about the pass forward", () => {
    const markup = markupOf("forward");
    const dz = Math.abs(lessonPass.dz[2]?.data[0] ?? 0);
    expect(markup).not.toContain(dz.toPrecision(3));
    expect(markup).not.toContain(lessonPass.loss.toPrecision(3));
    expect(markup).not.toMatch(/dz|∂|partial/);
  });

  it("tells no value of the pass in a question about weights, and no number at all about structure", () => {
    const first = (lessonPass.h[1]?.data[0] ?? 0).toPrecision(3);
    expect(markupOf("weights")).not.toContain(first);
    expect(cellsOf(markupOf("structure")).filter((cell) => cell.includes("."))).toEqual([]);
    expect(markupOf("structure")).not.toContain("−0.2");
  });

  it("takes its colours from the page alone", () => {
    expect(markupOf("gradients")).not.toMatch(/#[0-9a-f]{3,6}\b|rgb\(/);
  });
});

describe("a wide network", () => {
  const x = column(Array.from({ length: 40 }, (_, i) => i / 40));
  const y = column([0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);

  it("stays a page's size, and says what it leaves out", () => {
    const markup = renderToStaticMarkup(
      <NetworkDiagram net={wide} pass={backprop(wide, x, y)} show="gradients" />,
    );
    expect(markup).toContain("For wide layers, only the first few neurons and the last are shown.");
    expect(markup.length).toBeLessThan(120_000);
  });

  it("names the rows it keeps by their own numbers", () => {
    const rows = tablesOf(wide, "weights", undefined)[0]?.rows.map(({ name }) => name);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6].map((j) => `neuron ${j}`).concat("…", "neuron 30"));
  });
});
