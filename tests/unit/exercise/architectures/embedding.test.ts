import type { Variant } from "@/lib/exercise";
import { product, type Rows, turned } from "../diagnosis/by-loops";
import { holds, rowsIn } from "./an-architecture";

function given({ givens }: Variant) {
  const [E, W, G] = [givens.E, givens.W, givens.G].map(rowsIn) as unknown as [Rows, Rows, Rows];
  return { E, W, G, tokens: givens.tokens as readonly number[] };
}

const lookedUp = (E: Rows, tokens: readonly number[]) =>
  E.map((row) => tokens.map((token) => row[token - 1]!));

/** The gradient of every column of E; `added` says whether one that is read twice gets both. */
function scattered(dX: Rows, tokens: readonly number[], added = true): number[][] {
  const dE = dX.map(() => [0, 0, 0, 0]);
  for (const [i, row] of dX.entries()) {
    for (const [t, token] of tokens.entries()) {
      dE[i]![token - 1] = (added ? dE[i]![token - 1]! : 0) + row[t]!;
    }
  }
  return dE;
}

const back = ({ W, G }: ReturnType<typeof given>) => product(turned(W), G);

holds("embedding.mdx", {
  keys: (variant) => {
    const numbers = given(variant);
    const dX = back(numbers);
    const { E, tokens } = numbers;
    return { X: lookedUp(E, tokens), dX, dE: scattered(dX, tokens) };
  },
  mistakes: [
    {
      part: "X",
      rule: "token-counted-from-0",
      made: (variant) => {
        const { E, tokens } = given(variant);
        return lookedUp(
          E,
          tokens.map((token) => token + 1),
        );
      },
    },
    {
      part: "dX",
      rule: "weights-not-transposed",
      made: (variant) => product(given(variant).W, given(variant).G),
    },
    {
      part: "dE",
      rule: "repeated-token-once",
      made: (variant) => scattered(back(given(variant)), given(variant).tokens, false),
    },
  ],
  follows: {
    wrong: "dX",
    later: "dE",
    made: (variant) => {
      const { W, G, tokens } = given(variant);
      const dX = product(W, G);
      return [dX, scattered(dX, tokens)];
    },
  },
});
