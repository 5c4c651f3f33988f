import type { Node, Op } from "@/lib/engine";
import { argmax } from "@/lib/engine/ops/argmax";
import { beside } from "@/lib/engine/ops/beside";
import { clip } from "@/lib/engine/ops/clip";
import { inverse } from "@/lib/engine/ops/inverse";
import { max, min } from "@/lib/engine/ops/max";
import { outer } from "@/lib/engine/ops/outer";
import { cos, sin } from "@/lib/engine/ops/sin";
import { solve } from "@/lib/engine/ops/solve";
import { stack } from "@/lib/engine/ops/stack";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { type Laid, Lone, toValue } from "@/lib/exercise/language/laid";
import { asLone } from "@/lib/exercise/language/operators";
import { NotFinite, Refusal } from "@/lib/exercise/language/refusal";
import { nodeAt, numberAt } from "./arguments";
import { overEntries } from "./entries";
import type { FunctionTable, LaidDown, LanguageFunction, LayTools } from "./function";

export const matrices: FunctionTable = {
  beside: joinedOf(
    "beside(a, b, …)",
    "Matrices or vectors of one height next to one another.",
    "beside([1, 2], [3, 4])",
    "matrix([[1, 3], [2, 4]])",
    beside,
  ),
  stack: joinedOf(
    "stack(a, b, …)",
    "Matrices or vectors of one width under one another: of vectors, their concatenation.",
    "stack([1, 2], [3])",
    "vector([1, 2, 3])",
    stack,
  ),
  outer: {
    topic: "tensor",
    signature: "outer(a, b)",
    summary: "a bᵀ of two vectors: every entry of one times every entry of the other.",
    example: "outer([1, 2], [3, 4])",
    value: "matrix([[3, 4], [6, 8]])",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const [a, b] = [nodeAt(args, 0, "a", lay), nodeAt(args, 1, "b", lay)];
      spendTensor(meter, a.rows, b.rows);
      return lay(outer, [a, b]);
    },
  },
  max: oneOf("max(a)", "The largest of all entries.", "max([3, 7, 5])", "7", max),
  min: oneOf("min(a)", "The smallest of all entries.", "min([3, 7, 5])", "3", min),
  argmax: {
    topic: "tensor",
    signature: "argmax(a)",
    summary:
      "The place of a vector’s largest entry, counted from 1; of a matrix a row of them, one a column. Of several alike, the first.",
    example: "argmax([3, 7, 5])",
    value: "2",
    arity: [1, 1],
    lay: (args, { lay, meter }) => {
      const a = nodeAt(args, 0, "a", lay);
      spend(meter, a.data.length);
      const places = lay(argmax, [a]);
      return a.cols === 1 ? new Lone(places) : places;
    },
  },
  clip: {
    topic: "tensor",
    signature: "clip(a, low, high)",
    summary: "Every entry, those below low made low and those above high made high.",
    example: "clip([-3, 0.5, 8], -1, 1)",
    value: "vector([-1, 0.5, 1])",
    arity: [3, 3],
    lay: (args, { lay, meter }) => {
      const a = nodeAt(args, 0, "a", lay);
      const [low, high] = [1, 2].map((i) =>
        numberAt([toValue(args[i]!)], 0, i === 1 ? "low" : "high"),
      ) as [number, number];
      if (low > high) throw new Refusal(`${low} is above ${high}`, "Put the smaller bound first.");
      spendTensor(meter, a.rows, a.cols);
      return asLone(lay(clip, [a], { low, high }), args[0]!);
    },
  },
  sin: waveOf("sin(a)", "The sine of every entry, in radians.", "sin(pi / 2)", "1", sin),
  cos: waveOf("cos(a)", "The cosine of every entry, in radians.", "cos(0)", "1", cos),
  inverse: {
    topic: "tensor",
    signature: "inverse(A)",
    summary: "The inverse of a square matrix.",
    example: "inverse([[2, 0], [0, 4]])",
    value: "matrix([[0.5, 0], [0, 0.25]])",
    arity: [1, 1],
    lay: (args, tools) => {
      const A = nodeAt(args, 0, "A", tools.lay);
      return invertible(tools.lay(inverse, [paid(A, A.cols, tools)]), "the matrix");
    },
  },
  solve: {
    topic: "tensor",
    signature: "solve(A, b)",
    summary: "The x for which A x = b, a column of x for each of b.",
    example: "solve([[2, 0], [0, 4]], [1, 2])",
    value: "vector([0.5, 0.5])",
    arity: [2, 2],
    lay: (args, tools) => {
      const [A, b] = [nodeAt(args, 0, "A", tools.lay), nodeAt(args, 1, "b", tools.lay)];
      return invertible(tools.lay(solve, [paid(A, b.cols, tools), b]), "A");
    },
  },
};

function joinedOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const nodes = args.map((_, i) => nodeAt(args, i, `value ${i + 1}`, tools.lay));
    for (const { rows, cols } of nodes) spendTensor(tools.meter, rows, cols);
    return tools.lay(op, nodes);
  };
  return { topic: "tensor", signature, summary, example, value, arity: [1, 100], lay };
}

function oneOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const a = nodeAt(args, 0, "a", tools.lay);
    spend(tools.meter, a.data.length);
    return new Lone(tools.lay(op, [a]));
  };
  return { topic: "tensor", signature, summary, example, value, arity: [1, 1], lay };
}

function waveOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op,
): LanguageFunction {
  const lay = overEntries(op);
  return { topic: "tensor", signature, summary, example, value, arity: [1, 1], lay };
}

/** The matrix of equations, once the work of solving them is paid for. */
function paid(A: Node, width: number, { meter }: LayTools): Node {
  spendTensor(meter, A.rows, Math.max(A.cols, width));
  spend(meter, A.data.length * (A.cols + width));
  return A;
}

function invertible(solved: Node, what: string): Laid {
  if (!solved.data.some(Number.isNaN)) return solved;
  throw new NotFinite(
    `${what} has no inverse`,
    "Draw it so that no row is made of the others, or add a small multiple of the unit matrix.",
  );
}
