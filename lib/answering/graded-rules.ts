import type { TriedVariant } from "./tried";

/** What graded work allows, and what it makes of answers: told by the room that gave it out. */
export interface GradedRules {
  readonly assignedId: string;
  /** Tries at a part with the same numbers; null for as many as one likes. */
  readonly tries: number | null;
  /** Whether a student is told what is right with each answer. Where they are not, no review card moves, which would tell. */
  readonly tells: boolean;
  /** Nothing counts that comes later. */
  readonly endsAt: Date;
  /** Where what was typed is handed in: when it counts as received. */
  readonly receivedAt?: Date;
  /** What everything that counts comes to. */
  readonly earn: (tried: readonly TriedVariant[]) => Promise<GradedEarned>;
}

/** What one assigned exercise comes to. */
export interface GradedEarned {
  /** From 0 to 1 of its points, after credit by attempt and lateness. */
  readonly share: number;
  /** Graded submissions that count. */
  readonly attempts: number;
}
