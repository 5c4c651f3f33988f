import type { Laid } from "@/lib/exercise/language/laid";
import type { FunctionTable } from "./function";
import { gradientOf } from "./gradient-of";

export const gradients: FunctionTable = {
  grad: {
    topic: "gradient",
    signature: "grad(L, W)",
    summary:
      "The gradient of a number by a given or a value that it was worked out from, in the shape of that. Of a list or a record, the gradient by each value in it.",
    example: "map([3], w => grad(w ** 2, w))",
    value: "[6]",
    arity: [2, 2],
    lay: (args, tools): Laid => gradientOf(args[0]!, args[1]!, tools),
  },
};
