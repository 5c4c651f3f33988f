import "server-only";
import type { PartResult } from "@/lib/exercise";

/** What was last sent to a part. */
export interface AnswerRow {
  readonly part: string;
  readonly response: string;
  /** What came of it; null where an answer beside it could not be read, and nothing was said of this one. */
  readonly result: PartResult | null;
}

export interface DraftRow {
  readonly part: string;
  readonly response: string;
  readonly other: string | null;
}

/** What a learner last typed to the parts of a variant. */
export interface LastTyped {
  /** By part: the draft, else what was last sent to be checked. */
  readonly responses: Readonly<Record<string, string>>;
  /** By part, what came of the last that was graded or could not be read, where it is still what stands there. */
  readonly results: Readonly<Record<string, PartResult>>;
  /** By part, what two windows left to choose from beside the response. */
  readonly others: Readonly<Record<string, string>>;
}

/** What stands in each part's field: the draft where there is one, else what was last sent. */
export function lastTyped(answers: readonly AnswerRow[], drafts: readonly DraftRow[]): LastTyped {
  const responses: Record<string, string> = {};
  const results: Record<string, PartResult> = {};
  const others: Record<string, string> = {};
  for (const { part, response, result } of answers) {
    responses[part] = response;
    if (result) results[part] = result;
  }
  for (const { part, response, other } of drafts) {
    if (responses[part] !== response) delete results[part];
    responses[part] = response;
    if (other !== null) others[part] = other;
  }
  return { responses, results, others };
}
