import { unlessCancelled } from "../cancelled";
import type { Op, Shape } from "../graph";
import { expectShape } from "../shape-error";
import { type Pooling, placesIn, windowsIn } from "./windows";

/** The mean of every window. What is left over at the lower and right edge is left out. */
export const meanPool: Op<Pooling> = {
  name: "meanPool",
  shape: ([x], pooling) => windowsIn(x!, pooling),
  value: (out, [x], pooling) => {
    for (let o = 0; o < out.data.length; o++) {
      let [total, size] = [0, 0];
      for (const at of placesIn(x!, pooling, o)) {
        total += x!.data[at]!;
        size += Math.abs(x!.data[at]!);
      }
      out.data[o] = unlessCancelled(total, size) / (pooling.rows * pooling.cols);
    }
  },
  pullback: ({ inputs: [x], settings }, gradient, lay) => [
    lay(meanPoolBack, [gradient], { ...settings, whole: x! }),
  ],
};

/** The gradient by what was pooled: every entry of a window gets an equal share of the window's. */
export const meanPoolBack: Op<Pooling & { readonly whole: Shape }> = {
  name: "meanPoolBack",
  shape: ([g], { whole, ...pooling }) => {
    const { rows, cols } = windowsIn(whole, pooling);
    expectShape("the gradient", g!, rows, cols);
    return { rows: whole.rows, cols: whole.cols };
  },
  value: (out, [g], { whole, ...pooling }) => {
    out.data.fill(0);
    for (let o = 0; o < g!.data.length; o++) {
      const share = g!.data[o]! / (pooling.rows * pooling.cols);
      for (const at of placesIn(whole, pooling, o)) out.data[at]! += share;
    }
  },
  pullback: ({ settings: { whole: _, ...pooling } }, gradient, lay) => [
    lay(meanPool, [gradient], pooling),
  ],
};
