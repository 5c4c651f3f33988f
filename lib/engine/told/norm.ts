import { aside, type Node } from "../graph";
import { add } from "../ops/add";
import { type Axis, countOf } from "../ops/axis";
import { means, meansBack } from "../ops/means";
import { multiply } from "../ops/multiply";
import { scaleShift } from "../ops/scale-shift";
import { sqrt } from "../ops/sqrt";
import { square } from "../ops/square";
import { type Norm, overDeviation, standardised } from "../ops/standardised";
import { variances, variancesBack } from "../ops/variances";
import { filled, lone } from "./laid";
import { slip, times } from "./stand-ins";
import { type Told, within } from "./told";

const axisChanged = slip<Axis>("axis-changed-over", ({ op, inputs, settings }) =>
  aside(op, inputs, settings === "rows" ? "columns" : "rows"),
);

export const toldMeans: Told<Axis> = {
  op: means,
  tex: ({ inputs: [a] }, write) => ({ tex: `\\overline{${write.of(a!).tex}}`, binds: 4 }),
  tells: ({ settings }) => `Take the mean of each ${settings === "rows" ? "row" : "column"}.`,
  slips: [
    axisChanged,
    slip("sum-for-mean", (node) => times(node, countOf(node.inputs[0]!, node.settings))),
  ],
};

export const toldMeansBack: Told<{ readonly axis: Axis }> = {
  op: meansBack as Told<{ readonly axis: Axis }>["op"],
  tex: ({ inputs: [g] }, write) => ({ tex: `\\tfrac{1}{n} ${within(write.of(g!), 2)}`, binds: 2 }),
  tells: () => "Go back through the mean: every entry gets an equal share.",
  slips: [slip("mean-held", (node) => filled(node, 0))],
};

export const toldVariances: Told<Axis> = {
  op: variances,
  tex: ({ inputs: [x] }, write) => ({
    tex: `\\operatorname{Var}(${write.of(x!).tex})`,
    binds: 4,
  }),
  tells: () => "Take the mean of the squared distances from the mean.",
  slips: [
    slip("variance-over-n-minus-1", (node) => {
      const n = countOf(node.inputs[0]!, node.settings);
      return n > 1 && times(node, n / (n - 1));
    }),
    slip("deviation-for-variance", (node) => aside(sqrt, [node])),
    axisChanged,
  ],
};

export const toldVariancesBack: Told<Axis> = {
  op: variancesBack,
  tex: ({ inputs: [g, x] }, write) => ({
    tex: `\\tfrac{2}{n} ${within(write.of(g!), 2)} \\odot (${write.of(x!).tex} - \\overline{${write.of(x!).tex}})`,
    binds: 2,
  }),
  tells: () => "Go back through the variance.",
  slips: [slip("variance-held", (node) => filled(node, 0))],
};

/** √variance + ε, whose square is a variance with no ε left to add. */
function outside(variance: Node, epsilon: number): Node {
  return aside(square, [aside(add, [aside(sqrt, [variance]), lone(epsilon)])]);
}

export const toldStandardised: Told<Norm> = {
  op: standardised,
  tex: ({ inputs: [x, mean, variance] }, write) => ({
    tex: `\\frac{${write.of(x!).tex} - ${within(write.of(mean!), 2)}}{\\sqrt{${write.of(variance!).tex} + \\varepsilon}}`,
    binds: 3,
  }),
  tells: () => "Subtract the mean, then divide by the standard deviation.",
  slips: [
    slip(
      "epsilon-outside-root",
      ({ op, inputs: [x, mean, variance], settings }) =>
        settings.epsilon > 0 &&
        aside(op, [x!, mean!, outside(variance!, settings.epsilon)], { ...settings, epsilon: 0 }),
    ),
    slip(
      "epsilon-left-out",
      ({ op, inputs, settings }) =>
        settings.epsilon > 0 && aside(op, inputs, { ...settings, epsilon: 0 }),
    ),
    slip("variance-for-deviation", (node) =>
      aside(overDeviation, [node, node.inputs[2]!], node.settings),
    ),
    slip("mean-not-taken-off", ({ inputs: [x, , variance], settings }) =>
      aside(overDeviation, [x!, variance!], settings),
    ),
  ],
};

export const toldScaleShift: Told = {
  op: scaleShift,
  tex: ({ inputs: [x, gamma, beta] }, write) => ({
    tex: `${within(write.of(gamma!), 2)} \\odot ${within(write.of(x!), 3)} + ${write.of(beta!).tex}`,
    binds: 1,
  }),
  tells: () => "Scale and shift each row.",
  slips: [
    slip(
      "gamma-left-out",
      ({ inputs: [x, , beta] }) => aside(add, [x!, beta!]),
      ({ inputs }, write) => `left out the scale ${write.inline(inputs[1]!)}`,
    ),
    slip(
      "beta-left-out",
      ({ inputs: [x, gamma] }) => aside(multiply, [x!, gamma!]),
      ({ inputs }, write) => `left out the shift ${write.inline(inputs[2]!)}`,
    ),
    slip("gamma-for-beta", ({ inputs: [x, gamma, beta] }) =>
      aside(scaleShift, [x!, beta!, gamma!]),
    ),
  ],
};
