import { aside } from "../graph";
import { divide } from "../ops/divide";
import { multiply } from "../ops/multiply";
import { rowSums } from "../ops/sum";
import { columnSums, filled, firstColumn, lone, transposed } from "./laid";
import { isAlike, layerOf } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { mostTerms } from "./sum-forms";
import { type Told, within } from "./told";

export const toldRowSums: Told = {
  op: rowSums,
  tex: ({ inputs: [a] }, write) =>
    a!.cols === 1 ? write.of(a!) : { tex: `\\sum_i {${within(write.of(a!), 4)}}^{(i)}`, binds: 2 },
  worked: ({ inputs: [a] }, write, numbers) => {
    const { rows, cols, data } = a!;
    if (cols === 1) return write.of(a!);
    if (cols > mostTerms) return undefined;
    const column = (j: number) =>
      Float64Array.from({ length: rows }, (_, i) => data[i * cols + j]!);
    const terms = Array.from({ length: cols }, (_, j) => ({ rows, cols: 1, data: column(j) }));
    return { tex: terms.map(numbers.operand).join(" + "), binds: 1 };
  },
  tells: ({ inputs: [a] }) =>
    layerOf(a!)
      ? "A bias is only added, so it gets its neuron’s gradient, summed over the examples of a batch."
      : "Add up each row.",
  slips: [
    {
      rule: rules["mean-for-sum"],
      made: (node) => {
        const m = node.inputs[0]!.cols;
        return m > 1 ? [{ by: aside(divide, [node, lone(m)]) }] : none;
      },
    },
    {
      rule: rules["wrong-axis"],
      made: ({ inputs: [a] }) =>
        a!.cols > 1
          ? [
              {
                by: transposed(columnSums(a!)),
                says: () => "added down each column instead of along each row",
              },
            ]
          : none,
    },
    {
      rule: rules["one-example-only"],
      made: ({ inputs: [a] }) => (a!.cols > 1 ? [{ by: firstColumn(a!) }] : none),
    },
    {
      rule: rules["bias-gradient-times-h"],
      made: ({ inputs: [dz] }) => {
        const h = layerOf(dz!)?.input;
        if (!h || !isAlike(h, dz!)) return none;
        return [
          {
            by: aside(rowSums, [aside(multiply, [dz!, h])]),
            says: (write) => `multiplied the bias’s gradient by ${write.inline(h)}`,
          },
        ];
      },
    },
    {
      rule: rules["bias-gradient-forgotten"],
      made: (node) => (layerOf(node.inputs[0]!)?.input ? [{ by: filled(node, 0) }] : none),
    },
    zForH,
  ],
};
