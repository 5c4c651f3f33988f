import type { FunctionTable } from "./function";
import { gradientOf } from "./gradient-of";

export const gradients: FunctionTable = {
  grad: {
    topic: "gradient",
    signature: "grad(L, W) or grad(y, W, dy)",
    summary:
      "The gradient of a number by a given or a value that it was worked out from, in the shape of that; of a list or a record, the gradient by each value in it. With dy, the gradient that arrives at y and has its shape, what of it goes on to W: so an answer can go on from the one before.",
    example: "map([3], w => grad(w ** 2, w))",
    value: "[6]",
    arity: [2, 3],
    lay: gradientOf,
  },
};
