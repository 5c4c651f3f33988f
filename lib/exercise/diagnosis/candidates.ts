import { LRUCache } from "lru-cache";
import type { Node } from "@/lib/engine";
import { toldOf } from "@/lib/engine/told";
import type { Rule } from "@/lib/engine/told/rules";
import type { Part } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { type Candidate, type Site, siteOf } from "./candidate";
import { exchangedGivens } from "./exchanged-givens";
import { misread } from "./misread";
import { otherQuantities } from "./other-quantities";
import { updatedWeights } from "./updated-weights";

/** Who makes a mistake in one place of several makes it in all of them more often than not. */
const alone = 0.4;

/** The mistakes that can be made with one variant. */
export class Candidates {
  /** The slips at each node, by its id: many parts and grounds ask for them. */
  private readonly sites: Sites[] = [];
  private readonly known = new LRUCache<string, readonly Candidate[]>({ max: 64 });

  constructor(private readonly laid: LaidExercise) {}

  /** Every mistake that can be made on the way to a part, the likelier first, from the parts in `settled` on: what leads to
   *  those alone is as it was handed on. */
  to(part: Part, settled: readonly string[]): readonly Candidate[] {
    const from = `${part.name} ${settled}`;
    const known = this.known.get(from) ?? this.found(part, settled);
    this.known.set(from, known);
    return known;
  }

  private found(part: Part, settled: readonly string[]): Candidate[] {
    const { laid } = this;
    const way = wayTo(laid, part, settled);
    const sites = way.map((node) => this.sitesOf(node));
    const found = [
      ...mistakesAt([...sites.flatMap(({ own }) => own), ...sites.flatMap(({ read }) => read)]),
      ...exchangedGivens(laid, way),
      ...otherQuantities(laid, part),
      ...updatedWeights(laid, way),
    ];
    return found
      .map((candidate) => (isIsolated(laid, candidate) ? likelier(candidate) : candidate))
      .sort((a, b) => b.prior - a.prior);
  }

  private sitesOf(node: Node): Sites {
    const sites = this.sites[node.id] ?? { own: sitesAt(node), read: misread(this.laid, node) };
    this.sites[node.id] = sites;
    return sites;
  }
}

const isIsolated = (laid: LaidExercise, { rules }: Candidate) =>
  rules.some(({ name }) => laid.exercise.isolates.includes(name));

/** Whoever is given a small exercise in a mistake has made it before. */
const likelier = (candidate: Candidate): Candidate => ({
  ...candidate,
  prior: 10 * candidate.prior,
  isExpected: true,
});

/** The nodes that a part hangs on, in order: those behind the values of settled parts, and behind what was drawn or is on the
 *  page, left out. */
function wayTo(laid: LaidExercise, part: Part, settled: readonly string[]): Node[] {
  const { nodes } = laid.graph;
  const closed = new Set(settled.flatMap((name) => laid.nodesOfName(name)));
  const leads = new Uint8Array(nodes.length);
  const source = laid.sourceOf(part);
  if (source) leads[source.id] = 1;
  const way: Node[] = [];
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id]!;
    if (leads[id] !== 1 || closed.has(node) || laid.isReadOff(node)) continue;
    way.push(node);
    for (const input of node.inputs) leads[input.id] = 1;
  }
  return way.reverse();
}

interface Sites {
  /** Slips of the node's op. */
  readonly own: readonly Site[];
  /** Slips of reading what it is worked out from. */
  readonly read: readonly Site[];
}

/** The slips that can be made at a node itself. */
export function sitesAt(node: Node): Site[] {
  const slips = toldOf(node.op)?.slips ?? [];
  return slips.flatMap(({ rule, made }) => made(node).map((one) => siteOf(rule, node, one)));
}

/** What can be made of these slips: each by itself, and each rule's wherever it can be made. */
export const mistakesAt = (sites: readonly Site[]): Candidate[] =>
  [...byRule(sites).values()].flatMap(ofRule);

function byRule(sites: readonly Site[]): ReadonlyMap<Rule, Site[]> {
  const groups = new Map<Rule, Site[]>();
  for (const site of sites) {
    const group = groups.get(site.rule);
    if (group) group.push(site);
    else groups.set(site.rule, [site]);
  }
  return groups;
}

/** Each place of a rule by itself, and all places together. */
function ofRule(sites: readonly Site[]): Candidate[] {
  const first = new Map<Node, Site>();
  for (const site of sites) {
    if (!site.made.apart && !first.has(site.node)) first.set(site.node, site);
  }
  const isOne = first.size <= 1;
  const singles = sites.map(({ rule, made, changes }) => ({
    rules: [rule],
    changes,
    prior: rule.prior * (made.times ?? 1) * (isOne ? 1 : alone),
    made,
  }));
  const [rule] = sites.map((site) => site.rule);
  if (isOne || !rule) return singles;
  const changes = [...first.values()].flatMap((site) => site.changes);
  return [{ rules: [rule], changes, prior: rule.prior }, ...singles];
}
