import type { Node, Op } from "../graph";
import { constant } from "../ops/constant";
import { shapeOf } from "../shape-error";

/** What a box for a node of an op is called in a drawing, as a person would say it: "conv 3 × 3". */
type Called = string | ((node: Node) => string);

/** An op of two sides, one of which may be a number that an author has written: its sign, and how it reads with that. */
const signed =
  (sign: string, isTurned = false): Called =>
  ({ inputs }) => {
    const [a, b] = inputs.map(isWritten);
    if (b) return `${sign} a number`;
    if (a) return isTurned ? `a number ${sign}` : `${sign} a number`;
    return sign;
  };

/** Whether a node is a number, or several, that stands in a formula without a name. */
export const isWritten = ({ op, names }: Node): boolean =>
  op === (constant as Op) && names.length === 0;

const sized = (words: string, shape: { readonly rows: number; readonly cols: number }) =>
  `${words} ${shapeOf(shape).replace("×", " × ")}`;

const windowed =
  (words: string): Called =>
  ({ settings }) =>
    sized(words, settings as { rows: number; cols: number });

const swept =
  (words: string): Called =>
  ({ inputs }) =>
    sized(words, inputs[1]!);

export const boxNames: Readonly<Record<string, Called>> = {
  abs: "absolute value",
  adapt: "adapt",
  add: signed("+"),
  affine: "linear",
  argmax: "argmax",
  assemble: "put together",
  attentionScores: "Q Kᵀ",
  batch: "batch",
  batchedProduct: "batched product",
  beside: "side by side",
  blend: "blend",
  candidate: "tanh",
  cellState: "cell state",
  clip: "clip",
  clipSlope: "slope of clip",
  columnSums: "sum of columns",
  columns: "embedding",
  columnsBack: "embedding, back",
  conv1d: ({ inputs }) => `conv ${inputs[1]!.data.length}`,
  conv2d: swept("conv"),
  cos: "cos",
  diag: "diagonal matrix",
  diagonal: "diagonal",
  divide: signed("÷", true),
  dropout: "dropout",
  eachTransposed: "transpose each",
  entry: "entry",
  exp: "exp",
  fade: "running mean",
  gate: "sigmoid",
  gather: "running mean of squares",
  identity: "identity",
  inputBack: "conv, back",
  intoBatch: "into the batch",
  inverse: "inverse",
  kernelBack: "conv, back",
  l1Back: "L1 penalty, back",
  l1Penalty: "L1 penalty",
  l2Back: "L2 penalty, back",
  l2Penalty: "L2 penalty",
  leakyRelu: "leaky ReLU",
  leakyReluSlope: "slope of leaky ReLU",
  log: "ln",
  lossBack: "loss, back",
  losses: ({ settings }) =>
    String(settings)
      .replace(/^(binary|mean)-/, "$1 ")
      .replace("d-", "d "),
  masked: "mask",
  matmul: "matrix product",
  max: "max",
  maxPool: windowed("max pool"),
  maxPoolBack: "max pool, back",
  mean: "mean",
  meanPool: windowed("mean pool"),
  meanPoolBack: "mean pool, back",
  means: "mean",
  meansBack: "mean, back",
  min: "min",
  multiply: (node) => {
    const isScale = node.inputs.some(({ data }) => data.length === 1);
    return isScale ? (signed("×") as (node: Node) => string)(node) : "⊙";
  },
  negate: "negate",
  ofBatch: "one of the batch",
  outer: "outer product",
  outputGradient: "p − y",
  overDeviation: "÷ deviation",
  padded: "pad with zeros",
  paths: "+",
  placed: "entry, back",
  pooledAt: "pick",
  power: "power",
  recurrentSum: "weighted sum",
  relu: "ReLU",
  reluSlope: "slope of ReLU",
  repeat: "repeat",
  repeatRow: "repeat",
  rowSums: "sum of rows",
  scaleShift: "scale and shift",
  scaled: "÷ √d",
  sigmoid: "sigmoid",
  sigmoidSlope: "slope of sigmoid",
  sign: "sign",
  sin: "sin",
  slice: "cut out",
  softmax: "softmax",
  softmaxBack: "softmax, back",
  softmaxRows: "softmax of rows",
  softmaxRowsBack: "softmax, back",
  solve: "solve",
  sqrt: "square root",
  square: "square",
  stack: "stack",
  standardised: "standardise",
  subtract: signed("−", true),
  sum: "sum",
  tanh: "tanh",
  tanhSlope: "slope of tanh",
  transpose: "transpose",
  unbias: "bias correction",
  variances: "variance",
  variancesBack: "variance, back",
};

/** What the box of a node is called; of what is no op of the engine's, the name of the function that an author called. */
export function boxNameOf(node: Node): string {
  const called = Object.hasOwn(boxNames, node.op.name) ? boxNames[node.op.name] : undefined;
  if (typeof called === "function") return called(node);
  return called ?? node.op.name;
}
