import type { Part } from "@/lib/exercise";
import type { Earned, EarnedPart } from "./earned";
import type { Terms } from "./terms";

/** How far a student is with the numbers before them. */
export interface NumbersProgress {
  /** By part, whether its attempts are used up or, where the verdict is not withheld until closing, all its points earned. */
  readonly done: Readonly<Record<string, boolean>>;
  /** By part, how many attempts are left with these numbers; null for as many as one likes. */
  readonly left: Readonly<Record<string, number | null>>;
  /** Whether every part is done. */
  readonly allDone: boolean;
  /** Whether new numbers may be taken: where the policy has them for each attempt, and this one is used. */
  readonly renewable: boolean;
}

/** How far somebody is with their variant of this number, by what they have earned so far. */
export function progressOf(
  { attempts, policy }: Terms,
  earned: Earned,
  number: number,
  parts: readonly Pick<Part, "name" | "points">[],
): NumbersProgress {
  const tried = earned.variants.find((variant) => variant.number === number)?.parts ?? {};
  const renews = policy.numbers === "new";
  const most = renews ? 1 : attempts;
  const isLast = !renews || (attempts !== null && number >= attempts);
  // Else whatever is shown of what is done would tell that it is right.
  const tells = ["at-once", "after-attempts"].includes(policy.shows.verdict);
  const leftOf = (part?: EarnedPart) =>
    most === null ? null : Math.max(0, most - (part?.tries ?? 0));
  const done = parts.map(({ name, points }) => {
    const usedUp = isLast && leftOf(tried[name]) === 0;
    return [name, usedUp || (tells && (tried[name]?.best ?? 0) >= points - 1e-9)] as const;
  });
  return {
    done: Object.fromEntries(done),
    left: Object.fromEntries(parts.map(({ name }) => [name, leftOf(tried[name])])),
    allDone: done.every(([, isDone]) => isDone),
    renewable: renews && Object.keys(tried).length > 0 && (attempts === null || number < attempts),
  };
}
