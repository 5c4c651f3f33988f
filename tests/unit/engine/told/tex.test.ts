import { describe, expect, it } from "vitest";
import type { Node } from "@/lib/engine/graph";
import { add } from "@/lib/engine/ops/add";
import { affine } from "@/lib/engine/ops/affine";
import { divide } from "@/lib/engine/ops/divide";
import { lossBack, losses, outputGradient } from "@/lib/engine/ops/loss";
import { matmul } from "@/lib/engine/ops/matmul";
import { mean } from "@/lib/engine/ops/mean";
import { multiply } from "@/lib/engine/ops/multiply";
import { negate } from "@/lib/engine/ops/negate";
import { sigmoid, sigmoidSlope } from "@/lib/engine/ops/sigmoid";
import { square } from "@/lib/engine/ops/square";
import { subtract } from "@/lib/engine/ops/subtract";
import { tanhSlope } from "@/lib/engine/ops/tanh";
import { transpose } from "@/lib/engine/ops/transpose";
import { toldOf } from "@/lib/engine/told";
import type { Formula, Write } from "@/lib/engine/told/told";
import { bench } from "./slipped";

const { lay, given } = bench();

describe("a formula is written as lessons write it", () => {
  const [a, b, c] = [given(2, "a"), given(3, "b"), given(5, "c")];
  const [u, v] = [given([1, 2], "u"), given([3, 4], "v")];

  it.each<[string, Node]>([
    ["a - (b - c)", lay(subtract, [a, lay(subtract, [b, c])])],
    ["(a + b) \\, c", lay(multiply, [lay(add, [a, b]), c])],
    ["-(a + b)", lay(negate, [lay(add, [a, b])])],
    ["\\frac{a + b}{c}", lay(divide, [lay(add, [a, b]), c])],
    ["{(a - b)}^2", lay(square, [lay(subtract, [a, b])])],
    ["u \\odot v", lay(multiply, [u, v])],
    ["u \\, {v}^{\\top}", lay(matmul, [u, lay(transpose, [v])])],
    ["a \\, b + c", lay(affine, [a, b, c])],
    ["\\sigma\\left(a + b\\right)", lay(sigmoid, [lay(add, [a, b])])],
    ["u \\odot (1 - u)", lay(sigmoidSlope, [u])],
    ["1 - {a}^2", lay(tanhSlope, [a])],
    ["\\frac{1}{2} \\sum_i {(u \\odot v)}_i", lay(mean, [lay(multiply, [u, v])])],
  ])("%s", (tex, node) => {
    expect(written(node).tex).toBe(tex);
  });

  it("a loss of one output, of several, and of a batch", () => {
    const [y, p] = [given(1, "y"), given(0.5, "p")];
    const [ys, ps] = [given([1, 0], "y"), given([0.5, 0.5], "p")];
    const [Y, P] = [given([[1, 0]], "Y"), given([[0.5, 0.5]], "P")];
    const of = (node: Node) => written(node).tex;
    expect(of(lay(losses, [y, p], "binary-cross-entropy"))).toBe(
      "-\\left(y \\ln p + (1 - y) \\ln(1 - p)\\right)",
    );
    expect(of(lay(losses, [ys, ps], "cross-entropy"))).toBe("-\\sum_k y_k \\ln p_k");
    const share = given([[0.5, 0.5]], "s");
    expect(of(lay(outputGradient, [share, P, Y]))).toBe("\\frac{1}{2} (P - Y)");
    expect(of(lay(lossBack, [share, Y, P], "mean-squared-error"))).toBe("\\frac{2}{2} (P - Y)");
    expect(of(lay(lossBack, [given(1), y, p], "mean-squared-error"))).toBe("2 (p - y)");
    expect(of(lay(lossBack, [given(1), y, p], "binary-cross-entropy"))).toBe(
      "\\frac{p - y}{p (1 - p)}",
    );
  });
});

/** A node by its name, or by the formula that it is. */
function written(node: Node): Formula {
  const [name] = node.names;
  if (name) return { tex: name, binds: 4 };
  return toldOf(node.op)!.tex(node, write);
}

const write: Write = { of: written, inline: (node) => `$${written(node).tex}$` };
