import type { TriedVariant, Try } from "@/lib/answering/tried";
import { creditFor } from "./policy";
import { latenessFactor, type Terms } from "./terms";

/** What one assigned exercise comes to for a student. */
export interface Earned {
  /** From 0 to 1 of its points, after credit by attempt and lateness. */
  readonly share: number;
  /** Graded submissions that count. */
  readonly attempts: number;
  /** When the last of them came; null where there is none. */
  readonly answeredAt: Date | null;
  /** By number, from the first. */
  readonly variants: readonly EarnedVariant[];
}

export interface EarnedVariant {
  readonly number: number;
  readonly share: number;
  readonly parts: Readonly<Record<string, EarnedPart>>;
}

export interface EarnedPart {
  /** How often it was tried with these numbers. */
  readonly tries: number;
  /** Its best points before credit and lateness. */
  readonly best: number;
  /** The most that one try was worth. */
  readonly worth: number;
}

/** Everything that counts in one assigned exercise, added up by these terms: pure, and what the kept share must always
 *  equal. A try is worth its points, times the credit of the how manieth it is, times what lateness leaves of it; a part
 *  counts by its best try, and the exercise by its best variant. With the same numbers, tries are counted part by part;
 *  where each attempt has new numbers, a try's credit is that of its variant's number. `possibleOf` tells the points of
 *  an exercise version, before the item's. */
export function earnedOf(
  terms: Terms,
  tried: readonly TriedVariant[],
  possibleOf: (versionId: string) => number,
): Earned {
  const variants = tried
    .map((variant) => variantEarned(terms, variant, possibleOf(variant.versionId)))
    .toSorted((a, b) => a.number - b.number);
  const times = tried.flatMap(({ tries }) => tries.map(({ at }) => at));
  return {
    share: Math.max(0, ...variants.map(({ share }) => share)),
    attempts: times.length,
    answeredAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    variants,
  };
}

function variantEarned(terms: Terms, { number, tries }: TriedVariant, possible: number) {
  const parts: Record<string, EarnedPart> = {};
  for (const one of tries.toSorted((a, b) => a.at - b.at)) {
    for (const part of Object.keys(one.earned)) parts[part] = after(parts[part], part, one);
  }
  const worth = Object.values(parts).reduce((sum, part) => sum + part.worth, 0);
  return { number, share: possible > 0 ? Math.min(1, worth / possible) : 0, parts };

  function after(before: EarnedPart | undefined, part: string, { at, earned }: Try): EarnedPart {
    const tries = (before?.tries ?? 0) + 1;
    const points = earned[part] ?? 0;
    const attempt = terms.policy.numbers === "new" ? number : tries;
    const worth = points * creditFor(terms.policy, attempt) * latenessFactor(terms, new Date(at));
    return {
      tries,
      best: Math.max(before?.best ?? 0, points),
      worth: Math.max(before?.worth ?? 0, worth),
    };
  }
}
