import type * as estree from "estree";
import { transpose } from "@/lib/engine";
import { toTensor } from "@/lib/exercise/coerce";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { type Formula, within } from "./formula";
import type { Writing } from "./writing";

type Form = (
  formulas: readonly Formula[],
  args: readonly estree.Expression[],
  writing: Writing,
) => Formula | undefined;

/** A function by its sign before what it is taken of. */
const named =
  (sign: string): Form =>
  ([a]) => ({ tex: `${sign}\\left(${a?.tex}\\right)`, binds: 3 });

const between =
  (sign: string): Form =>
  ([a, b]) =>
    a && b && { tex: `${within(a, 3)} ${sign} ${within(b, 3)}`, binds: 2 };

/** How lessons write the functions of the language. A function that is missing is written by its name, and has its
 *  value in the place of its numbers; where a form does not fit, the value stands for it. */
export const functionForms: Readonly<Record<string, Form>> = {
  T: ([a]) => a && { tex: `{${within(a, 4)}}^{\\top}`, binds: 3 },
  vector: ([a]) => a,
  at: entry,
  hadamard: between("\\odot"),
  matmul: between("\\,"),
  dot: ([a, b]) => a && b && { tex: `{${within(a, 4)}}^{\\top} ${within(b, 3)}`, binds: 2 },
  log: named("\\ln"),
  sqrt: ([a]) => ({ tex: `\\sqrt{${a?.tex}}`, binds: 4 }),
  exp: ([a]) => ({ tex: `e^{${a?.tex}}`, binds: 3 }),
  abs: ([a]) => ({ tex: `\\left|${a?.tex}\\right|`, binds: 4 }),
  sigmoid: named("\\sigma"),
  tanh: named("\\tanh"),
  relu: named("\\operatorname{relu}"),
  leakyRelu: named("\\operatorname{leakyrelu}"),
  softmax: named("\\operatorname{softmax}"),
  slopeOf: slope,
  sum: summed(""),
  mean: summed("\\frac{1}{n} "),
  crossEntropy: loss(
    (of) => `\\sum_k y_k${of} \\ln p_k${of}`,
    (y, p) => `${y} \\cdot \\ln(${p})`,
    (y) => y !== 0,
  ),
  binaryCrossEntropy: loss(
    (of) => `\\left(y${of} \\ln p${of} + (1 - y${of}) \\ln(1 - p${of})\\right)`,
    (y, p) => `${y} \\cdot \\ln(${p}) + (1 - ${y}) \\cdot \\ln(1 - ${p})`,
  ),
};

/** The derivative of an activation, by the activation's own sign and a prime. With numbers, its value. */
function slope(
  [, z]: readonly Formula[],
  [activation]: readonly estree.Expression[],
  writing: Writing,
): Formula | undefined {
  if (!z || !activation || writing.numbers) return undefined;
  const sign = activationSigns[String(writing.value(activation))];
  return sign ? { tex: `${sign}'\\left(${z.tex}\\right)`, binds: 3 } : undefined;
}

const activationSigns: Readonly<Record<string, string>> = {
  sigmoid: "\\sigma",
  tanh: "\\tanh",
  relu: "\\operatorname{relu}",
  "leaky-relu": "\\operatorname{leaky}",
};

/** One number of a vector: by the name that it has, or by its index. Of a matrix, the number itself. */
function entry(
  [a]: readonly Formula[],
  [of, i, j]: readonly estree.Expression[],
  writing: Writing,
): Formula | undefined {
  if (!a || !of || !i || writing.numbers) return undefined;
  const index = toTensor(writing.value(i))?.data[0] ?? 0;
  const name = writing.entry(placeOf(of) ?? "", index);
  if (name !== undefined) return { tex: `{${name}}`, binds: 4 };
  const vector = !j && toTensor(writing.value(of))?.cols === 1;
  return vector ? { tex: `{${within(a, 4)}}_{${index}}`, binds: 4 } : undefined;
}

/** The sum over the entries, or their mean. */
function summed(share: string): Form {
  return ([a], [arg], writing) => {
    if (!a || !arg) return undefined;
    if (!writing.numbers) return { tex: `${share}\\sum_i ${within(a, 2)}_i`, binds: 2 };
    const entries = [...(toTensor(writing.value(arg))?.data ?? [])];
    if (entries.length > 9) return undefined;
    const total = entries.map((v) => within({ tex: writing.shown(v), binds: v < 0 ? 1 : 4 }, 2));
    const sum = total.join(" + ");
    return share
      ? { tex: `\\frac{1}{${entries.length}} \\left(${sum}\\right)`, binds: 2 }
      : { tex: sum, binds: 1 };
  };
}

/** Longer sums than this are no formula to read. */
const mostTerms = 12;

/** A loss: its formula in letters; with numbers, its terms, those left out that are 0. Of a batch, the mean over the
 *  examples; `of` is what tells the example. */
function loss(
  symbols: (of: string) => string,
  term: (y: string, p: string) => string,
  counts: (y: number) => boolean = () => true,
): Form {
  return (_, [y, p], writing) => {
    const [truth, said] = [y, p].map((side) => side && toTensor(writing.value(side)));
    if (!truth || !said) return undefined;
    const m = truth.cols;
    const mean = m > 1 ? `\\frac{1}{${m}} ` : "";
    if (!writing.numbers) {
      const sum = m > 1 ? `\\sum_i ${symbols("^{(i)}")}` : symbols("");
      return { tex: `-${mean}${sum}`, binds: 1 };
    }
    const terms = [...transpose(truth).data].flatMap((v, at) => {
      const q = said.data[(at % truth.rows) * m + Math.floor(at / truth.rows)] ?? 0;
      return counts(v) ? [term(writing.shown(v), writing.shown(q))] : [];
    });
    if (terms.length > mostTerms) return undefined;
    return { tex: `-${mean}\\left(${terms.join(" + ")}\\right)`, binds: 1 };
  };
}
