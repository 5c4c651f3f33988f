import { discrimination, discriminationInterval } from "@/lib/cohort/statistics/discrimination";
import { facility, facilityInterval } from "@/lib/cohort/statistics/facility";
import type { Interval } from "@/lib/cohort/statistics/interval";
import { type Quartiles, quartiles } from "@/lib/cohort/statistics/quartiles";
import type { ItemScore } from "./item";
import type { WayToSuccess } from "./ways";

/** With fewer students than these, a figure says nothing: a facility has no interval then, a discrimination is not
 *  worked out. */
export const fewest = { facility: 5, discrimination: 10 } as const;

/** A share from 0 to 1, of how many students it is, and where it may lie. */
export interface Share {
  readonly value: number | undefined;
  readonly students: number;
  readonly interval: Interval | undefined;
}

/** A discrimination, or why there is none. */
export type Discrimination = { readonly students: number } & (
  | { readonly value: number; readonly interval: Interval | undefined }
  | { readonly none: "too few" | "all alike" }
);

/** What an exercise's figures say of a section. */
export interface ItemFigures {
  readonly facilityFirst: Share;
  readonly facilityBest: Share;
  /** At first tries, of the students who have begun other exercises too. */
  readonly discrimination: Discrimination;
  /** The share of the students who had full points at the first try, and of those who have every part right by now. */
  readonly rightAtFirst: Share;
  readonly rightByNow: Share;
  /** Of those who have it right. */
  readonly attempts: Quartiles | undefined;
  /** Of those who have it right and needed more than one attempt. */
  readonly seconds: (Quartiles & { readonly students: number }) | undefined;
}

/** The figures from the scores of the students who have begun, and the ways of those who have it right. */
export function figuresOf(
  scores: readonly ItemScore[],
  ways: readonly WayToSuccess[],
): ItemFigures {
  const again = ways.filter(({ attempts }) => attempts > 1).map(({ seconds }) => seconds);
  const took = quartiles(again);
  return {
    facilityFirst: shareOf(scores.map(({ first }) => first)),
    facilityBest: shareOf(scores.map(({ best }) => best)),
    discrimination: discriminationOf(scores),
    rightAtFirst: shareOf(scores.map(({ first }) => (isFull(first) ? 1 : 0))),
    rightByNow: shareOf(scores.map((_, i) => (i < ways.length ? 1 : 0))),
    attempts: quartiles(ways.map(({ attempts }) => attempts)),
    seconds: took && { ...took, students: again.length },
  };
}

/** Whether a share is all of the points, but for what float64 makes of their sum. */
export const isFull = (share: number): boolean => share >= 1 - 1e-9;

/** The mean of some students' shares, with its interval where they are enough. */
export function shareOf(shares: readonly number[]): Share {
  const students = shares.length;
  const interval = students >= fewest.facility ? facilityInterval(shares) : undefined;
  return { value: facility(shares), students, interval };
}

/** How well first tries go with those in the rest, of the students who have a rest. */
export function discriminationOf(
  scores: readonly Pick<ItemScore, "first" | "rest">[],
): Discrimination {
  const both = scores.flatMap(({ first, rest }) => (rest === null ? [] : [{ item: first, rest }]));
  const students = both.length;
  if (students < fewest.discrimination) return { students, none: "too few" };
  const value = discrimination(both);
  if (value === undefined) return { students, none: "all alike" };
  return { students, value, interval: discriminationInterval(value, students) };
}
