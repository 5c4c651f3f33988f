import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { column, fromRows, type Network, network } from "@/lib/engine";
import { phaseSpans, sceneAt } from "@/lib/ui/network/frame";
import { framesOf } from "@/lib/ui/network/frames";
import { NetworkWalkthrough } from "@/lib/ui/network/NetworkWalkthrough";
import { toldSteps } from "@/lib/ui/network/told";
import { backprop } from "../../engine/a-pass";
import { lesson, lessonPass, wide } from "./a-network";

/** One neuron, all figures by hand: z = 2·3 − 6 = 0, p = σ(0) = 0.5, L = −ln 0.5, dz = p − y = −0.5, dW = −1.5. */
const neuron: Network = network({
  sizes: [1, 1],
  activations: ["identity", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [lesson.W[0]!, column([2])],
  b: [lesson.b[0]!, column([-6])],
});
const neuronPass = backprop(neuron, column([3]), column([1]));

describe("the steps of an iteration", () => {
  it("come in the order forward, loss, backward, update", () => {
    const { frames } = framesOf(lesson, lessonPass, { alpha: 0.5 });
    expect(phaseSpans(frames)).toEqual([
      { phase: "forward", first: 0, count: 6 },
      { phase: "loss", first: 6, count: 1 },
      { phase: "backward", first: 7, count: 11 },
      { phase: "update", first: 18, count: 6 },
    ]);
  });

  it("go from the first layer forward and from the last one back", () => {
    const steps = toldSteps(lesson, lessonPass, undefined).map(
      ({ quantity, layer }) => `${quantity}${layer}`,
    );
    expect(steps.join(" ")).toBe(
      "z1 h1 z2 h2 z3 h3 loss3 dz3 dW3 db3 dh2 dz2 dW2 db2 dh1 dz1 dW1 db1",
    );
  });

  it("tell the figures worked by hand", () => {
    const numbers = toldSteps(neuron, neuronPass, 0.1).map(({ numbers }) => numbers);
    expect(numbers).toEqual([
      "z^{[1]} = 2 \\cdot 3 + (-6) = 0",
      "p = \\sigma\\left(0\\right) = 0.5",
      "L = -\\left(1 \\cdot \\ln(0.5) + (1 - 1) \\cdot \\ln(1 - 0.5)\\right) = 0.6931",
      "dz^{[1]} = 0.5 - 1 = -0.5",
      "dW^{[1]} = (-0.5) \\cdot 3 = -1.5",
      "db^{[1]} = -0.5",
      "W^{[1]} \\leftarrow 2 - 0.1 \\cdot (-1.5) = 2.15",
      "b^{[1]} \\leftarrow -6 - 0.1 \\cdot (-0.5) = -5.95",
    ]);
  });

  it("take the slope of the loss where it does not cancel", () => {
    const net = network({ ...neuron, loss: "mean-squared-error" });
    const steps = toldSteps(net, backprop(net, column([3]), column([1])), undefined);
    expect(steps.slice(3, 5).map(({ quantity }) => quantity)).toEqual(["dp", "dz"]);
  });

  it("tell the loss of a small batch term by term, and of a large one what it comes to", () => {
    const lossOf = (m: number) => {
      const ones = Array.from({ length: m }, () => 1);
      const pass = backprop(lesson, fromRows([ones, ones]), fromRows([ones]));
      const steps = toldSteps(lesson, pass, undefined).filter(({ phase }) => phase === "loss");
      return steps.map(({ numbers }) => numbers.match(/\\ln/g)?.length ?? 0);
    };
    expect(lossOf(2)).toEqual([4]);
    expect(lossOf(50)).toEqual([0]);
  });

  it("give the shape of a matrix too large to be read", () => {
    const x = column(Array.from({ length: 40 }, () => 0.1));
    const pass = backprop(wide, x, column([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const steps = toldSteps(wide, pass, undefined);
    expect(steps.map(({ numbers }) => numbers)).toContain(
      "dW^{[2]} \\in \\mathbb{R}^{10 \\times 30}",
    );
    expect(JSON.stringify(framesOf(wide, pass)).length).toBeLessThan(250_000);
  });
});

describe("the diagram under the steps", () => {
  const { start, frames } = framesOf(lesson, lessonPass, { alpha: 0.5 });
  const at = (step: number) => sceneAt(start, frames, step);

  it("begins with the inputs known and nothing else", () => {
    expect(start.nodes["0.1"]).toEqual({ letter: "x", value: "1" });
    expect(start.nodes["1.1"]).toEqual({ letter: "h" });
    expect(start.loss).toBeUndefined();
  });

  it("turns z into h, and keeps it while the next layer is worked out", () => {
    expect(at(0).nodes["1.1"]).toEqual({ letter: "z", value: "0.35" });
    expect(at(1).nodes["1.1"]).toEqual({ letter: "h", value: "0.587" });
    expect(at(3).nodes["1.1"]).toEqual({ letter: "h", value: "0.587" });
  });

  it("shows the loss from its step on, and the new weights at the end", () => {
    expect(at(5).loss).toBeUndefined();
    expect(at(6).loss).toBe("0.75");
    const last = at(frames.length - 1);
    const expected = 1.2 - 0.5 * (lessonPass.dW[3]?.data[0] ?? 0);
    expect(Number(last.edges["3.1.1"]?.text)).toBeCloseTo(expected, 2);
    expect(last.biases["3.1"]?.letter).toBe("b");
  });

  it("lights up the weights a step is about", () => {
    expect(frames[0]?.highlight.edges).toHaveLength(6);
    expect(frames[6]?.highlight).toEqual({ nodes: ["loss"], edges: [] });
  });
});

describe("a walkthrough in the page", () => {
  const markup = renderToStaticMarkup(
    <NetworkWalkthrough
      net={lesson}
      pass={lessonPass}
      alpha={0.5}
      title="The lesson’s iteration"
    />,
  );

  it("stands as an ordered list of all steps before any script runs", () => {
    expect(markup.match(/<li/g)).toHaveLength(24);
    expect(markup).not.toMatch(/<li[^>]* hidden/);
    expect(markup).toContain("<math");
  });

  it("is a named group with buttons, a slider that says its step, and phases by name", () => {
    expect(markup).toMatch(/^<div role="group" aria-label="The lesson’s iteration[^"]*"/);
    expect(markup).toMatch(/aria-valuetext="Step 1 of 24, Forward: Layer 1 multiplies the inputs/);
    for (const name of ["Previous", "Play", "Next", "Forward", "Loss", "Backward", "Update"]) {
      expect(markup).toContain(name);
    }
  });

  it("announces nothing before the reader moves", () => {
    expect(markup).toContain('<p role="status" class="sr-only"></p>');
  });

  it("holds nothing of a phase after the one it may tell", () => {
    const told = renderToStaticMarkup(
      <NetworkWalkthrough net={lesson} pass={lessonPass} until="forward" />,
    );
    expect(told).not.toContain(lessonPass.loss.toPrecision(3));
    expect(told).not.toMatch(/Loss|Backward|Update|>dz/);
  });

  it("ends with the gradients when no rate is given", () => {
    const { frames } = framesOf(lesson, lessonPass);
    expect(frames.at(-1)?.phase).toBe("backward");
  });
});
