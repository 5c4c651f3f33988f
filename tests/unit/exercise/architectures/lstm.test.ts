import type { Variant } from "@/lib/exercise";
import { both, each, product, type Rows, sigma, times } from "../diagnosis/by-loops";
import { holds, rowsIn, slopes } from "./an-architecture";

const plus = (a: Rows, b: Rows) => both(a, b, (u, v) => u + v);

type Gate = Readonly<Record<"Wx" | "Wh" | "b", Rows>>;
type Letter = "i" | "f" | "g" | "o";

function given({ givens }: Variant) {
  const cell = givens.cell as unknown as Record<Letter, Record<keyof Gate, unknown>>;
  const gate = (letter: Letter): Gate => ({
    Wx: rowsIn(cell[letter].Wx),
    Wh: rowsIn(cell[letter].Wh),
    b: rowsIn(cell[letter].b),
  });
  return {
    gates: { i: gate("i"), f: gate("f"), g: gate("g"), o: gate("o") },
    x: rowsIn(givens.x),
    h0: rowsIn(givens.h0),
    c0: rowsIn(givens.c0),
    G: rowsIn(givens.G),
  };
}

type Numbers = ReturnType<typeof given>;

function stepOf({ gates, x, h0, c0, G }: Numbers) {
  const z = ({ Wx, Wh, b }: Gate) => plus(plus(product(Wx, x), product(Wh, h0)), b);
  const [i, f, o] = [gates.i, gates.f, gates.o].map((gate) => each(z(gate), sigma)) as unknown as [
    Rows,
    Rows,
    Rows,
  ];
  const g = each(z(gates.g), Math.tanh);
  const c = plus(times(f, c0), times(i, g));
  const h = times(o, each(c, Math.tanh));
  const L = times(G, h)
    .flat()
    .reduce((sum, v) => sum + v, 0);
  return { zf: z(gates.f), i, f, g, o, c, h, L };
}

holds("lstm.mdx", {
  within: 1e-7,
  keys: (variant) => {
    const numbers = given(variant);
    const { f, c, h } = stepOf(numbers);
    const dWf = slopes(numbers.gates.f.Wx, (Wx) => {
      const gates = { ...numbers.gates, f: { ...numbers.gates.f, Wx } };
      return stepOf({ ...numbers, gates }).L;
    });
    const dc0 = slopes(numbers.c0, (c0) => stepOf({ ...numbers, c0 }).L);
    return { f, c, h, dc0, dWf };
  },
  mistakes: [
    {
      part: "f",
      rule: "tanh-for-gate",
      made: (variant) => each(stepOf(given(variant)).zf, Math.tanh),
    },
    {
      part: "c",
      rule: "gates-swapped",
      made: (variant) => {
        const { i, f, g } = stepOf(given(variant));
        return plus(times(i, given(variant).c0), times(f, g));
      },
    },
    {
      part: "c",
      rule: "input-gate-left-out",
      made: (variant) => {
        const { f, g } = stepOf(given(variant));
        return plus(times(f, given(variant).c0), g);
      },
    },
    {
      part: "dc0",
      rule: "hidden-slope-left-out",
      made: (variant) => {
        const { f, o } = stepOf(given(variant));
        return times(times(given(variant).G, o), f);
      },
    },
  ],
  follows: {
    wrong: "c",
    later: "h",
    made: (variant) => {
      const { i, f, g, o } = stepOf(given(variant));
      const c = plus(times(i, given(variant).c0), times(f, g));
      const typed = each(c, (v) => Number(v.toPrecision(5)));
      return [c, times(o, each(typed, Math.tanh))];
    },
  },
});
