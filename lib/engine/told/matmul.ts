import { aside, type Node } from "../graph";
import { constant } from "../ops/constant";
import { divide } from "../ops/divide";
import { matmul } from "../ops/matmul";
import { multiply } from "../ops/multiply";
import { transpose } from "../ops/transpose";
import { lostInProduct } from "./bracket-slips";
import { firstColumn, lone, transposed } from "./laid";
import { isAlike, isLone, isWeights, layerOf } from "./reading";
import { rules } from "./rules";
import { isTurnable, none, roundedEarly, zForH } from "./slips";
import { inputLeftOut, signLost } from "./sum-of-products-slips";
import { type Made, type Slip, type Told, times, within } from "./told";

export const toldMatmul: Told = {
  op: matmul,
  tex: ({ inputs: [a, b] }, write) => {
    const left = write.of(a!);
    // Beside a product entry by entry, it would not be seen which is taken first.
    const isEntrywise = /\\o(dot|slash)/.test(left.tex);
    const [x, y] = [within(left, isEntrywise ? 3 : 2), within(write.of(b!), 3)];
    return { tex: `${x} ${times(write, a!, b!)} ${y}`, binds: 2 };
  },
  tells: (node) => {
    const [a, b] = node.inputs;
    if (isOuter(node) && layerOf(a!)) {
      return "Each weight gets its neuron’s gradient times the input it is multiplied by.";
    }
    const isBack = a!.op === transpose && isWeights(a!.inputs[0]!);
    if (isBack || layerOf(b!)) return "Send the gradient back through the weights.";
    return "Take the matrix product: each entry is a row times a column.";
  },
  slips: [
    {
      rule: rules["outer-product-turned"],
      made: (node) => (isOuter(node) && !isLone(node) ? [{ by: transposed(node) }] : none),
    },
    {
      rule: rules["own-h-for-input"],
      made: (node) => {
        const layer = isOuter(node) ? layerOf(node.inputs[0]!) : undefined;
        if (!layer) return none;
        const { h } = layer;
        return [
          {
            by: aside(matmul, [node.inputs[0]!, transposed(h)]),
            says: (write) =>
              `multiplied by ${write.inline(h)}, the layer’s own output, instead of its input`,
          },
        ];
      },
    },
    {
      rule: rules["weights-for-input"],
      made: (node) => {
        const [dz] = node.inputs;
        const W = isOuter(node) && dz!.cols === 1 ? layerOf(dz!)?.W : undefined;
        if (!W || !isAlike(W, node)) return none;
        return [
          {
            by: aside(multiply, [W, dz!]),
            says: (write) =>
              `multiplied by the weights ${write.inline(W)} instead of by the layer’s input`,
          },
        ];
      },
    },
    {
      rule: rules["input-for-weights"],
      made: (node) => {
        const [W, dz] = node.inputs;
        if (W!.op !== transpose || !isLone(dz!)) return none;
        const h = layerOf(dz!)?.input;
        return h && isAlike(h, node) ? [{ by: aside(multiply, [h, dz!]) }] : none;
      },
    },
    {
      rule: rules["mean-for-sum"],
      made: (node) => {
        const m = node.inputs[0]!.cols;
        if (m === 1 || !addsExamples(node)) return none;
        return [{ by: aside(divide, [node, lone(m)]) }];
      },
    },
    {
      rule: rules["one-example-only"],
      made: (node) => {
        const [dz, h] = node.inputs;
        if (dz!.cols === 1 || !isOuter(node) || !layerOf(dz!)) return none;
        const [own, input] = [firstColumn(dz!), firstColumn(h!.inputs[0]!)];
        return [{ by: aside(matmul, [own, transposed(input)]) }];
      },
    },
    {
      rule: rules["entries-for-matrix-product"],
      made: ({ inputs: [a, b] }) => {
        if (isLone(a!) || isLone(b!)) return none;
        const pairs = [
          [a!, b!],
          ...(b!.op === transpose ? [[a!, b!.inputs[0]!]] : []),
          ...(a!.op === transpose ? [[a!.inputs[0]!, b!]] : []),
        ];
        return pairs.flatMap((pair) =>
          isAlike(pair[0]!, pair[1]!) ? [{ by: aside(multiply, pair) }] : none,
        );
      },
    },
    {
      rule: rules["product-turned"],
      made: ({ inputs: [a, b] }) => {
        if (a === b || b!.cols !== a!.rows || (isLone(a!) && isLone(b!))) return none;
        return [{ by: aside(matmul, [b!, a!]) }];
      },
    },
    crosswise("weights-read-crosswise", isWeights),
    crosswise("transpose-put-in", (a) => !isWeights(a)),
    {
      rule: rules["factor-left-out"],
      made: ({ inputs: [a, b] }) => [leftOut(a!, b!), leftOut(b!, a!)],
    },
    signLost,
    inputLeftOut,
    ...lostInProduct,
    roundedEarly,
    zForH,
  ],
};

/** dz hᵀ. */
const isOuter = ({ inputs: [, b] }: Node) => b!.op === transpose;

/** Whether the product adds up over the examples of a batch: dz Hᵀ, or dz times a column of ones. */
const addsExamples = (node: Node) => {
  const b = node.inputs[1]!;
  return isOuter(node) || (b.op === constant && b.cols === 1 && b.data.every((v) => v === 1));
};

const leftOut = (factor: Node, rest: Node): Made => ({
  by: rest,
  says: (write) => `left out the factor ${write.inline(factor)}`,
});

function crosswise(
  rule: "weights-read-crosswise" | "transpose-put-in",
  isSuch: (a: Node) => boolean,
): Slip {
  return {
    rule: rules[rule],
    made: ({ inputs: [a, b] }) => {
      const turned = (matrix: Node, by: () => Node): readonly Made[] => {
        if (!isTurnable(matrix) || !isSuch(matrix)) return none;
        return [{ by: by(), says: (write) => `used ${write.inline(matrix)} transposed` }];
      };
      return [
        ...turned(a!, () => aside(matmul, [transposed(a!), b!])),
        ...turned(b!, () => aside(matmul, [a!, transposed(b!)])),
      ];
    },
  };
}
