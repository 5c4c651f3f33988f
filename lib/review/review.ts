import "server-only";
import { forecastOf } from "@/lib/answering/schedule";
import type { Reader } from "@/lib/catalogue/audience";
import type { SittingItem } from "./address";
import { type HeldOf, listCandidates, skillKey } from "./candidates";
import { listCards, type SkillCard } from "./cards";
import { minutesIn, planSitting } from "./plan";

/** What is due for a learner, what they should remember, and what to do about it. */
export interface Review {
  /** Every skill they have met, those remembered least first. */
  readonly cards: readonly SkillCard[];
  readonly due: readonly SkillCard[];
  /** The mean chance that a skill is remembered now; null when none was met yet. */
  readonly recall: number | null;
  /** How many skills come due now, within a day, within two, … */
  readonly forecast: readonly number[];
  /** What is due, or all that was met where nothing is; null when there is nothing to practise. */
  readonly sitting: { readonly items: readonly SittingItem[]; readonly minutes: number } | null;
}

/** A learner's review as it stands now. `heldOf` tells which exercises cannot be practised now. */
export async function getReview(
  reader: Reader,
  now: Date,
  heldOf: HeldOf = async () => new Set(),
): Promise<Review> {
  const { userId } = reader;
  const cards = await listCards(reader, now);
  const due = cards.filter((card) => card.due <= now);
  const dates = cards.map((card) => card.due);
  const recall = cards.reduce((sum, card) => sum + card.recall, 0) / cards.length;
  return {
    cards,
    due,
    recall: cards.length > 0 ? recall : null,
    forecast: forecastOf(dates, now),
    sitting: userId
      ? await planFor(userId, cards, { wanted: due.length > 0 ? due : cards, heldOf })
      : null,
  };
}

/** A sitting on these of a learner's skills, out of all that they have met. */
export async function planFor(
  userId: string,
  cards: readonly SkillCard[],
  { wanted, heldOf = async () => new Set() }: { wanted: readonly SkillCard[]; heldOf?: HeldOf },
): Promise<Review["sitting"]> {
  if (wanted.length === 0) return null;
  const candidates = await listCandidates(userId, cards, heldOf);
  const planned = planSitting(wanted.map(skillKey), new Set(cards.map(skillKey)), candidates);
  if (planned.length === 0) return null;
  const items = planned.map(({ exercise: { exerciseId, number } }) => ({ exerciseId, number }));
  return { items, minutes: Math.round(minutesIn(planned)) };
}
