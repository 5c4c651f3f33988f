import type { Op } from "../graph";
import { constant } from "./constant";
import { entrywise } from "./entrywise";
import { multiply } from "./multiply";

/** The hyperbolic tangent of every entry. */
export const tanh: Op = entrywise("tanh", Math.tanh, ({ a, out, gradient, lay }) =>
  lay(multiply, [gradient, lay(tanhSlope, [out, a])]),
);

/** The slope of a tanh, 1 − h², from its output h. The z that h came from keeps the digits where h is nearly 1; where
 *  another h is put in its place, that h says all. */
export const tanhSlope: Op = {
  name: "tanhSlope",
  shape: ([h]) => h!,
  value: (out, [h, z]) => {
    for (let i = 0; i < out.data.length; i++) {
      const own = 1 - h!.data[i]! ** 2;
      const exact = z ? 1 / Math.cosh(z.data[i]!) ** 2 : own;
      out.data[i] = Math.abs(own - exact) <= 1e-12 ? exact : own;
    }
  },
  pullback: ({ inputs: [h] }, gradient, lay) => {
    const double = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(-2) });
    return [lay(multiply, [gradient, lay(multiply, [double, h!])]), undefined];
  },
};
