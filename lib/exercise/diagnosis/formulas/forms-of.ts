import {
  type Formula,
  Names,
  type Operator,
  readFormula,
  type Variable,
} from "@/lib/exercise/algebra";

type Binary = Extract<Formula, { is: "binary" }>;

/** Other ways to write a formula that slips are made on: its products grouped from the right, and what a lesson says that
 *  it is. They need not be equal to it: whoever uses them looks. */
export function formsOf(formula: Formula, variables: readonly Variable[]): readonly Formula[] {
  const names = new Names(variables);
  const known = lessons.flatMap((text) => {
    const read = readFormula(text, names);
    return read.status === "read" ? [read.formula] : [];
  });
  return [formula, groupedRight(formula), ...known];
}

/** The derivative of binary cross-entropy as the loss's two terms give it. */
const lessons = ["-y/p + (1-y)/(1-p)"];

function groupedRight(formula: Formula): Formula {
  if ("of" in formula) return { ...formula, of: groupedRight(formula.of) };
  if (formula.is !== "binary") return formula;
  const { op } = formula;
  if (op === "/") return quotientGrouped(formula);
  if (op !== "*" && op !== "⊙") {
    return { ...formula, left: groupedRight(formula.left), right: groupedRight(formula.right) };
  }
  const factors = factorsOf(formula, op).map(groupedRight);
  return factors.reduceRight((right, left) => ({ is: "binary", op, left, right }));
}

/** a b / c as a (b / c). */
function quotientGrouped({ left, right }: Binary): Formula {
  const factors = factorsOf(left, "*").map(groupedRight);
  const last: Formula = {
    is: "binary",
    op: "/",
    left: factors.pop()!,
    right: groupedRight(right),
  };
  return [...factors, last].reduceRight((after, before) => ({
    is: "binary",
    op: "*",
    left: before,
    right: after,
  }));
}

function factorsOf(formula: Formula, op: Operator): readonly Formula[] {
  if (formula.is !== "binary" || formula.op !== op) return [formula];
  const { left, right }: Binary = formula;
  return [...factorsOf(left, op), ...factorsOf(right, op)];
}
