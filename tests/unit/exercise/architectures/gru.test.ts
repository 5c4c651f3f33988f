import type { Variant } from "@/lib/exercise";
import { both, each, product, type Rows, sigma, times } from "../diagnosis/by-loops";
import { holds, rowsIn, slopes } from "./an-architecture";

const plus = (a: Rows, b: Rows) => both(a, b, (u, v) => u + v);
const column = (a: Rows, j: number) => a.map((row) => [row[j]!]);

type Gate = Readonly<Record<"Wx" | "Wh" | "b", Rows>>;
type Letter = "r" | "z" | "n";

function given({ givens }: Variant) {
  const cell = givens.cell as unknown as Record<Letter, Record<keyof Gate, unknown>>;
  const gate = (letter: Letter): Gate => ({
    Wx: rowsIn(cell[letter].Wx),
    Wh: rowsIn(cell[letter].Wh),
    b: rowsIn(cell[letter].b),
  });
  return {
    gates: { r: gate("r"), z: gate("z"), n: gate("n") },
    xs: rowsIn(givens.xs),
    h0: rowsIn(givens.h0),
    G: rowsIn(givens.G),
  };
}

type Numbers = ReturnType<typeof given>;

/** A step, from the state before it; `mixed` says how old and new are weighed. */
function stepOf({ gates, xs }: Numbers, t: number, h: Rows, mixed = blended) {
  const x = column(xs, t);
  const sums = ({ Wx, Wh, b }: Gate, state: Rows) =>
    plus(plus(product(Wx, x), product(Wh, state)), b);
  const r = each(sums(gates.r, h), sigma);
  const zSums = sums(gates.z, h);
  const z = each(zSums, sigma);
  const n = each(sums(gates.n, times(r, h)), Math.tanh);
  return { z, zSums, n, h: mixed(z, h, n) };
}

const rest = (z: Rows) => each(z, (v) => 1 - v);
const blended = (z: Rows, h: Rows, n: Rows) => plus(times(z, h), times(rest(z), n));
const turnedRound = (z: Rows, h: Rows, n: Rows) => plus(times(rest(z), h), times(z, n));

const lossAfter = (numbers: Numbers, h1: Rows) =>
  times(numbers.G, stepOf(numbers, 1, h1).h)
    .flat()
    .reduce((sum, v) => sum + v, 0);

const firstOf = (numbers: Numbers) => stepOf(numbers, 0, numbers.h0);

holds("gru.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const first = firstOf(numbers);
    const db = slopes(numbers.gates.n.b, (b) => {
      const moved = { ...numbers, gates: { ...numbers.gates, n: { ...numbers.gates.n, b } } };
      return lossAfter(moved, firstOf(moved).h);
    });
    return {
      z1: first.z,
      h1: first.h,
      h2: stepOf(numbers, 1, first.h).h,
      dh1: slopes(first.h, (h1) => lossAfter(numbers, h1)),
      db,
    };
  },
  mistakes: [
    {
      part: "z1",
      rule: "tanh-for-gate",
      made: (variant) => each(firstOf(given(variant)).zSums, Math.tanh),
    },
    {
      part: "h1",
      rule: "update-gate-turned",
      made: (variant) => stepOf(given(variant), 0, given(variant).h0, turnedRound).h,
    },
    {
      part: "db",
      rule: "last-step-only",
      made: (variant) => {
        const numbers = given(variant);
        const { z, n } = stepOf(numbers, 1, firstOf(numbers).h);
        return times(
          times(numbers.G, rest(z)),
          each(n, (v) => 1 - v * v),
        );
      },
    },
    {
      part: "z1",
      rule: "cell-bias-left-out",
      made: (variant) => {
        const numbers = given(variant);
        const { zSums } = firstOf(numbers);
        return each(
          plus(
            zSums,
            each(numbers.gates.z.b, (v) => -v),
          ),
          sigma,
        );
      },
    },
  ],
  follows: {
    wrong: "h1",
    later: "h2",
    made: (variant) => {
      const numbers = given(variant);
      const h1 = stepOf(numbers, 0, numbers.h0, turnedRound).h;
      return [
        h1,
        stepOf(
          numbers,
          1,
          each(h1, (v) => Number(v.toPrecision(5))),
        ).h,
      ];
    },
  },
});
