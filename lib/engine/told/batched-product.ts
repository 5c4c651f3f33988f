import { aside, type Node, type Op } from "../graph";
import {
  batch,
  batchedProduct,
  eachTransposed,
  intoBatch,
  matrixOf,
  type OfBatch,
  ofBatch,
} from "../ops/batched-product";
import { multiply } from "../ops/multiply";
import { paths } from "../ops/paths";
import { isAlike } from "./reading";
import { slip } from "./stand-ins";
import { type Formula, type Told, type Write, within } from "./told";

/** One matrix of a batch, the i-th where no place is given. */
function one(node: Node, write: Write, at?: number): Formula {
  const { op, inputs, names } = node;
  const isStep = (other: Op<never>) => op === (other as Op) && names.length === 0;
  if (isStep(batchedProduct)) {
    const [A, B] = inputs.map((input) => within(one(input, write, at), 2));
    return { tex: `${A} \\, ${B}`, binds: 2 };
  }
  if (isStep(eachTransposed)) {
    return { tex: `{${within(one(inputs[0]!, write, at), 4)}}^{\\top}`, binds: 3 };
  }
  if (isStep(paths)) {
    const terms = inputs.filter((input) => at === undefined || !isElsewhere(input, at));
    if (terms.length === 1) return one(terms[0]!, write, at);
    return { tex: terms.map((term) => one(term, write, at).tex).join(" + ") || "0", binds: 1 };
  }
  if (at !== undefined && isStep(intoBatch)) {
    return isElsewhere(node, at) ? { tex: "0", binds: 4 } : write.of(inputs[0]!);
  }
  if (at !== undefined && isStep(batch)) return write.of(inputs[at]!);
  const place = at === undefined ? "i" : at + 1;
  return { tex: `{${within(write.of(node), 4)}}_{${place}}`, binds: 4 };
}

/** Whether a matrix of a batch is 0 since another was put in. */
const isElsewhere = ({ op, settings }: Node, at: number) =>
  op === (intoBatch as Op) && (settings as OfBatch).i !== at;

const each = ({ tex }: Formula, b: number): Formula => ({
  tex: `{\\left[${tex}\\right]_{i=1}^{${b}}}`,
  binds: 4,
});

/** A batch put together from the matrices of another, each taken by its place. */
function picked(whole: Node, b: number, from: (i: number) => number): Node {
  const op: Op = {
    name: "picked",
    shape: ([a]) => a!,
    value: (out, [a]) => {
      for (let i = 0; i < b; i++) matrixOf(out, i, b).data.set(matrixOf(a!, from(i), b).data);
    },
  };
  return aside(op, [whole]);
}

export const toldBatch: Told = {
  op: batch,
  tex: ({ inputs }, write) => ({
    tex: `{\\left[${inputs.map((input) => write.of(input).tex).join(",\\ ")}\\right]}`,
    binds: 4,
  }),
  tells: () => "Put the matrices together in a batch.",
  slips: [],
};

export const toldBatchedProduct: Told<number> = {
  op: batchedProduct,
  tex: ({ inputs: [A, B], settings: b }, write) => {
    const [left, right] = [A!, B!].map((input) => within(one(input, write), 2));
    return each({ tex: `${left} \\, ${right}`, binds: 2 }, b);
  },
  tells: () => "Multiply each matrix of the batch by its partner.",
  slips: [
    slip(
      "batch-first-for-all",
      ({ inputs: [A, B], settings: b }) =>
        b > 1 && aside(batchedProduct, [A!, picked(B!, b, () => 0)], b),
      ({ inputs: [, B] }, write) =>
        `multiplied every matrix by the first of $${within(write.of(B!), 4)}$`,
    ),
    slip(
      "batch-partners-turned",
      ({ inputs: [A, B], settings: b }) =>
        b > 1 && aside(batchedProduct, [A!, picked(B!, b, (i) => b - 1 - i)], b),
    ),
    slip("product-turned", ({ inputs: [A, B], settings: b }) => {
      const fits = A !== B && B!.cols === A!.rows / b;
      return fits && aside(batchedProduct, [B!, A!], b);
    }),
    slip("transpose-put-in", ({ inputs: [A, B], settings: b }) => {
      const isSquare = B!.rows / b === B!.cols && B!.cols > 1 && B!.op !== (eachTransposed as Op);
      return isSquare && aside(batchedProduct, [A!, aside(eachTransposed, [B!], b)], b);
    }),
    slip(
      "entries-for-matrix-product",
      ({ inputs: [A, B] }) => isAlike(A!, B!) && aside(multiply, [A!, B!]),
    ),
  ],
};

export const toldEachTransposed: Told<number> = {
  op: eachTransposed,
  tex: ({ inputs: [A], settings: b }, write) =>
    each({ tex: `{${within(one(A!, write), 4)}}^{\\top}`, binds: 3 }, b),
  tells: () => "Transpose each matrix of the batch; their order stays.",
  slips: [
    slip(
      "transpose-left-out",
      ({ inputs: [A], settings: b }) => A!.rows / b === A!.cols && A!.cols > 1 && A!,
    ),
  ],
};

export const toldOfBatch: Told<OfBatch> = {
  op: ofBatch,
  tex: ({ inputs: [A], settings: { i } }, write) => one(A!, write, i),
  tells: ({ inputs: [A] }) =>
    A!.op === (batchedProduct as Op)
      ? "Multiply the matrix by its partner in the other batch."
      : "Take the matrix that is asked for from the batch.",
  slips: [
    slip(
      "another-of-batch",
      ({ inputs, settings: { i, b } }) => b > 1 && aside(ofBatch, inputs, { i: (i + 1) % b, b }),
    ),
  ],
};

export const toldIntoBatch: Told<OfBatch> = {
  op: intoBatch,
  tex: ({ inputs: [a], settings: { i, b } }, write) => ({
    tex: `{\\left[${write.of(a!).tex}\\right]_{i=${i + 1}\\text{ of }${b}}}`,
    binds: 4,
  }),
  tells: () => "Only the matrix that was taken gets the gradient; the others of the batch get 0.",
  slips: [],
};
