import { LRUCache } from "lru-cache";
import type { Node, Tensor } from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Grading } from "@/lib/exercise/grading";
import { type LaidExercise, laidFor } from "@/lib/exercise/laid-exercise";
import { type Meter, newMeter, spend } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { Refusal } from "@/lib/exercise/language/refusal";
import { toJson } from "@/lib/exercise/value";
import type { Candidate } from "./candidate";
import { Candidates } from "./candidates";
import { type Ground, standingOn } from "./key-under";
import { leadingTo } from "./leading-to";
import { Prediction } from "./prediction";
import { sameNumbers } from "./same-numbers";
import { Trials } from "./trials";

/** The mistakes that can be made with a variant, and what those come to that its numbers were judged by: by what is gone on
 *  from, as text. */
interface Mistakes {
  readonly candidates: Candidates;
  readonly trials: Map<string, Trials>;
}

/** Of the variant last asked about alone: a mistake is often told with numbers that have just been judged, and what is held for
 *  longer costs more than it saves. */
let latest: { readonly laid: LaidExercise; readonly mistakes: Mistakes } | undefined;

function mistakesIn(laid: LaidExercise): Mistakes {
  if (latest?.laid === laid) return latest.mistakes;
  const mistakes = { candidates: new Candidates(laid), trials: new Map() };
  latest = { laid, mistakes };
  return mistakes;
}

/** The answers that mistakes come to on one variant. They hang on the variant, and on those of the student's own answers that
 *  a part is worked out from: for the same of these, they are worked out once. */
export class Predictions {
  readonly laid: LaidExercise;
  private readonly kept = new LRUCache<string, PartPredictions>({ max: 64 });
  private readonly mistakes: Mistakes;

  /** `scope` has the givens and the true value of every part. The work is counted on `judging`, which throws Refusal when it is
   *  used up; without it, each part has a budget of its own, or all have the one given as `shared`, and what is beyond that is
   *  not looked for. */
  constructor(
    private readonly exercise: Exercise,
    scope: Scope,
    private readonly judging?: Meter,
    private readonly shared?: Meter,
  ) {
    this.laid = laidFor(exercise, scope);
    this.mistakes = mistakesIn(this.laid);
  }

  /** What mistakes come to for a part: the same for grounds that differ in nothing that leads to it. */
  on(part: Part, ground: Ground): PartPredictions {
    const leading = this.leadingTo(part, ground);
    const origin = originOf(leading);
    const known = this.kept.get(`${part.name} ${origin}`);
    if (known) return known;
    const trials = this.trialsOn(leading, origin, part);
    const candidates = this.mistakes.candidates.to(part, [...leading.settled.keys()]);
    const own = this.shared ?? newMeter();
    const made = new PartPredictions(origin, part, candidates, trials, own, this.judging);
    this.kept.set(`${part.name} ${origin}`, made);
    return made;
  }

  /** Whoever judges numbers asks for all parts at once, which share what is worked out, and leave it to who diagnoses next. */
  private trialsOn(ground: Ground, origin: string, part: Part): Trials {
    const { laid, judging, exercise } = this;
    const { trials } = this.mistakes;
    const known = trials.get(origin);
    if (known) return known;
    const made = new Trials(laid, standingOn(laid, ground), judging ? exercise.parts : [part]);
    if (judging) trials.set(origin, made);
    return made;
  }

  private leadingTo(part: Part, { settled }: Ground): Ground {
    const names = leadingTo(this.exercise, part);
    return { settled: new Map([...settled].filter(([name]) => names.has(name))) };
  }
}

const originOf = ({ settled }: Ground): string =>
  JSON.stringify([...settled].map(([name, value]) => [name, toJson(value)]));

/** What mistakes come to for one part on one ground. */
export class PartPredictions {
  private readonly right: Tensor | undefined;
  /** What the first of the candidates come to, as many as were asked for. */
  private readonly made: Prediction[] = [];
  private tried = 0;
  private two: Prediction[] | undefined;

  constructor(
    /** What is gone on from, as text. */
    readonly origin: string,
    private readonly part: Part,
    private readonly candidates: readonly Candidate[],
    private readonly trials: Trials,
    /** What is counted on where nobody judges by it. */
    private readonly own: Meter,
    private readonly judging?: Meter,
  ) {
    this.right = trials.numbersOf(part, []);
  }

  /** What single slips come to that make a difference, the likelier first. */
  get singles(): readonly Prediction[] {
    return this.likelierThan(0);
  }

  /** Those of the slips that are at least so likely. */
  likelierThan(prior: number): readonly Prediction[] {
    this.withinBudget(() => {
      for (; this.tried < this.candidates.length; this.tried++) {
        const candidate = this.candidates[this.tried]!;
        if (candidate.prior < prior) break;
        this.made.push(...this.predicted(candidate));
      }
    });
    return this.made.filter(({ candidate }) => candidate.prior >= prior);
  }

  /** Two slips at once, of the likeliest single ones. */
  get pairs(): readonly Prediction[] {
    if (this.two) return this.two;
    const two: Prediction[] = [];
    const paired = this.singles.filter(({ candidate }) => !readsOn(candidate));
    this.withinBudget(() => {
      for (const pair of this.pairsOf(paired.slice(0, mostPaired))) two.push(pair);
    });
    this.two = two;
    return two;
  }

  /** Does as much as the budget allows: who diagnoses goes on with what there is, who judges numbers refuses them. */
  private withinBudget(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (this.judging || !(error instanceof Refusal)) throw error;
    }
  }

  private *pairsOf(singles: readonly Prediction[]): Iterable<Prediction> {
    for (const [i, { candidate: one }] of singles.entries()) {
      for (const { candidate: other } of singles.slice(i + 1)) {
        if (one.rules[0] === other.rules[0] || overlap(one, other)) continue;
        yield* this.predicted({
          rules: [...one.rules, ...other.rules],
          changes: [...one.changes, ...other.changes],
          prior: one.prior * other.prior,
        });
      }
    }
  }

  private predicted(candidate: Candidate): Prediction[] {
    const { trials, right, part } = this;
    const { changes } = candidate;
    spend(this.judging ?? this.own, trials.workOf(changes));
    const made = trials.numbersOf(part, changes);
    if (!made) return [];
    const isOfItsShape = right === undefined || made.rows === right.rows;
    // What follows rightly from an earlier answer is no mistake of its own.
    if (right && isOfItsShape && sameNumbers(right.data, made.data)) return [];
    return [new Prediction(candidate, made, isOfItsShape, this.keyOf)];
  }

  private readonly keyOf = ({ changes }: Candidate) => this.trials.keyOf(this.part, changes);
}

/** So many of the likeliest slips are tried in pairs. */
const mostPaired = 30;

/** Whether something later stands in a node's place: under another change it would be read before it is worked out. */
const readsOn = ({ changes }: Candidate) =>
  changes.some(({ at, by }) => "op" in by && latestOf(by) > at.id);

const latestOf = ({ id, inputs }: Node): number =>
  id >= 0 ? id : Math.max(-1, ...inputs.map(latestOf));

/** Two changes of one node are not two mistakes. */
const overlap = (a: Candidate, b: Candidate) =>
  a.changes.some(({ at }) => b.changes.some((other) => other.at === at));

const predictions = new LRUCache<Grading, Predictions>({ max: 200 });

/** The predictions for what is graded, kept as long as it is graded by the same Grading. */
export function predictionsFor(exercise: Exercise, grading: Grading): Predictions {
  const made = predictions.get(grading) ?? new Predictions(exercise, grading.scope());
  predictions.set(grading, made);
  return made;
}

/** Lets go of the predictions for what will not be graded any more. */
export const forgetPredictions = (grading: Grading): boolean => predictions.delete(grading);
