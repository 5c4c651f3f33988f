import { type Agreement, agree, factorOf, type Sample } from "./agree";
import { entriesOf, probeOf } from "./balls";
import { compareLong } from "./compare-long";
import { costOf } from "./cost";
import { evaluate, type Values } from "./evaluate";
import type { Formula } from "./formula";
import { hasKinks } from "./kinks";
import { pointsIn } from "./points";
import { areSame } from "./same";
import type { Variable } from "./variables";
import { isUsedUp, spendOnEntries, type Work, workToCompare } from "./work";

/** How a response's values stand to the answer's. `undecided`: too few points of the domain were left at which both
 *  are real and known to enough digits. */
export type Relation = "equal" | "opposite" | "multiple" | "different" | "undecided";

/** Points, and how far they reach from the middle of the domain. */
interface Stage {
  readonly count: number;
  readonly scale: number;
}

const first: Stage = { count: 12, scale: 1 };

/** relu and its like differ in parts of the domain, which more points find. */
const kinked: Stage = { count: 256, scale: 1 };

/** Most pairs are decided by the first few points; where a formula overflows or cancels, it may not nearer to the
 *  middle of its domain. */
const nearer: readonly Stage[] = [1, 1 / 8, 1 / 64].map((scale) => ({ count: 48, scale }));

/** For formulas that are real in a small part of the domain alone. */
const wide: Stage = { count: 2048, scale: 1 };

/** With so many points at which both are real, no more are looked for. */
const plenty = 12;

/** The entries that may be worked out at all points of a stage together: about a hundredth of a second. */
const affordable = 150_000;

/** A formula with its values, worked out once for all that it is compared with. */
export class Answer {
  private readonly known = new Map<Stage, Sample & { readonly points: Values }>();
  private readonly kinks: boolean;
  private readonly cost: number;

  constructor(
    readonly formula: Formula,
    private readonly variables: readonly Variable[],
  ) {
    this.kinks = hasKinks(formula);
    this.cost = costOf(formula, variables);
  }

  /** The entries that are made at each point without a response: this formula's, and those of all names. */
  private get atEachPoint(): number {
    const ofNames = this.variables.map(({ shape }) => entriesOf(shape));
    return ofNames.reduce((sum, entries) => sum + entries, this.cost);
  }

  /** Whether it has real values that can be trusted somewhere in its domain. */
  get trusted(): boolean {
    return this.byValues(this.formula, workToCompare()) === "equal";
  }

  /** How a formula of the same shape stands to this one. A difference takes one point to prove, at which both are real
   *  and lie further apart than rounding could put them; equality takes several at which a slip would have shown. It is
   *  undecided where the work is used up before. */
  relationTo(response: Formula, work = workToCompare()): Relation {
    if (areSame(this.formula, response, this.variables)) return "equal";
    return this.byValues(response, work);
  }

  private byValues(response: Formula, work: Work): Relation {
    const cost = costOf(response, this.variables);
    const stages = this.stagesFor(response, cost);
    let real: Real | undefined;
    let agreement: Agreement = "open";
    for (const stage of stages) {
      if (stage === wide && real && real.points.length >= plenty) break;
      // Also for what is known from before: the same pair always takes the same work.
      spendOnEntries(work, stage.count * (this.atEachPoint + cost));
      if (isUsedUp(work)) return "undecided";
      const own = this.sampleAt(stage);
      const other = sample(response, own.points, stage);
      agreement = agree(own, other, { value: 1, err: 0 });
      if (agreement === "yes") return "equal";
      if (agreement === "no") return likeness(own, other);
      real = realIn(own, other);
      if (agreement === "zero") break;
    }
    if (!real) return "undecided";
    const told = compareLong(this.formula, response, real, work);
    return told === "undecided" && agreement === "complex" ? "equal" : told;
  }

  private stagesFor(response: Formula, cost: number): readonly Stage[] {
    const start = this.kinks || hasKinks(response) ? kinked : first;
    const most = Math.max(this.cost, cost);
    const stages = [start, first, ...nearer, wide];
    return stages.filter(
      ({ count }, i) => count * most <= affordable && (i !== 1 || start !== first),
    );
  }

  private sampleAt(stage: Stage): Sample & { readonly points: Values } {
    const known = this.known.get(stage);
    if (known) return known;
    const points = pointsIn(this.variables, stage.count, stage.scale);
    const made = { ...sample(this.formula, points, stage), points };
    this.known.set(stage, made);
    return made;
  }
}

function sample(formula: Formula, points: Values, { count }: Stage): Sample {
  const probe = probeOf(count);
  return { values: evaluate(formula, points, probe), probe };
}

/** The points, of so many, at which neither formula leaves the real numbers. */
interface Real {
  readonly values: Values;
  readonly points: readonly number[];
}

function realIn(own: Sample & { readonly points: Values }, other: Sample): Real {
  const { count } = own.probe;
  const points = Array.from({ length: count }, (_, i) => i);
  return {
    values: own.points,
    points: points.filter((i) => !own.probe.unreal[i] && !other.probe.unreal[i]),
  };
}

/** What two formulas that are not equal still have in common. */
function likeness(own: Sample, other: Sample): Relation {
  if (agree(own, other, { value: -1, err: 0 }) === "yes") return "opposite";
  const factor = factorOf(own, other);
  return factor && agree(own, other, factor) === "yes" ? "multiple" : "different";
}
