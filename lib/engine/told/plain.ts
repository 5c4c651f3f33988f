import { aside, type Op } from "../graph";
import { clipSlope } from "../ops/clip";
import { columnSums, repeatRow } from "../ops/column-sums";
import { diag, diagonal } from "../ops/diag";
import { placed } from "../ops/entry";
import { pooledAt } from "../ops/max-pool";
import { padded } from "../ops/slice";
import { softmaxRowsBack } from "../ops/softmax-rows";
import { overDeviation } from "../ops/standardised";
import { rowSums } from "../ops/sum";
import { called, slip } from "./stand-ins";
import { type Told, type Write, within } from "./told";

const toldColumnSums: Told = {
  op: columnSums,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\sum_i ${within(write.of(a!), 2)}_{i,:}`, binds: 2 }),
  worked: () => undefined,
  tells: () => "Add up each column.",
  slips: [slip("axis-changed-over", ({ inputs }) => aside(rowSums, inputs))],
};

const toldOverDeviation: Told = {
  op: overDeviation as Op,
  tex: ({ inputs: [a, variance] }, write) => ({
    tex: `\\frac{${write.of(a!).tex}}{\\sqrt{${write.of(variance!).tex} + \\varepsilon}}`,
    binds: 3,
  }),
  tells: () => "Divide by the standard deviation.",
  slips: [],
};

const toldSoftmaxRowsBack: Told = {
  op: softmaxRowsBack,
  tex: ({ inputs: [dp, p] }, write) => {
    const [slope, weights] = [write.of(dp!), within(write.of(p!), 3)];
    return {
      tex: `${weights} \\odot \\left(${slope.tex} - \\sum_j ${weights} \\odot ${within(slope, 3)}\\right)`,
      binds: 2,
    };
  },
  tells: () => "Go back through the softmax of each row.",
  slips: [],
};

/** An op that is written as a function, and that nothing of its own goes wrong in. */
const named = (op: Op<never>, name: string, tells: string): Told => ({
  op: op as Op,
  tex: ({ inputs: [a] }, write: Write) => called(name, write, [a!]),
  tells: () => tells,
  slips: [],
});

/** What is said of ops that stand behind others. */
export const plain: readonly Told[] = [
  toldColumnSums,
  toldOverDeviation,
  toldSoftmaxRowsBack,
  named(clipSlope, "clip'", "Find where nothing is clipped: the slope there is 1, elsewhere 0."),
  named(diag, "diag", "Put the entries down a diagonal."),
  named(diagonal, "diag", "Read the diagonal."),
  named(placed, "place", "Only the entry that was read gets the gradient; all others get 0."),
  named(padded, "pad", "Only the part that was cut out gets the gradient; the rest gets 0."),
  named(pooledAt, "pick", "Pick the entry where the window’s largest is."),
  named(repeatRow, "repeat", "Repeat the row."),
];
