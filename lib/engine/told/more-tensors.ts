import { aside, type Op } from "../graph";
import { argmax } from "../ops/argmax";
import { beside } from "../ops/beside";
import { type Bounds, clip } from "../ops/clip";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { dropout } from "../ops/dropout";
import { inverse } from "../ops/inverse";
import { matmul } from "../ops/matmul";
import { max, min } from "../ops/max";
import { multiply } from "../ops/multiply";
import { outer } from "../ops/outer";
import { solve } from "../ops/solve";
import { subtract } from "../ops/subtract";
import { transpose } from "../ops/transpose";
import { lone } from "./laid";
import { rules } from "./rules";
import { called, slip } from "./stand-ins";
import { type Told, within } from "./told";

export const toldDropout: Told<number> = {
  op: dropout,
  tex: ({ inputs: [h, mask], settings }, write) => ({
    tex: `\\frac{${within(write.of(h!), 2)} \\odot ${within(write.of(mask!), 3)}}{1 - ${settings}}`,
    binds: 3,
  }),
  tells: ({ settings }) =>
    `Drop what the mask has a 0 for, and divide the rest by $1 - ${settings}$.`,
  slips: [
    slip("mask-not-rescaled", ({ inputs, settings }) => settings > 0 && aside(multiply, inputs)),
    slip(
      "rescaled-by-rate",
      ({ inputs, settings }) =>
        settings > 0 && settings !== 0.5 && aside(dropout, inputs, 1 - settings),
      ({ settings }) => `divided by ${settings} instead of by $1 - ${settings}$`,
    ),
    slip("dropout-forgotten", ({ inputs: [h, mask] }) => mask!.data.includes(0) && h),
    slip("dropout-mask-forgotten", ({ inputs: [h, mask], settings }) => {
      const dropsNone = !mask!.data.includes(0) || settings === 0;
      return !dropsNone && aside(divide, [h!, lone(1 - settings)]);
    }),
  ],
};

export const toldBeside: Told = {
  op: beside,
  tex: ({ inputs }, write) => ({
    tex: `\\begin{bmatrix}${inputs.map((one) => write.of(one).tex).join(" & ")}\\end{bmatrix}`,
    binds: 4,
  }),
  tells: () => "Put the matrices side by side.",
  slips: [
    slip(
      "joined-in-other-order",
      ({ inputs }) => inputs.length > 1 && aside(beside, [...inputs].reverse()),
    ),
  ],
};

export const toldMax: Told = {
  op: max,
  tex: ({ inputs }, write) => called("max", write, inputs),
  tells: () => "Take the largest entry.",
  slips: [slip("min-for-max", ({ inputs }) => aside(min, inputs))],
};

export const toldMin: Told = {
  op: min,
  tex: ({ inputs }, write) => called("min", write, inputs),
  tells: () => "Take the smallest entry.",
  slips: [slip("max-for-min", ({ inputs }) => aside(max, inputs))],
};

/** The largest entry of every column. */
const columnMaxima: Op = {
  ...argmax,
  name: "columnMaxima",
  value: (out, [a]) => {
    argmax.value(out, [a!], undefined);
    for (let j = 0; j < out.cols; j++) out.data[j] = a!.data[(out.data[j]! - 1) * a!.cols + j]!;
  },
};

export const toldArgmax: Told = {
  op: argmax,
  tex: ({ inputs }, write) => called("argmax", write, inputs),
  tells: () => "Find where the largest entry stands.",
  slips: [
    slip("argmax-from-0", (node) => aside(subtract, [node, lone(1)])),
    slip("max-for-argmax", ({ inputs }) => aside(columnMaxima, inputs)),
  ],
};

export const toldClip: Told<Bounds> = {
  op: clip,
  tex: ({ inputs }, write) => called("clip", write, inputs),
  tells: ({ settings: { low, high } }) => `Bring every entry between ${low} and ${high}.`,
  slips: [
    {
      rule: rules["clip-one-side"],
      made: ({ inputs, settings: { low, high } }) => [
        {
          by: aside(clip, inputs, { low: -Infinity, high }),
          says: () => `didn’t raise what is below ${low}`,
        },
        {
          by: aside(clip, inputs, { low, high: Infinity }),
          says: () => `didn’t lower what is above ${high}`,
        },
      ],
    },
  ],
};

/** ad − bc of a 2×2 matrix. */
const determinant: Op = {
  name: "determinant",
  shape: () => ({ rows: 1, cols: 1 }),
  value: (out, [A]) => {
    const [a, b, c, d] = A!.data;
    out.data[0] = a! * d! - b! * c!;
  },
};

export const toldInverse: Told = {
  op: inverse,
  tex: ({ inputs: [A] }, write) => ({ tex: `${within(write.of(A!), 4)}^{-1}`, binds: 3 }),
  tells: () => "Invert the matrix.",
  slips: [
    slip("determinant-forgotten", (node) => {
      return node.rows === 2 && aside(multiply, [aside(determinant, node.inputs), node]);
    }),
    slip("transposed-for-inverse", ({ inputs }) => aside(transpose, inputs)),
    slip("entries-inverted", ({ inputs: [A] }) => {
      const ones = { rows: A!.rows, cols: A!.cols, data: A!.data.slice().fill(1) };
      return aside(divide, [aside(constant, [], ones), A!]);
    }),
  ],
};

export const toldSolve: Told = {
  op: solve,
  tex: ({ inputs: [A, b] }, write) => ({
    tex: `${within(write.of(A!), 4)}^{-1} ${within(write.of(b!), 3)}`,
    binds: 2,
  }),
  tells: () => "Solve the system.",
  slips: [
    slip("system-transposed", ({ inputs: [A, b] }) => aside(solve, [aside(transpose, [A!]), b!])),
    slip("product-for-solution", ({ inputs }) => aside(matmul, inputs)),
  ],
};

export const toldOuter: Told = {
  op: outer,
  tex: ({ inputs: [a, b] }, write) => ({
    tex: `${within(write.of(a!), 2)} ${within(write.of(b!), 4)}^{\\top}`,
    binds: 2,
  }),
  tells: () => "Multiply every entry of one by every entry of the other.",
  slips: [slip("outer-turned", ({ inputs: [a, b] }) => aside(outer, [b!, a!]))],
};
