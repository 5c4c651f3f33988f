import type { Variant } from "@/lib/exercise";
import { both, each, minus, product, type Rows, times, turned } from "../diagnosis/by-loops";
import { holds, rowsIn, slopes } from "./an-architecture";

const plus = (a: Rows, b: Rows) => both(a, b, (u, v) => u + v);
const column = (a: Rows, j: number) => a.map((row) => [row[j]!]);

interface Numbers {
  readonly xs: Rows;
  readonly Wx: Rows;
  readonly Wh: Rows;
  readonly b: Rows;
  readonly start: Rows;
  readonly y: Rows;
}

const given = ({ givens }: Variant): Numbers => ({
  xs: rowsIn(givens.xs),
  Wx: rowsIn(givens.Wx),
  Wh: rowsIn(givens.Wh),
  b: rowsIn(givens.b),
  start: rowsIn(givens.start),
  y: rowsIn(givens.y),
});

/** The states from a step on, the first of them being the one before it. */
function statesFrom({ xs, Wx, Wh, b }: Numbers, h: Rows, step = 0): Rows[] {
  if (step === 3) return [h];
  const z = plus(plus(product(Wx, column(xs, step)), product(Wh, h)), b);
  return [h, ...statesFrom({ xs, Wx, Wh, b } as Numbers, each(z, Math.tanh), step + 1)];
}

const lossOf = (numbers: Numbers, last: Rows) =>
  minus(last, numbers.y).reduce((sum, [v]) => sum + v! ** 2, 0) / 2;

/** How L moves with a state, the steps after it being worked out from it. */
const byState = (numbers: Numbers, states: readonly Rows[], t: number) =>
  slopes(states[t]!, (h) => lossOf(numbers, statesFrom(numbers, h, t).at(-1)!));

/** dz of a step: what arrives at its state, times the slope of the tanh. */
const throughTanh = (dh: Rows, h: Rows) =>
  times(
    dh,
    each(h, (v) => 1 - v * v),
  );

holds("through-time.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const states = statesFrom(numbers, numbers.start);
    const dWh = slopes(numbers.Wh, (Wh) => {
      const moved = { ...numbers, Wh };
      return lossOf(numbers, statesFrom(moved, numbers.start).at(-1)!);
    });
    return {
      h1: states[1]!,
      h3: states[3]!,
      dh2: byState(numbers, states, 2),
      dh1: byState(numbers, states, 1),
      dWh,
    };
  },
  mistakes: [
    {
      part: "dWh",
      rule: "last-step-only",
      made: (variant) => {
        const numbers = given(variant);
        const [, , h2, h3] = statesFrom(numbers, numbers.start);
        return product(throughTanh(minus(h3!, numbers.y), h3!), turned(h2!));
      },
    },
    {
      part: "dh2",
      rule: "hidden-slope-left-out",
      made: (variant) => {
        const numbers = given(variant);
        const [, , , h3] = statesFrom(numbers, numbers.start);
        return product(turned(numbers.Wh), minus(h3!, numbers.y));
      },
    },
    {
      part: "dh2",
      rule: "transpose-left-out",
      made: (variant) => {
        const numbers = given(variant);
        const [, , , h3] = statesFrom(numbers, numbers.start);
        return product(numbers.Wh, throughTanh(minus(h3!, numbers.y), h3!));
      },
    },
  ],
  follows: {
    wrong: "dh2",
    later: "dh1",
    made: (variant) => {
      const numbers = given(variant);
      const [, , h2, h3] = statesFrom(numbers, numbers.start);
      const dh2 = product(turned(numbers.Wh), minus(h3!, numbers.y));
      const typed = each(dh2, (v) => Number(v.toPrecision(5)));
      return [dh2, product(turned(numbers.Wh), throughTanh(typed, h2!))];
    },
  },
});
