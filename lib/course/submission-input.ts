/** What a form sends: which numbers, and what was typed to which parts. */
export interface SubmissionInput {
  readonly versionId: string;
  readonly number: number;
  /** numbersMark of the numbers the learner saw. */
  readonly mark: string;
  readonly idempotencyKey: string;
  /** The parts to grade; all of them when empty. */
  readonly asked: readonly string[];
  readonly responses: Readonly<Record<string, string>>;
}
