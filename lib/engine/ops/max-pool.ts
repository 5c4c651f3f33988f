import type { Op } from "../graph";
import { expectShape } from "../shape-error";
import type { Tensor } from "../tensor";
import { placeOfLargest, type Taking } from "./place-of-largest";
import { type Pooling, placesIn, windowsIn } from "./windows";

/** Windows, and which of several entries alike is the largest of one. */
type TakingPooling = Pooling & Taking;

/** The largest entry of every window. What is left over at the lower and right edge is left out. */
export const maxPool: Op<Pooling> = {
  name: "maxPool",
  shape: ([x], pooling) => windowsIn(x!, pooling),
  value: (out, [x], pooling) => pooledAt.value(out, [x!, x!], pooling),
  pullback: ({ inputs: [x], settings }, gradient, lay) => [
    lay(maxPoolBack, [gradient, x!], settings),
  ],
};

/** The gradient by what was pooled: each window's goes to its largest entry alone, of several alike to the first. */
export const maxPoolBack: Op<TakingPooling> = {
  name: "maxPoolBack",
  shape: ([g, x], pooling) => {
    const { rows, cols } = windowsIn(x!, pooling);
    expectShape("the gradient", g!, rows, cols);
    return x!;
  },
  value: (out, [g, x], pooling) => {
    out.data.fill(0);
    for (let o = 0; o < g!.data.length; o++) {
      out.data[placeIn(x!, pooling, o)]! += g!.data[o]!;
    }
  },
  pullback: ({ inputs: [, x], settings }, gradient, lay) => [
    lay(pooledAt, [gradient, x!], settings),
    undefined,
  ],
  takingLast,
};

/** The entry of `v` that stands where the window's largest entry of x is. */
export const pooledAt: Op<TakingPooling> = {
  name: "pooledAt",
  shape: ([v, x], pooling) => {
    expectShape("what is picked from", v!, x!.rows, x!.cols);
    return windowsIn(x!, pooling);
  },
  value: (out, [v, x], pooling) => {
    for (let o = 0; o < out.data.length; o++) {
      out.data[o] = v!.data[placeIn(x!, pooling, o)]!;
    }
  },
  pullback: ({ inputs: [, x], settings }, gradient, lay) => [
    lay(maxPoolBack, [gradient, x!], settings),
    undefined,
  ],
  takingLast,
};

function takingLast(pooling: TakingPooling): TakingPooling {
  return { ...pooling, takes: "last" };
}

const placeIn = (x: Tensor, pooling: TakingPooling, o: number) =>
  placeOfLargest(x.data, placesIn(x, pooling, o), pooling);
