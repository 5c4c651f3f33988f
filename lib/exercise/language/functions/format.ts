import { fixed, significant } from "@/lib/exercise/language/digits";
import { texOf } from "@/lib/exercise/language/tex";
import type { Value } from "@/lib/exercise/value";
import { integerAt, numberAt } from "./arguments";
import type { FunctionTable } from "./function";

export const format: FunctionTable = {
  fixed: {
    topic: "format",
    signature: "fixed(x, decimals)",
    summary: "A number as text with so many decimals.",
    example: "fixed(0.5, 2)",
    value: '"0.50"',
    arity: [2, 2],
    call: (args) => fixed(numberAt(args, 0, "x"), integerAt(args, 1, "decimals", 0, 12)),
  },
  significant: {
    topic: "format",
    signature: "significant(x, digits)",
    summary: "A number as text with so many significant figures.",
    example: "significant(0.012345, 3)",
    value: '"0.0123"',
    arity: [2, 2],
    call: (args) => significant(numberAt(args, 0, "x"), integerAt(args, 1, "digits", 1, 15)),
  },
  tex: {
    topic: "format",
    signature: "tex(a, digits)",
    summary:
      "A value as TeX, numbers with at most so many significant figures (4); what \\val{…} does.",
    example: "tex(vector([0.5, -1]))",
    value: '"\\\\begin{bmatrix} 0.5 \\\\\\\\ -1.0 \\\\end{bmatrix}"',
    arity: [1, 2],
    call: (args) =>
      args.length > 1
        ? texOf(args[0] as Value, integerAt(args, 1, "digits", 1, 15), true)
        : texOf(args[0] as Value),
  },
};
