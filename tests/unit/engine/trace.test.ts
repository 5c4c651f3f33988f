import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  backprop,
  column,
  fromRows,
  type Network,
  type Step,
  type Tensor,
  trace,
} from "@/lib/engine";
import { oneNeuron, twoRelus } from "./a-network";
import { randomPass } from "./random-pass";
import { readTex } from "./tex-reader";

const losses = ["binary-cross-entropy", "cross-entropy", "mean-squared-error"] as const;

describe("the numbers of a step recompute to its value", () => {
  it.each(losses)("in any network with %s, as nearly as their digits tell", (loss) => {
    fc.assert(
      fc.property(randomPass([loss]), ({ net, x, y }) => {
        const pass = backprop(net, x, y);
        for (const step of trace(net, pass, { digits: 15, alpha: 0.1 })) recomputes(step, 1e-9);
      }),
    );
  });

  it("where p is all but certain, from the logit", () => {
    for (const z of [-800, -40, 12, 800]) {
      for (const y of [0, 1]) {
        const net = oneNeuron("binary-cross-entropy", "sigmoid", z, 0);
        for (const step of trace(net, backprop(net, column([1]), column([y]))))
          recomputes(step, 1e-3);
      }
    }
  });

  it("where four digits of p have rounded too far for the loss", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 7.9, 0);
    const loss = trace(net, backprop(net, column([1]), column([1]))).find(
      ({ phase }) => phase === "loss",
    );
    expect(loss?.numbers).toBe("\\max(0, 7.9) - 7.9 \\cdot 1 + \\ln(1 + e^{-7.9}) = 0.0003707");
  });
});

describe("the trace of a pass", () => {
  const pass = backprop(twoRelus, column([1, 2]), column([1]));
  const steps = trace(twoRelus, pass, { alpha: 0.1 });

  it("goes forward, to the loss, back and to the update", () => {
    expect(steps.map(({ phase, layer, rule }) => `${phase} ${layer} ${rule}`)).toEqual([
      "forward 1 weighted-sum",
      "forward 1 activation",
      "forward 2 weighted-sum",
      "forward 2 activation",
      "loss 2 loss",
      "backward 2 loss-derivative",
      "backward 2 activation-derivative",
      "backward 2 weight-gradient",
      "backward 2 bias-gradient",
      "backward 2 back-through-weights",
      "backward 1 activation-derivative",
      "backward 1 weight-gradient",
      "backward 1 bias-gradient",
      "backward 1 back-through-weights",
      "update 1 descent",
      "update 1 descent",
      "update 2 descent",
      "update 2 descent",
    ]);
  });

  it("shows each rule in symbols and in numbers", () => {
    expect(steps[2]).toMatchObject({
      symbols: "z^{[2]} = W^{[2]} h^{[1]} + b^{[2]}",
      numbers:
        "\\begin{bmatrix} 3 & 2 \\end{bmatrix} \\, \\begin{bmatrix} 0 \\\\ 1 \\end{bmatrix} + 1 = 3",
    });
    expect(steps[4]).toMatchObject({
      symbols: "L = (p - y)^2",
      numbers: "(3 - 1)^2 = 4",
      value: 4,
    });
  });

  it("has the very values of the pass, unrounded", () => {
    expect(steps[0]!.value).toBe(pass.z[1]);
    expect(steps[11]!.value).toBe(pass.dW[1]);
    expect(steps.at(-1)!.value).toMatchObject({ data: Float64Array.of(0.6) });
  });

  it("stops before the update when there is no rate", () => {
    expect(trace(twoRelus, pass).map(({ phase }) => phase)).not.toContain("update");
  });

  it("takes p − y in one step where loss and activation cancel", () => {
    const net = oneNeuron("binary-cross-entropy", "sigmoid", 2, -6);
    const back = backwardOf(net, column([3]), column([1]));
    expect(back[0]).toMatchObject({ rule: "output-gradient", numbers: "0.5 - 1 = -0.5" });
    expect(back[1]).toMatchObject({ rule: "weight-gradient", numbers: "-0.5 \\cdot 3 = -1.5" });
  });

  it("writes what has a column for each example of a batch in capitals, and nothing else", () => {
    const batch = backprop(
      twoRelus,
      fromRows([
        [1, 2],
        [2, 0],
      ]),
      fromRows([[1, 0]]),
    );
    const symbols = trace(twoRelus, batch).map((step) => step.symbols);
    expect(symbols.filter((tex) => !tex.startsWith("L"))).toEqual([
      "Z^{[1]} = W^{[1]} X + b^{[1]}",
      "H^{[1]} = \\operatorname{relu}\\left(Z^{[1]}\\right)",
      "Z^{[2]} = W^{[2]} H^{[1]} + b^{[2]}",
      "P = H^{[2]} = \\operatorname{id}\\left(Z^{[2]}\\right)",
      "dP = \\frac{2}{2} (P - Y)",
      "dZ^{[2]} = dP \\odot \\operatorname{id}'(Z^{[2]})",
      "dW^{[2]} = dZ^{[2]} {H^{[1]}}^{\\top}",
      "db^{[2]} = \\sum_i dz^{[2](i)}",
      "dH^{[1]} = {W^{[2]}}^{\\top} dZ^{[2]}",
      "dZ^{[1]} = dH^{[1]} \\odot \\operatorname{relu}'(Z^{[1]})",
      "dW^{[1]} = dZ^{[1]} {X}^{\\top}",
      "db^{[1]} = \\sum_i dz^{[1](i)}",
      "dX = {W^{[1]}}^{\\top} dZ^{[1]}",
    ]);
  });

  it("adds up the losses of a batch and takes their mean", () => {
    const net = oneNeuron("mean-squared-error", "identity", 1, 0);
    const batch = backprop(net, fromRows([[1, 2, 3]]), fromRows([[0, 2, 5]]));
    const steps = trace(net, batch);
    const [first] = steps.filter(({ rule }) => rule === "loss");
    expect(first?.symbols).toBe("L^{(1)} = (p^{(1)} - y^{(1)})^2");
    const mean = steps.find(({ rule }) => rule === "mean-of-losses");
    expect(mean?.symbols).toBe("L = \\frac{1}{3} \\sum_i L^{(i)}");
    expect(mean?.numbers).toBe("\\frac{1}{3} \\left(1 + 0 + 4\\right) = 1.667");
  });
});

function backwardOf(net: Network, x: Tensor, y: Tensor): Step[] {
  return trace(net, backprop(net, x, y)).filter(({ phase }) => phase === "backward");
}

/** The largest number that is written in a formula. */
function largestIn(tex: string): number {
  const written = tex.matchAll(/(\d[\d.]*)(?: \\times 10\^\{(-?\d+)\})?/g);
  return Math.max(...[...written].map(([, digits, power = 0]) => Number(`${digits}e${power}`)), 0);
}

function recomputes({ numbers, rule, value }: Step, within: number): void {
  const expected = typeof value === "number" ? column([value]) : value;
  for (const side of numbers.split(" = ")) {
    const found = readTex(side);
    // Where large numbers nearly cancel, their last digits are those of the difference.
    const lost = 1e-4 * largestIn(side);
    for (const [i, entry] of expected.data.entries()) {
      const error = Math.abs(found.data[i]! - entry) / (1 + Math.abs(entry) + lost);
      if (!(error <= within))
        expect.fail(`${rule}: ${side} comes to ${found.data[i]}, not ${entry}`);
    }
  }
}
