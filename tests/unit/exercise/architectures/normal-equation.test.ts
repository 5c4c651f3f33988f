import type { Variant } from "@/lib/exercise";
import { both, product, type Rows, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slope } from "./an-architecture";

function given({ givens }: Variant) {
  const [X, y] = [givens.X, givens.y].map(rowsIn) as unknown as [Rows, Rows];
  return { X, y, lambda: givens.lambda as number };
}

/** The inverse of a 2×2 matrix, by its determinant. */
function inverted(A: Rows): number[][] {
  const [a, b, c, d] = A.flat() as [number, number, number, number];
  const determinant = a * d - b * c;
  return [
    [d / determinant, -b / determinant],
    [-c / determinant, a / determinant],
  ];
}

const squared = (X: Rows) => product(turned(X), X);
const withPenalty = (A: Rows, lambda: number) =>
  A.map((row, i) => row.map((v, j) => (i === j ? v + lambda : v)));

function sidesOf(variant: Variant) {
  const { X, y, lambda } = given(variant);
  return { A: squared(X), c: product(turned(X), y), lambda };
}

holds("normal-equation.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const { A, c, lambda } = sidesOf(variant);
    const at = (l: number) => product(inverted(withPenalty(A, l)), c);
    const size = (l: number) => at(l).reduce((sum, [v]) => sum + v! * v!, 0);
    return { A, c, w: at(0), ridge: at(lambda), slope: slope(lambda, size) };
  },
  mistakes: [
    {
      part: "w",
      rule: "product-for-solution",
      made: (variant) => product(sidesOf(variant).A, sidesOf(variant).c),
    },
    {
      part: "ridge",
      rule: "term-left-out",
      made: (variant) => product(inverted(sidesOf(variant).A), sidesOf(variant).c),
    },
    {
      part: "ridge",
      rule: "minus-for-plus",
      made: (variant) => {
        const { A, c, lambda } = sidesOf(variant);
        return product(inverted(withPenalty(A, -lambda)), c);
      },
    },
  ],
  follows: {
    wrong: "c",
    later: "w",
    made: (variant) => {
      const { A, c } = sidesOf(variant);
      const wrong = both(c, c, (v) => Number((v + 1).toPrecision(5)));
      return [wrong, product(inverted(A), wrong)];
    },
  },
});
