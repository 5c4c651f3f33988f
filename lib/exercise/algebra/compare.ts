import { agree, factorOf, type Sample } from "./agree";
import type { Probe } from "./balls";
import { compareLong } from "./compare-long";
import { evaluate, type Values } from "./evaluate";
import { type Formula, some } from "./formula";
import { pointsIn } from "./points";
import type { Variable } from "./variables";

/** How a response's values stand to the answer's. `undecided`: nowhere in the domain could both be trusted. */
export type Relation = "equal" | "opposite" | "multiple" | "different" | "undecided";

/** Points, and how far they reach from the middle of the domain. */
interface Stage {
  readonly count: number;
  readonly scale: number;
}

/** Most pairs are decided by the first few points; where a formula overflows or cancels, it may not nearer to the
 *  middle of its domain. */
const stages: readonly Stage[] = [1, 1 / 8, 1 / 64, 1 / 512].map((scale) => ({ count: 48, scale }));
const first: Stage = { count: 12, scale: 1 };

/** relu and its like differ in parts of the domain, which more points find. */
const kinked: Stage = { count: 256, scale: 1 };

/** A formula with its values, worked out once for all that it is compared with. */
export class Answer {
  private readonly known = new Map<Stage, Sample & { readonly points: Values }>();
  private readonly kinks: boolean;

  constructor(
    readonly formula: Formula,
    private readonly variables: readonly Variable[],
  ) {
    this.kinks = hasKinks(formula);
  }

  /** Whether it has real values that can be trusted somewhere in its domain. */
  get trusted(): boolean {
    return this.relationTo(this.formula) === "equal";
  }

  /** How a formula of the same shape stands to this one. A difference takes one point to prove, at which the two lie
   *  further apart than rounding could put them; equality takes several at which rounding hides nothing. */
  relationTo(response: Formula): Relation {
    const start = this.kinks || hasKinks(response) ? kinked : first;
    for (const stage of [start, ...stages]) {
      const own = this.sampleAt(stage);
      const other = sample(response, own.points, stage);
      const agreement = agree(own, other, { value: 1, err: 0 });
      if (agreement === "yes") return "equal";
      if (agreement === "no") return likeness(own, other);
      if (agreement === "zero") break;
    }
    return compareLong(this.formula, response, this.sampleAt(first).points);
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
  const probe: Probe = { count, blind: new Uint8Array(count) };
  return { values: evaluate(formula, points, probe), probe };
}

function hasKinks(formula: Formula): boolean {
  return some(formula, (part) => part.is === "called" && /^(relu'?|abs)$/.test(part.fn));
}

/** What two formulas that are not equal still have in common. */
function likeness(own: Sample, other: Sample): Relation {
  if (agree(own, other, { value: -1, err: 0 }) === "yes") return "opposite";
  const factor = factorOf(own, other);
  return factor && agree(own, other, factor) === "yes" ? "multiple" : "different";
}
