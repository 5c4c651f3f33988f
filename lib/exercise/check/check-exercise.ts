import type { Exercise } from "@/lib/exercise/exercise";
import type { Position } from "@/lib/exercise/issue";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { drawsAnything } from "@/lib/exercise/variant";
import { domainsAreKind } from "./domains";
import { drawsAreFair, drawsHaveKeys, everySeedDraws, sameNumbersAreFair } from "./draws";
import { type FeatureSpread, spreadFeatures, workIsEven } from "./features";
import type { Finding } from "./finding";
import { keysAreFinite, keysDiffer, keysEarnFullMarks } from "./keys";
import { type Hidden, type Mistake, MistakeTeller } from "./mistakes";
import { nothingIsNoise } from "./noise";
import { nothingIsOverlooked } from "./overlooked";
import { type Fallen, type Sample, type Sampling, takeSample } from "./sample";
import { solutionsRecompute } from "./solutions";
import { medianOf, type Spread, spreadOf } from "./spread";
import { foreseenAreFound, isolatedAreToldApart } from "./told-apart";

/** What an author is told of an exercise. */
export interface Report {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  /** Draws tried until each seed had a fair one, and why the others fell; 0 tried where nothing is drawn. */
  readonly draws: Pick<Sample, "tried" | "fair"> & {
    readonly fell: readonly Omit<Fallen, "error">[];
  };
  readonly variants: { readonly fixed: number; readonly drawn: number };
  /** The median of what drawing a variant took. */
  readonly milliseconds: number;
  readonly parts: readonly {
    readonly name: string;
    readonly kind: KindName;
    readonly spread?: Spread;
  }[];
  /** How what makes a variant easier or harder lies over those drawn; none where nothing is drawn. */
  readonly features: readonly FeatureSpread[];
  readonly mistakes: readonly Mistake[];
  /** Mistakes that make no difference in some of the fair draws, and in what share of them. */
  readonly hidden: readonly Hidden[];
  readonly findings: readonly Finding[];
}

/** What checks go by: variants, how their features lie, and what answering them by each mistake came to. */
interface Judged extends Sample {
  readonly features: readonly FeatureSpread[];
  readonly mistakes: readonly Mistake[];
}

/** Everything that is looked at; one more check is one more line. */
const checks: readonly ((judged: Judged) => readonly Finding[])[] = [
  everySeedDraws,
  drawsAreFair,
  drawsHaveKeys,
  sameNumbersAreFair,
  keysAreFinite,
  keysEarnFullMarks,
  keysDiffer,
  nothingIsNoise,
  solutionsRecompute,
  foreseenAreFound,
  isolatedAreToldApart,
  domainsAreKind,
  workIsEven,
  nothingIsOverlooked,
];

/** Draws an exercise from many seeds, answers it rightly and by every mistake, and tells what it found. */
export function checkExercise(exercise: Exercise, sampling: Sampling): Report {
  const teller = new MistakeTeller(exercise);
  const sample = takeSample(exercise, sampling, (variant) => teller.tell(variant));
  const { id, title, at, parts } = exercise;
  const { tried, fair, fixed, drawn } = sample;
  const { mistakes, hidden } = teller.told();
  const features = drawsAnything(exercise) ? spreadFeatures(exercise, drawn) : [];
  const findings = checks.flatMap((check) => check({ ...sample, features, mistakes }));
  return {
    id,
    title,
    at,
    draws: { tried, fair, fell: sample.fell.map(({ fault, count }) => ({ fault, count })) },
    variants: { fixed: fixed.length, drawn: drawn.length },
    milliseconds: medianOf(sample.took.toSorted((a, b) => a - b)),
    parts: parts.map((part) => {
      const spread = spreadOf(part, drawn);
      return { name: part.name, kind: part.kind, ...(spread ? { spread } : {}) };
    }),
    features,
    mistakes,
    hidden,
    findings: findings.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column),
  };
}
