import type { Variant } from "@/lib/exercise";
import type { Rows } from "../diagnosis/by-loops";
import { holds, rowsIn } from "./an-architecture";

const upsideDown = (K: Rows) => K.toReversed().map((row) => row.toReversed());

function given({ givens }: Variant) {
  const [x, K, G] = [rowsIn(givens.x), rowsIn(givens.K), rowsIn(givens.G)];
  return { x, K, G, b: givens.b as number };
}

/** A kernel on every place of a matrix. */
function swept(x: Rows, K: Rows, b = 0): number[][] {
  const rows = x.length - K.length + 1;
  const cols = x[0]!.length - K[0]!.length + 1;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) =>
      K.reduce((sum, row, k) => sum + row.reduce((s, w, l) => s + w * x[i + k]![j + l]!, 0), b),
    ),
  );
}

const windows = [0, 1].flatMap((i) => [0, 1].map((j) => [i, j] as const));

/** What a pool of 2×2 windows that move by 1 makes of every window. */
const pooled = (C: Rows, f: (window: number[]) => number) =>
  [0, 1].map((i) => [0, 1].map((j) => f(windows.map(([k, l]) => C[i + k]![j + l]!))));

/** Each window's gradient at those of its entries that `gets` names. */
function spread(C: Rows, G: Rows, gets: (v: number, window: number[]) => number): number[][] {
  const out = C.map((row) => row.map(() => 0));
  for (const [i, j] of windows) {
    const window = windows.map(([k, l]) => C[i + k]![j + l]!);
    for (const [k, l] of windows)
      out[i + k]![j + l]! += G[i]![j]! * gets(C[i + k]![j + l]!, window);
  }
  return out;
}

const toLargest = (v: number, window: number[]) => (v === Math.max(...window) ? 1 : 0);

function forward(variant: Variant) {
  const { x, K, b, G } = given(variant);
  const C = swept(x, K, b);
  return { x, K, b, G, C, dC: spread(C, G, toLargest) };
}

holds("convolution.mdx", {
  keys: (variant) => {
    const { x, G, C, dC } = forward(variant);
    const P = pooled(C, (window) => Math.max(...window));
    const db = G.flat().reduce((a, g) => a + g, 0);
    return { C, P, dC, dK: swept(x, dC), db };
  },
  mistakes: [
    {
      part: "C",
      rule: "kernel-flipped",
      made: (variant) => {
        const { x, K, b } = given(variant);
        return swept(x, upsideDown(K), b);
      },
    },
    {
      part: "C",
      rule: "kernel-bias-left-out",
      made: (variant) => {
        const { x, K } = given(variant);
        return swept(x, K);
      },
    },
    {
      part: "P",
      rule: "mean-for-max",
      made: (variant) => pooled(forward(variant).C, (w) => w.reduce((a, v) => a + v, 0) / 4),
    },
    {
      part: "dC",
      rule: "max-pool-to-all",
      made: (variant) => {
        const { C, G } = forward(variant);
        return spread(C, G, () => 1);
      },
    },
    {
      part: "dK",
      rule: "kernel-flipped",
      made: (variant) => {
        const { x, dC } = forward(variant);
        return upsideDown(swept(x, dC));
      },
    },
  ],
  follows: {
    wrong: "dC",
    later: "dK",
    made: (variant) => {
      const { x, C, G } = forward(variant);
      const toAll = spread(C, G, () => 1);
      return [toAll, swept(x, toAll)];
    },
  },
});
