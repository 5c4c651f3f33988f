import type { Op } from "../graph";
import type { Tensor } from "../tensor";

/** Numbers that hang on no other: written, drawn or given. */
export const constant: Op<Tensor> = {
  name: "constant",
  shape: (_, { rows, cols }) => ({ rows, cols }),
  value: (out, _, { data }) => out.data.set(data),
};
