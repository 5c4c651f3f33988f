import { fsrs } from "ts-fsrs";

/** How a review went: 1 again, 2 hard, 3 good. FSRS knows a fourth, easy, which no answer shows. */
export type ReviewRating = 1 | 2 | 3;

/** What the schedule knows of a learner's memory of a skill. */
export interface Memory {
  /** From when on it is to be reviewed. */
  readonly due: Date;
  /** Days after which it is still remembered with a chance of nine in ten. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  /** How the last review went. */
  readonly rating: ReviewRating;
  /** Reviews so far. */
  readonly reps: number;
  readonly reviewedAt: Date;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Answers this close together are one review: a lesson has many exercises of one skill. */
const oneSitting = 12 * hour;

/** What is due tomorrow evening is due tomorrow morning already, for who learns each day a little earlier. */
const leeway = 8 * hour;

// The steps of minutes that FSRS has for new flashcards are left out: an exercise retried at once is in the lesson.
const schedule = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });

/** The rating of an answer by the share of the points at first grading: all of it without hints is good, half of it or
 *  more is hard, less is again. In FSRS hard means remembered: who had most of it wrong did not. */
export function ratingOf(share: number, hints: number): ReviewRating {
  if (share < 0.5) return 1;
  return share >= 1 - 1e-9 && hints === 0 ? 3 : 2;
}

/** The memory after a review, of a skill never reviewed before where it is null. Null where nothing changes: a
 *  sitting counts once, by the worst answer in it. */
export function reviewed(memory: Memory | null, rating: ReviewRating, now: Date): Memory | null {
  const elapsed = memory ? Math.max(0, now.getTime() - memory.reviewedAt.getTime()) : 0;
  if (memory && elapsed < oneSitting && rating >= memory.rating) return null;
  const { stability, difficulty } = schedule.next_state(memory, elapsed / day, rating);
  const days = schedule.next_interval(stability, elapsed / day);
  return {
    due: new Date(now.getTime() + days * day - leeway),
    stability,
    difficulty,
    rating,
    reps: (memory?.reps ?? 0) + 1,
    reviewedAt: now,
  };
}

/** The chance that a skill is remembered, from 0 to 1. Source: FSRS's forgetting curve. */
export function recallOf(memory: Pick<Memory, "stability" | "reviewedAt">, now: Date): number {
  const elapsed = Math.max(0, now.getTime() - memory.reviewedAt.getTime());
  return schedule.forgetting_curve(elapsed / day, memory.stability);
}

/** How many come due now, within a day from now, within two, and so on to seven. */
export function forecastOf(due: readonly Date[], now: Date): number[] {
  const counts = Array<number>(8).fill(0);
  for (const one of due) {
    const days = Math.max(0, Math.ceil((one.getTime() - now.getTime()) / day));
    if (days < counts.length) counts[days] = (counts[days] ?? 0) + 1;
  }
  return counts;
}

/** When something is due, in words that need no time zone: "now", "in 5 hours", "in 3 days", "in 2 months". */
export function dueInWords(due: Date, now: Date): string {
  const left = due.getTime() - now.getTime();
  if (left <= 0) return "now";
  if (left < 20 * hour) return `in ${counted(Math.ceil(left / hour), "hour")}`;
  const days = Math.round(left / day);
  if (days < 45) return days <= 1 ? "in a day" : `in ${days} days`;
  return `in ${counted(Math.round(days / 30.4), "month")}`;
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
