import "server-only";
import type { PartResult, Result } from "@/lib/exercise";

export interface SubmissionRow {
  readonly asked: readonly string[];
  readonly responses: unknown;
  readonly result: unknown;
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

/** What stands in each part's field: submissions from the oldest on, each only in the parts that it asked for, then the
 *  drafts. */
export function lastTyped(
  submissions: readonly SubmissionRow[],
  drafts: readonly DraftRow[],
): LastTyped {
  const responses: Record<string, string> = {};
  const results: Record<string, PartResult> = {};
  const put = (part: string, response: string) => {
    if (responses[part] !== response) delete results[part];
    responses[part] = response;
  };
  for (const { asked, responses: all, result } of submissions) {
    const sent = all as Record<string, string>;
    for (const part of asked) put(part, sent[part] ?? "");
    for (const one of (result as Result).parts) results[one.part] = one;
  }
  const others: Record<string, string> = {};
  for (const { part, response, other } of drafts) {
    put(part, response);
    if (other !== null) others[part] = other;
  }
  return { responses, results, others };
}
