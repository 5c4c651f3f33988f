import { type Change, type Node, type Tensor, underChange } from "@/lib/engine";
import { divide } from "@/lib/engine/ops/divide";
import { type RuleName, rules } from "@/lib/engine/told/rules";
import { slopeOf } from "@/lib/engine/told/slope-of";
import type { Write } from "@/lib/engine/told/told";
import type { Formula, Variable } from "@/lib/exercise/algebra";
import type { Candidate, Site } from "@/lib/exercise/diagnosis/candidate";
import { mistakesAt, sitesAt } from "@/lib/exercise/diagnosis/candidates";
import { formsOf, lessonsOn } from "./forms-of";
import { FormulaGraph } from "./formula-graph";
import { misreadAt, misreadIn } from "./misread-letters";
import { putBeforeTerm, putIn } from "./put-in";

/** A mistake in a formula, and the node that is the formula's value where it was made. */
export interface FormulaMistake {
  readonly candidate: Candidate;
  readonly root: Node;
  /** Whether it is tried in pairs: what is put in makes up for too much that is left out. */
  readonly pairs?: true;
}

/** What a formula comes to at one point after the other. */
type Values = readonly (Tensor | undefined)[];

/** At so many points a mistaken formula agrees with what was typed; where both are real, they agree at all. */
const enough = 5;

/** Slips of working with numbers, which no formula has. */
const ofNumbers: ReadonlySet<RuleName> = new Set(["rounded-early", "degrees-for-radians"]);

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
    const nodes = nodesBelow(root);
    const sites = nodes.flatMap((node) => sitesIn(node, nodes));
    const alone = [
      ...nodes.flatMap((node) => [...misreadAt(node, leaves), ...putBeforeTerm(node)]),
      ...putIn(root, leaves),
    ];
    return [
      ...mistakesAt(sites).map((candidate) => ({ candidate, root, pairs: true as const })),
      ...alone.flatMap((site) => mistakesAt([site])).map((candidate) => ({ candidate, root })),
    ];
  }

  /** The key in other letters: a formula of its own, in the place of the key. */
  private misread(key: Formula, variables: readonly Variable[]): FormulaMistake[] {
    return misreadIn(key, variables).flatMap(({ formula, rule, used, meant }) => {
      const root = this.graph.lay(formula);
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
      const root = this.graph.lay(other);
      if (!root) return [];
      const made = { by: root, instead: () => rightForAnother };
      return [{ candidate: { rules: [rule], changes: [], prior: rule.prior, made }, root }];
    });
  }

  private pairs(): readonly FormulaMistake[] {
    this.knownPairs ??= this.madePairs();
    return this.knownPairs;
  }

  private madePairs(): FormulaMistake[] {
    const first = this.singles.filter(({ pairs }) => pairs).slice(0, mostPaired);
    return first.flatMap((one, i) => first.slice(i + 1).flatMap((other) => paired(one, other)));
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

/** The slips at a node. Where h (1 − h) is divided by, it is no slope, but a product like any other. */
function sitesIn(node: Node, nodes: readonly Node[]): Site[] {
  const sites = sitesAt(node).filter(({ rule }) => !ofNumbers.has(rule.name));
  const isDivisor = nodes.some(({ op, inputs }) => op === divide && inputs[1] === node);
  if (!isDivisor || !slopeOf(node)) return sites;
  return node.inputs.map((by, i) => ({
    rule: rules["factor-left-out"],
    node,
    made: { by, says: (write) => `left out the factor ${write.inline(node.inputs[1 - i]!)}` },
  }));
}

const rightForAnother =
  "Your formula is right for something else: look again at what’s asked for here.";

/** So many of the likeliest slips are tried in pairs. */
const mostPaired = 50;

function paired(one: FormulaMistake, other: FormulaMistake): FormulaMistake[] {
  const [a, b] = [one.candidate, other.candidate];
  const at = ({ changes }: Candidate) => new Set(changes.map((change: Change) => change.at));
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

function agree(a: Values, b: Values): boolean {
  const told = a.map((value, point) => agreeAt(value, b[point]));
  return !told.includes(false) && told.filter((one) => one).length >= enough;
}

/** Whether two values are one; undefined where one of them is none, or is not real. */
function agreeAt(a: Tensor | undefined, b: Tensor | undefined): boolean | undefined {
  if (!a || !b || !isReal(a) || !isReal(b)) return undefined;
  if (a.rows !== b.rows || a.cols !== b.cols) return false;
  const size = Math.max(...a.data.map(Math.abs), ...b.data.map(Math.abs));
  return a.data.every((v, i) => Math.abs(v - b.data[i]!) <= 1e-9 * size);
}

const isReal = ({ data }: Tensor) => data.every(Number.isFinite);

function nodesBelow(root: Node): Node[] {
  const found = new Set<Node>();
  const visit = (node: Node) => {
    if (found.has(node)) return;
    for (const input of node.inputs) visit(input);
    found.add(node);
  };
  visit(root);
  return [...found];
}
