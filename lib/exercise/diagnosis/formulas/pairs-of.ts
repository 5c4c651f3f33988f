import type { Node } from "@/lib/engine";
import type { Write } from "@/lib/engine/told/told";
import type { Candidate } from "@/lib/exercise/diagnosis/candidate";

/** A mistake in a formula, and the node that is the formula's value where it was made. */
export interface FormulaMistake {
  readonly candidate: Candidate;
  readonly root: Node;
  /** Whether it is tried in pairs: what is put in makes up for too much that is left out. */
  readonly pairs?: true;
}

/** So many of the likeliest slips are tried in pairs. */
const mostPaired = 50;

/** Two slips at once in one writing of a formula, the likelier single ones first. */
export function pairsOf(singles: readonly FormulaMistake[]): FormulaMistake[] {
  const first = singles.filter(({ pairs }) => pairs).slice(0, mostPaired);
  return first.flatMap((one, i) => first.slice(i + 1).flatMap((other) => paired(one, other)));
}

function paired(one: FormulaMistake, other: FormulaMistake): FormulaMistake[] {
  const [a, b] = [one.candidate, other.candidate];
  const at = ({ changes }: Candidate) => new Set(changes.map((change) => change.at));
  const overlap = [...at(a)].some((node) => at(b).has(node));
  if (one.root !== other.root || overlap) return [];
  const root = one.root;
  const says = (write: Write) =>
    [a, b].map(({ rules: [rule], made }) => made?.says?.(write) ?? rule!.says).join(", and ");
  const candidate = {
    rules: [...new Set([...a.rules, ...b.rules])],
    changes: [...a.changes, ...b.changes],
    prior: a.prior * b.prior,
    made: { by: root, says },
  };
  return [{ candidate, root }];
}
