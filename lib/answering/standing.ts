import { type Result, sumOf } from "@/lib/exercise";

/** Points so far in one variant, by part: as first graded, and at best. */
export type Standing = Readonly<Record<string, PartStanding>>;

export interface PartStanding {
  readonly first: number;
  readonly best: number;
}

/** The standing after one more result. An unreadable result changes nothing. */
export function advance(standing: Standing, result: Result): Standing {
  if (result.status === "unreadable") return standing;
  const next: Record<string, PartStanding> = { ...standing };
  for (const { part, earned } of result.parts) {
    const before = next[part];
    next[part] = before
      ? { first: before.first, best: Math.max(before.best, earned) }
      : { first: earned, best: earned };
  }
  return next;
}

/** Points as a learner reads them. */
export interface Points {
  readonly earned: number;
  readonly possible: number;
}

/** The points a standing comes to, each part at its best. */
export const earnedOf = (standing: Standing): number =>
  sumOf(Object.values(standing).map(({ best }) => best));

/** The points that count for each part: those of its best attempt. */
export const countingOf = (standing: Standing): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(standing).map(([part, { best }]) => [part, best]));

/** What a standing comes to, as shares from 0 to 1 of the exercise's points. */
export function sharesOf(standing: Standing, possible: number): PartStanding {
  const share = (points: number) => (possible > 0 ? points / possible : 0);
  const first = sumOf(Object.values(standing).map((part) => part.first));
  return { first: share(first), best: share(earnedOf(standing)) };
}

export interface ScoredVariant {
  readonly number: number;
  readonly possible: number;
  /** Those of its results that count, oldest first. */
  readonly results: readonly Result[];
}

export interface ScoreShares {
  readonly best: number;
  readonly first: number;
  readonly firstNumber: number;
  readonly attempts: number;
}

/** A learner's score in an exercise from all their submissions: what the kept score must equal. Variants come in the
 *  order in which they were first graded; null when none was. */
export function scoreOf(variants: readonly ScoredVariant[]): ScoreShares | null {
  const graded = variants
    .map(({ number, possible, results }) => {
      const counted = results.filter(({ status }) => status === "graded");
      return {
        number,
        attempts: counted.length,
        ...sharesOf(counted.reduce(advance, {}), possible),
      };
    })
    .filter(({ attempts }) => attempts > 0);
  const [earliest] = graded;
  if (!earliest) return null;
  return {
    best: Math.max(...graded.map(({ best }) => best)),
    first: earliest.first,
    firstNumber: earliest.number,
    attempts: graded.reduce((sum, { attempts }) => sum + attempts, 0),
  };
}
