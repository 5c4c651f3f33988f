import { aside, type Node, type Op, type Shape } from "../graph";
import { columns, columnsBack } from "../ops/columns";
import { subtract } from "../ops/subtract";
import { transpose } from "../ops/transpose";
import { lone } from "./laid";
import { called, slip } from "./stand-ins";
import { type Told, within } from "./told";

const placesFit = ({ data }: Node, least: number, most: number) =>
  data.every((place) => place >= least && place <= most);

export const toldColumns: Told = {
  op: columns,
  tex: ({ inputs: [a, places] }, write) => ({
    tex: `${within(write.of(a!), 4)}_{:, ${write.of(places!).tex}}`,
    binds: 4,
  }),
  worked: () => undefined,
  tells: () => "Look up each token’s column.",
  slips: [
    slip("token-counted-from-0", ({ inputs: [a, places] }) => {
      // Who counts from 0 reads one column further.
      if (!placesFit(places!, 0, a!.cols - 1)) return undefined;
      return aside(columns, [a!, aside(subtract, [places!, lone(-1)])]);
    }),
    slip("embedding-row-read", ({ inputs: [a, places] }) => {
      if (!placesFit(places!, 1, a!.rows)) return undefined;
      return aside(columns, [aside(transpose, [a!]), places!]);
    }),
  ],
};

/** Like the gradient, each token's last alone. */
const lastOnly: Op<Shape> = {
  ...columnsBack,
  name: "lastOnly",
  value: (out, [g, places]) => {
    out.data.fill(0);
    for (let at = 0; at < g!.data.length; at++) {
      const place = places!.data[at % g!.cols]!;
      out.data[Math.floor(at / g!.cols) * out.cols + place - 1] = g!.data[at]!;
    }
  },
};

export const toldColumnsBack: Told<Shape> = {
  op: columnsBack,
  tex: ({ inputs }, write) => called("scatter", write, inputs),
  tells: () => "Add each gradient to its token’s column.",
  slips: [
    slip("repeated-token-once", ({ inputs, settings }) => {
      const places = inputs[1]!.data;
      return new Set(places).size < places.length && aside(lastOnly, inputs, settings);
    }),
  ],
};
