import { type Node, type Tensor, underChange } from "@/lib/engine";
import { rules } from "@/lib/engine/told/rules";
import type { Write } from "@/lib/engine/told/told";
import type { Formula, Variable } from "@/lib/exercise/algebra";
import { mistakesAt } from "@/lib/exercise/diagnosis/candidates";
import { agree, agreeAt, type Values } from "./agree";
import { formsOf, lessonsOn } from "./forms-of";
import { FormulaGraph } from "./formula-graph";
import { misreadIn } from "./misread-letters";
import { type FormulaMistake, pairsOf } from "./pairs-of";
import { sitesOf } from "./sites-of";

/** Every mistake that can be made in one formula, held against what was typed at many points of its names' domain. */
export class FormulaMistakes {
  private readonly graph: FormulaGraph;
  private readonly key: Values;
  private readonly singles: readonly FormulaMistake[];
  private knownPairs: readonly FormulaMistake[] | undefined;
  /** What each comes to, worked out when it is first asked for: at all points, once it agrees at the first. */
  private readonly known = new Map<FormulaMistake, Values>();

  /** `others` are the answers of other parts: who gives one of them gave another quantity. */
  constructor(key: Formula, variables: readonly Variable[], others: readonly Formula[]) {
    this.graph = new FormulaGraph(variables);
    this.key = this.graph.valuesOf(key);
    const forms = [
      ...formsOf(key).flatMap((form) => this.graph.lay(form) ?? []),
      ...lessonsOn(this.graph).filter((root) => this.isKey(root)),
    ];
    this.singles = [
      ...forms.flatMap((root) => this.mistakesIn(root)),
      ...this.misread(key, variables),
      ...this.otherAnswers(others),
    ].sort((a, b) => b.candidate.prior - a.candidate.prior);
  }

  /** The mistakes that come to this very formula: single ones, or where there are none, two at once. */
  matching(typed: Formula): FormulaMistake[] {
    const values = this.graph.valuesOf(typed);
    if (agree(values, this.key)) return [];
    const found = this.singles.filter((one) => this.comesTo(one, values));
    return found.length > 0 ? found : this.pairs().filter((one) => this.comesTo(one, values));
  }

  private isKey(root: Node): boolean {
    return agree(
      this.graph.atEach(() => root),
      this.key,
    );
  }

  private mistakesIn(root: Node): FormulaMistake[] {
    const leaves = this.graph.leaves;
    const { sites, alone } = sitesOf(root, leaves);
    return [
      ...mistakesAt(sites).map((candidate) => ({ candidate, root, pairs: true as const })),
      ...alone.flatMap((site) => mistakesAt([site])).map((candidate) => ({ candidate, root })),
    ];
  }

  /** The key in other letters: a formula of its own, in the place of the key. */
  private misread(key: Formula, variables: readonly Variable[]): FormulaMistake[] {
    return misreadIn(key, variables).flatMap(({ formula, rule, used, meant }) => {
      const root = this.graph.layAside(formula);
      if (!root) return [];
      const [a, b] = [used[0], meant[0]].map((name) => this.graph.leaf(name ?? ""));
      const says = (write: Write) =>
        used.length > 1
          ? `swapped ${write.inline(b!)} and ${write.inline(a!)}`
          : `used ${write.inline(a!)} instead of ${write.inline(b!)}`;
      const made = { by: root, says };
      return [{ candidate: { rules: [rule], changes: [], prior: rule.prior, made }, root }];
    });
  }

  private otherAnswers(others: readonly Formula[]): FormulaMistake[] {
    const rule = rules["another-quantity"];
    return others.flatMap((other) => {
      const root = this.graph.layAside(other);
      if (!root) return [];
      const made = { by: root, instead: () => rightForAnother };
      return [{ candidate: { rules: [rule], changes: [], prior: rule.prior, made }, root }];
    });
  }

  private pairs(): readonly FormulaMistake[] {
    this.knownPairs ??= pairsOf(this.singles);
    return this.knownPairs;
  }

  private comesTo(one: FormulaMistake, values: Values): boolean {
    const known = this.known.get(one) ?? [this.graph.atFirst(() => this.valueOf(one))];
    this.known.set(one, known);
    if (agreeAt(known[0], values[0]) === false) return false;
    const own = known.length > 1 ? known : this.graph.atEach(() => this.valueOf(one));
    this.known.set(one, own);
    return agree(values, own);
  }

  private valueOf({ candidate, root }: FormulaMistake): Tensor | undefined {
    return underChange(this.graph.graph, candidate.changes)(root);
  }
}

const rightForAnother =
  "Your formula is right for something else: look again at what’s asked for here.";
