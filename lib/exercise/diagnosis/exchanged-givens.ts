import type { Node } from "@/lib/engine";
import { rules } from "@/lib/engine/told/rules";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Candidate } from "./candidate";

/** Two givens of one shape, each in the place of the other wherever the author's own formulas read them. */
export function exchangedGivens(laid: LaidExercise, way: readonly Node[]): Candidate[] {
  const read = new Set(way.filter((node) => laid.isOwnStep(node)).flatMap(({ inputs }) => inputs));
  const givens = [...read].filter((node) => laid.givensByName.includes(node));
  return givens.flatMap((a, i) =>
    givens.slice(i + 1).flatMap((b) => (isAlike(a, b) ? [exchanged(a, b)] : [])),
  );
}

function exchanged(a: Node, b: Node): Candidate {
  const rule = rules["letters-swapped"];
  const made = {
    by: a,
    says: (write: { inline(node: Node): string }) =>
      `swapped ${write.inline(a)} and ${write.inline(b)}`,
  };
  const changes = [
    { at: a, by: numbersOf(b) },
    { at: b, by: numbersOf(a) },
  ];
  return { rules: [rule], changes, prior: rule.prior, made };
}

/** The numbers alone: a node would be read as it is under the other change. */
const numbersOf = ({ rows, cols, data }: Node) => ({ rows, cols, data });

const isAlike = (a: Node, b: Node) => a.rows === b.rows && a.cols === b.cols;
