import type { Op } from "../graph";
import { constant } from "./constant";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";
import { subtract } from "./subtract";

/** 1 / (1 + e^−z), with no overflow at either end. */
export const sigmoid: Op = entrywise("sigmoid", sigmoidOf, ({ a, out, gradient, lay }) =>
  lay(multiply, [gradient, lay(sigmoidSlope, [out, a])]),
);

export function sigmoidOf(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** The slope of a sigmoid, h(1 − h), from its output h. The z that h came from keeps the digits of 1 − h where h is nearly
 *  1; where another h is put in its place, that h says all. */
export const sigmoidSlope: Op = {
  name: "sigmoidSlope",
  shape: ([h]) => h!,
  value: (out, [h, z]) => {
    for (let i = 0; i < out.data.length; i++) {
      const v = h!.data[i]!;
      const rest = z ? sigmoidOf(-z.data[i]!) : 1 - v;
      out.data[i] = v * (Math.abs(1 - v - rest) <= 1e-12 ? rest : 1 - v);
    }
  },
  pullback: ({ inputs: [h] }, gradient, lay) => {
    const one = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
    const twice = lay(multiply, [
      lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(2) }),
      h!,
    ]);
    return [lay(multiply, [gradient, lay(subtract, [one, twice])]), undefined];
  },
};
