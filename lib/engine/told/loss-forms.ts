import type { Node } from "../graph";
import type { Loss } from "../network";
import { sigmoid } from "../ops/sigmoid";
import { logSumExp, softmax } from "../ops/softmax";
import { transpose } from "../ops/transpose";
import { type NumberWriter, numberWriter } from "./number-writer";
import { type Formula, grouped, type Write, within } from "./told";

/** What one output adds to the loss of its example; the sign stands before the sum. */
interface Form {
  readonly sign: "-" | "";
  /** From the letters of y and of p, or of the logit z. */
  letters(y: string, v: string): string;
  /** With numbers: `v` is p or the logit, `s` the ln Σ e^z of its example. */
  term(write: NumberWriter, y: number, v: number, s: number): string;
  /** Whether an output whose y is 0 adds nothing. */
  readonly skipsZeros?: true;
}

const fromOutput: Readonly<Record<Loss, Form>> = {
  "binary-cross-entropy": {
    sign: "-",
    letters: (y, p) => `\\left(${y} \\ln ${p} + (1 - ${y}) \\ln(1 - ${p})\\right)`,
    term: ({ tensor }, y, p) =>
      `${tensor(y)} \\cdot \\ln(${tensor(p)}) + (1 - ${tensor(y)}) \\cdot \\ln(1 - ${tensor(p)})`,
  },
  "cross-entropy": {
    sign: "-",
    letters: (y, p) => `${y} \\ln ${p}`,
    term: ({ tensor }, y, p) => `${tensor(y)} \\cdot \\ln(${tensor(p)})`,
    skipsZeros: true,
  },
  "mean-squared-error": {
    sign: "",
    letters: (y, p) => `(${p} - ${y})^2`,
    term: ({ tensor, operand }, y, p) => `(${tensor(p)} - ${operand(y)})^2`,
  },
};

const fromLogit: Readonly<Partial<Record<Loss, Form>>> = {
  "binary-cross-entropy": {
    sign: "",
    letters: (y, z) => `\\left(\\max(0, ${z}) - ${z} ${y} + \\ln(1 + e^{-|${z}|})\\right)`,
    term: ({ tensor, operand }, y, z) =>
      `\\max(0, ${tensor(z)}) - ${operand(z)} \\cdot ${tensor(y)} + \\ln(1 + e^{${tensor(-Math.abs(z))}})`,
  },
  "cross-entropy": {
    sign: "",
    letters: (y, z) => `${y} \\left(\\ln \\sum_j e^{${z.replace("_k", "_j")}} - ${z}\\right)`,
    term: ({ tensor, operand }, y, z, s) => `${tensor(y)} \\cdot (${tensor(s)} - ${operand(z)})`,
    skipsZeros: true,
  },
};

/** A loss in letters: of one example, or the mean over a batch, where `i` tells the example. It is told from p, as lessons
 *  write it; from the logits where the p on the page has rounded so far that it does not come to the loss. */
export function lossTex(losses: Node<Loss>, write: Write): Formula {
  const [y, p] = losses.inputs;
  const [form, v] = formOf(losses, write);
  const [k, i] = [p!.rows > 1 ? "_k" : "", p!.cols > 1 ? "^{(i)}" : ""];
  const ofOne = (output: Node, otherwise: string) => {
    // A column with an entry for each example is written as it is, and not as the row that it is made.
    const isTurned = i !== "" && output.op === transpose && output.names.length === 0;
    const tex = within(write.of(isTurned ? output.inputs[0]! : output), k || i ? 4 : 3);
    const own = i ? tex.replace(/^\{?([A-Z])\}?$/, (_, letter) => letter.toLowerCase()) : tex;
    // What is written out entry by entry has one letter for them all.
    const letter = own.includes("\\begin") ? otherwise : own;
    return k || i ? `${grouped(letter)}${k}${i}` : letter;
  };
  const letters = form.letters(ofOne(y!, "y"), ofOne(v, v === p ? "p" : "z"));
  const all = k ? `\\sum_k ${letters}` : letters;
  return { tex: `${form.sign}${all}`, binds: form.sign ? 1 : 2 };
}

/** The mean over the examples of a batch. */
export function meanLossTex(losses: Node<Loss>, write: Write): Formula {
  const { tex, binds } = lossTex(losses, write);
  const m = losses.cols;
  if (m === 1) return { tex, binds };
  const [sign, terms] = tex.startsWith("-") ? ["-", tex.slice(1)] : ["", tex];
  return { tex: `${sign}\\frac{1}{${m}} \\sum_i ${terms}`, binds: sign ? 1 : 2 };
}

/** The same with its terms, those left out that are 0; undefined where they are too many to read. */
export function lossWorked(
  losses: Node<Loss>,
  write: Write,
  numbers: NumberWriter,
): Formula | undefined {
  const [y, p, z] = losses.inputs;
  const [form, v] = formOf(losses, write);
  if (form === fromOutput[losses.settings] && !isLegible(losses, write)) return undefined;
  const m = p!.cols;
  const places = Array.from(p!.data, (_, at) => (at % p!.rows) * m + Math.floor(at / p!.rows));
  const terms = places
    .filter((at) => !form.skipsZeros || y!.data[at] !== 0)
    .map((at) => form.term(numbers, y!.data[at]!, v.data[at]!, z ? logSumExp(z, at % m) : 0));
  if (terms.length > mostTerms) return undefined;
  const share = m > 1 ? `\\frac{1}{${m}} ` : "";
  const sum = terms.join(" + ");
  if (form.sign || share) return { tex: `${form.sign}${share}\\left(${sum}\\right)`, binds: 1 };
  return { tex: sum, binds: 1 };
}

/** Longer sums than this are no formula to read. */
const mostTerms = 12;

function formOf(losses: Node<Loss>, write: Write): [form: Form, from: Node] {
  const { settings, inputs } = losses;
  const [, p, z] = inputs;
  const logit = fromLogit[settings];
  const isOwn = z !== undefined && p!.inputs[0] === z && (p!.op === sigmoid || p!.op === softmax);
  if (logit && isOwn && !isLegible(losses, write)) return [logit, z];
  return [fromOutput[settings], p!];
}

/** Whether the figures that the page has of p come to the loss. */
function isLegible({ op, inputs: [y, p], settings, data }: Node<Loss>, write: Write): boolean {
  if (settings === "mean-squared-error") return true;
  const { rounded } = write.numbers ?? numberWriter(6);
  const shown = { ...p!, data: p!.data.map(rounded) };
  const again = { rows: 1, cols: p!.cols, data: new Float64Array(p!.cols) };
  op.value(again, [y!, shown], settings);
  const isNear = again.data.every((v, i) => Math.abs(v - data[i]!) <= 0.01 * Math.abs(data[i]!));
  return isNear && shown.data.every((v) => v > 0 && v < 1);
}
