import type { Node, Op } from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { columns } from "@/lib/engine/ops/columns";
import { conv1d } from "@/lib/engine/ops/conv1d";
import { type Convolution, conv2d } from "@/lib/engine/ops/conv2d";
import { maxPool } from "@/lib/engine/ops/max-pool";
import { meanPool } from "@/lib/engine/ops/mean-pool";
import type { Pooling } from "@/lib/engine/ops/windows";
import { spend, spendTensor } from "@/lib/exercise/language/budget";
import { isNode, type Laid, Lone, toNode, toValue } from "@/lib/exercise/language/laid";
import { Refusal } from "@/lib/exercise/language/refusal";
import { countAt, laidOptionsAt, listAt, nodeAt } from "./arguments";
import type { FunctionTable, LaidDown, LanguageFunction, LayTools } from "./function";

/** Windows, strides and paddings are no larger. */
const widest = 100;

export const windows: FunctionTable = {
  conv1d: convolutionOf(
    "conv1d(x, kernel, { stride, padding, bias })",
    "A vector under a kernel, which is not flipped: each output is the sum of the entries times the weights that lie on them. The kernel moves by stride (1), over padding (0) zeros at either end.",
    "conv1d([1, 2, 3, 4], [1, -1], { bias: 5 })",
    "vector([4, 4, 4])",
    conv1d,
  ),
  conv2d: convolutionOf(
    "conv2d(x, kernel, { stride, padding, bias })",
    "A matrix under a kernel, which is not flipped. The kernel moves by stride (1), over padding (0) zeros all around. With lists of as many matrices for x and kernel, a channel each, what comes of the channels is added; map(kernels, k => conv2d(x, k)) has an output channel for each kernel.",
    "conv2d([[1, 2, 0], [3, 4, 0], [0, 0, 1]], [[1, 0], [0, 1]])",
    "matrix([[5, 2], [3, 5]])",
    conv2d,
  ),
  maxPool: poolOf(
    "maxPool(x, size, { stride })",
    "The largest entry of every window of size×size, or [rows, columns]. Windows stand side by side unless a stride is told. A list of channels is pooled one by one.",
    "maxPool([[1, 5, 0, 2], [3, 4, 8, 1]], 2)",
    "matrix([[5, 8]])",
    maxPool,
  ),
  meanPool: poolOf(
    "meanPool(x, size, { stride })",
    "The mean of every window, as maxPool has its largest entry.",
    "meanPool([[1, 5, 0, 2], [2, 4, 8, 2]], 2)",
    "matrix([[3, 3]])",
    meanPool,
  ),
  embedding: {
    topic: "architecture",
    signature: "embedding(E, tokens)",
    summary:
      "The columns of E that the tokens have, one beside the other. Tokens count from 1: token 1 has the first column.",
    example: "embedding([[1, 2, 3], [4, 5, 6]], [3, 1])",
    value: "matrix([[3, 1], [6, 4]])",
    arity: [2, 2],
    lay: (args, { lay, meter }) => {
      const E = nodeAt(args, 0, "E", lay);
      const tokens = nodeAt(args, 1, "tokens", lay);
      const odd = tokens.data.find((token) => !(Number.isInteger(token) && token >= 1));
      const most = tokens.data.reduce((a, b) => Math.max(a, b), 0);
      if (odd !== undefined || most > E.cols) {
        throw new Refusal(
          `there is no token ${odd ?? most}`,
          `Use whole numbers from 1 to ${E.cols}, the columns of E.`,
        );
      }
      spendTensor(meter, E.rows, tokens.data.length);
      return lay(columns, [E, tokens]);
    },
  },
};

function convolutionOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op<Convolution>,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const { stride = 1, padding = 0, bias } = laidOptionsAt(args, 2, ["stride", "padding", "bias"]);
    const settings = {
      stride: stride === 1 ? 1 : countAt([stride], 0, "stride", 1, widest),
      padding: padding === 0 ? 0 : countAt([padding], 0, "padding", 0, widest),
    };
    const channels = channelsAt(args, 0, "x", tools);
    const kernels = channelsAt(args, 1, "kernel", tools);
    if (channels.length !== kernels.length) {
      throw new Refusal(
        `x has ${channels.length} channels and kernel ${kernels.length}`,
        "Give a kernel for each channel: two lists of one length.",
      );
    }
    const swept = channels.map((x, c) => {
      payFor(x, kernels[c]!, settings, tools);
      const own = c === 0 && bias !== undefined ? [nodeAt([bias], 0, "bias", tools.lay)] : [];
      return tools.lay(op, [x, kernels[c]!, ...own], settings);
    });
    return swept.reduce((total, one) => tools.lay(add, [total, one]) as typeof one);
  };
  return { topic: "architecture", signature, summary, example, value, arity: [2, 3], lay };
}

/** A matrix as the one channel that it is, or the matrices of a list. */
function channelsAt(args: readonly Laid[], i: number, what: string, { lay }: LayTools): Node[] {
  const whole = toNode(args[i]!, lay);
  if (whole) return [whole];
  const list = listAt(args, i, what);
  if (list.length === 0) throw new Refusal(`${what} has no channel`, "Give a matrix or more.");
  return list.map((_, c) => nodeAt(list, c, `channel ${c + 1} of ${what}`, lay));
}

function payFor(x: Node, kernel: Node, { stride, padding }: Convolution, { meter }: LayTools) {
  const around = (length: number) => (length === 1 ? 1 : length + 2 * padding);
  spendTensor(meter, around(x.rows), around(x.cols));
  spend(meter, (around(x.rows) * around(x.cols) * kernel.data.length) / stride);
}

function poolOf(
  signature: string,
  summary: string,
  example: string,
  value: string,
  op: Op<Pooling>,
): LanguageFunction {
  const lay: LaidDown["lay"] = (args, tools) => {
    const pooled = (x: Node) => {
      spendTensor(tools.meter, x.rows, x.cols);
      const { rows, cols, stride } = poolingAt(args, x);
      spend(tools.meter, (x.data.length * rows * cols) / stride);
      return tools.lay(op, [x], { rows, cols, stride });
    };
    const whole = toNode(args[0]!, tools.lay);
    return whole ? pooled(whole) : channelsAt(args, 0, "x", tools).map(pooled);
  };
  return { topic: "architecture", signature, summary, example, value, arity: [2, 3], lay };
}

/** Of a vector a window is as long as its size, and one wide. */
function poolingAt(args: readonly Laid[], x: Node): Pooling {
  const size = args[1]!;
  const { stride } = laidOptionsAt(args, 2, ["stride"]);
  const isOne = size instanceof Lone || isNode(size);
  const sides = isOne ? [size, size] : listAt(args, 1, "size");
  const rows = isOne && x.rows === 1 ? 1 : countAt(sides, 0, "the rows of size", 1, widest);
  const cols = isOne && x.cols === 1 ? 1 : countAt(sides, 1, "the columns of size", 1, widest);
  if (stride !== undefined)
    return { rows, cols, stride: countAt([stride], 0, "stride", 1, widest) };
  const isEven = rows === cols || x.rows === 1 || x.cols === 1;
  if (isEven) return { rows, cols, stride: Math.max(rows, cols) };
  const sizes = `${toValue(sides[0]!)}×${toValue(sides[1]!)}`;
  throw new Refusal(`windows of ${sizes} need a stride`, "Tell it, such as { stride: 2 }.");
}
