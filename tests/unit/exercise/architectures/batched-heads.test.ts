import type { Variant } from "@/lib/exercise";
import { holds, rowsIn, slopes } from "./an-architecture";

type Rows = number[][];

function given({ givens }: Variant) {
  const both = (list: unknown) => (list as unknown[]).map(rowsIn);
  return { Q: both(givens.Q), K: both(givens.K), G: rowsIn(givens.G) };
}

const product = (a: Rows, b: Rows): Rows =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, v, k) => sum + v * b[k]![j]!, 0)));

const turned = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));

const softmax = (a: Rows): Rows =>
  a.map((row) => {
    const all = row.map(Math.exp).reduce((sum, v) => sum + v, 0);
    return row.map((v) => Math.exp(v) / all);
  });

holds("batched-heads.mdx", {
  keys: (variant) => {
    const { Q, K, G } = given(variant);
    const scores2 = product(Q[1]!, K[1]!);
    const loss = (q: Rows) =>
      product(q, K[1]!)
        .flatMap((row, i) => row.map((v, j) => v * G[i]![j]!))
        .reduce((sum, v) => sum + v, 0);
    return { scores2, weights2: softmax(scores2), dQ2: slopes(Q[1]!, loss) };
  },
  within: 1e-8,
  mistakes: [
    {
      part: "scores2",
      rule: "batch-first-for-all",
      made: (variant) => product(given(variant).Q[1]!, given(variant).K[0]!),
    },
    {
      part: "scores2",
      rule: "another-of-batch",
      made: (variant) => product(given(variant).Q[0]!, given(variant).K[0]!),
    },
    {
      part: "dQ2",
      rule: "batch-first-for-all",
      made: (variant) => product(given(variant).G, turned(given(variant).K[0]!)),
    },
  ],
  follows: {
    wrong: "scores2",
    later: "weights2",
    made: (variant) => {
      const wrong = product(given(variant).Q[1]!, given(variant).K[0]!);
      return [wrong, softmax(wrong)];
    },
  },
});
