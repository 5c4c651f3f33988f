import type { Node } from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import { lossBack, losses } from "@/lib/engine/ops/loss";
import type { Formula, Operator } from "@/lib/exercise/algebra";
import type { FormulaGraph } from "./formula-graph";

type Binary = Extract<Formula, { is: "binary" }>;

/** A formula as it can be written that slips are made on: as it is, and with its products grouped from the right. */
export const formsOf = (formula: Formula): readonly Formula[] => [formula, groupedRight(formula)];

/** What lessons have ops for, laid down on the letters p and y: binary cross-entropy, and its derivative. */
export function lessonsOn(on: FormulaGraph): readonly Node[] {
  const [p, y] = [on.leaf("p"), on.leaf("y")];
  if (!p || !y || p.data.length > 1 || y.data.length > 1) return [];
  const { lay } = on.graph;
  const share = lay(constant, [], { rows: 1, cols: 1, data: Float64Array.of(1) });
  const loss = lay(losses, [y, p], "binary-cross-entropy");
  return [loss as Node, lay(lossBack, [share, y, p], "binary-cross-entropy") as Node];
}

function groupedRight(formula: Formula): Formula {
  if ("of" in formula) return { ...formula, of: groupedRight(formula.of) };
  if (formula.is !== "binary") return formula;
  const { op } = formula;
  if (op === "/") return quotientGrouped(formula);
  if (op !== "*" && op !== "⊙") {
    return { ...formula, left: groupedRight(formula.left), right: groupedRight(formula.right) };
  }
  return joined(factorsOf(formula, op).map(groupedRight), op);
}

/** a b / c as a (b / c). */
function quotientGrouped({ left, right }: Binary): Formula {
  const factors = factorsOf(left, "*").map(groupedRight);
  const last = factors.pop()!;
  const quotient: Formula = { is: "binary", op: "/", left: last, right: groupedRight(right) };
  return joined([...factors, quotient], "*");
}

const joined = (factors: readonly Formula[], op: Operator): Formula =>
  factors.reduceRight((right, left) => ({ is: "binary", op, left, right }));

function factorsOf(formula: Formula, op: Operator): readonly Formula[] {
  if (formula.is !== "binary" || formula.op !== op) return [formula];
  return [...factorsOf(formula.left, op), ...factorsOf(formula.right, op)];
}
