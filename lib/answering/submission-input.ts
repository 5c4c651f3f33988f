/** What a form sends: which numbers, and what was typed to which parts. */
export interface SubmissionInput {
  readonly versionId: string;
  /** The assigned exercise that the numbers are of; absent or null where they are practised. */
  readonly assignedId?: string | null;
  readonly number: number;
  /** numbersMark of the numbers the learner saw. */
  readonly mark: string;
  readonly idempotencyKey: string;
  /** The parts to grade; all that are filled in when empty. */
  readonly asked: readonly string[];
  readonly responses: Readonly<Record<string, string>>;
  /** By part, the texts that the page knows to have stood there: a draft that is none of them was typed in another
   *  window, and stays. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
}
