import type { TaughtSection } from "@/lib/content/taught-section";
import type { SittingItem } from "./address";

/** What a practice set is about: a rule, or an exercise whose skills it practises, or both; or a skill of a course, or a
 *  course. */
export interface PracticeTopic {
  /** A misconception's name. */
  readonly rule?: string;
  /** The id of an exercise that went wrong. */
  readonly exercise?: string;
  /** A course's slug. */
  readonly course?: string;
  /** The id of a skill of it. */
  readonly skill?: string;
}

/** Exercises with one learner's own numbers: against one mistake, on one skill, or out of all that they have met. */
export interface PracticeSet {
  /** What it is about, in a few words. */
  readonly title: string;
  readonly course: { readonly slug: string; readonly title: string };
  /** What is right, as Markdown with TeX; null where the set is about no rule. */
  readonly instead: string | null;
  /** Where it is taught. */
  readonly section: TaughtSection | null;
  readonly items: readonly (SittingItem & { readonly title: string })[];
  readonly minutes: number;
}

/** The address of the practice set on a topic, the same for whoever opens it. */
export function practicePath({ rule, exercise, course, skill }: PracticeTopic): string {
  const query = new URLSearchParams({
    ...(rule && { rule }),
    ...(exercise && { exercise }),
    ...(course && { course }),
    ...(skill && { skill }),
  });
  return `/review/practice?${query}`;
}
