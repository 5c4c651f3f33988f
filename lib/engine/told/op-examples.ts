import { aside, type Node, type Op, type Shape } from "../graph";
import { constant } from "../ops/constant";

/** A node of an op on letters, to show what the op is. */
export interface Example {
  readonly node: Node;
  /** The letter of each input as TeX, in order. */
  readonly letters: readonly string[];
}

const square: Shape = { rows: 2, cols: 2 };
const sweep = { stride: 1, above: 0, left: 0, whole: square };
const convolution = { stride: 1, padding: 0 };
const pooling = { rows: 1, cols: 1, stride: 1 };
const norm = { axis: "rows", epsilon: 1e-5 };

/** The letters that an op is shown with, and its settings where it has some. */
export const examples: Readonly<
  Record<string, string | readonly [letters: string, settings: unknown]>
> = {
  abs: "z",
  adapt: "m v \\varepsilon",
  add: "u v",
  affine: "W h b",
  argmax: "x",
  assemble: ["a_1 a_2 a_3 a_4", square],
  attentionScores: "Q K",
  batch: "A B",
  batchedProduct: ["A B", 1],
  beside: "A B",
  blend: "z h n",
  candidate: "z",
  cellState: "f c i g",
  clip: ["x", { low: 0, high: 1 }],
  clipSlope: ["x", { low: 0, high: 1 }],
  columnSums: "A",
  columns: "E t",
  columnsBack: ["g t", square],
  conv1d: ["x k a", convolution],
  conv2d: ["X K a", convolution],
  cos: "z",
  diag: "x",
  diagonal: "A",
  divide: "u v",
  dropout: ["h m", 0.5],
  eachTransposed: ["A", 1],
  entry: ["A", 1],
  exp: "z",
  fade: "g \\beta_1 m",
  gate: "z",
  gather: "g \\beta_1 v",
  identity: "z",
  inputBack: ["G K", sweep],
  intoBatch: ["A", { i: 0, b: 2 }],
  inverse: "A",
  kernelBack: ["G X", sweep],
  l1Back: "g W \\lambda",
  l1Penalty: "W \\lambda",
  l2Back: ["g W \\lambda", { isHalved: true }],
  l2Penalty: ["W \\lambda", { isHalved: true }],
  leakyRelu: "z",
  leakyReluSlope: "z",
  log: "x",
  lossBack: ["s y p", "binary-cross-entropy"],
  losses: ["y p", "binary-cross-entropy"],
  masked: ["S M", -1e9],
  matmul: "A B",
  max: "x",
  maxPool: ["X", pooling],
  maxPoolBack: ["G X", pooling],
  mean: "x",
  meanPool: ["X", pooling],
  meanPoolBack: ["G", { ...pooling, whole: square }],
  means: ["X", "rows"],
  meansBack: ["g", { axis: "rows", whole: square }],
  min: "x",
  multiply: "u v",
  negate: "z",
  ofBatch: ["A", { i: 0, b: 2 }],
  outer: "u v",
  outputGradient: "s p y",
  overDeviation: ["X v", norm],
  padded: ["x", { row: 0, col: 0, rows: 2, cols: 1, whole: square }],
  paths: "u v",
  placed: ["a", { shape: square, at: 1 }],
  pooledAt: ["V X", pooling],
  power: "a t",
  recurrentSum: "W_x x W_h h b",
  relu: "z",
  reluSlope: "z",
  repeat: ["a", square],
  repeatRow: ["a", { rows: 2, cols: 1 }],
  rowSums: "A",
  scaleShift: "X \\gamma \\beta",
  scaled: ["S", 4],
  sigmoid: "z",
  sigmoidSlope: "h",
  sign: "z",
  sin: "z",
  slice: ["A", { row: 0, col: 0, rows: 1, cols: 2 }],
  softmax: "z",
  softmaxBack: "dh h",
  softmaxRows: "S",
  softmaxRowsBack: "G P",
  solve: "A b",
  sqrt: "x",
  square: "z",
  stack: "u v",
  standardised: ["X \\mu v", norm],
  subtract: "u v",
  sum: "x",
  tanh: "z",
  tanhSlope: "h",
  transpose: "A",
  unbias: "m \\beta_1 t",
  variances: ["X", "rows"],
  variancesBack: ["g X", "rows"],
};

const numbers = ["a", "p", "s", "t", "y", "\\beta_1", "\\lambda", "\\varepsilon"];

/** Throws where an op has none. */
export function exampleOf(op: Op): Example {
  const found = examples[op.name];
  if (!found) throw new Error(`${op.name} has no letters in lib/engine/told/op-examples.ts`);
  const [text, settings] = typeof found === "string" ? [found] : found;
  const letters = text.split(" ");
  return { node: aside(op, letters.map(given), settings), letters };
}

/** A matrix for a capital, a number for some letters, and a column for the others. */
function given(letter: string): Node {
  const isNumber = numbers.includes(letter) || letter.startsWith("a_");
  const rows = isNumber ? 1 : 2;
  const cols = /^[A-Z]/.test(letter) ? 2 : 1;
  const data = Float64Array.from({ length: rows * cols }, (_, i) => 1 / (i + 1));
  return aside(constant, [], { rows, cols, data });
}
