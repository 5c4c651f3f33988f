import type { ReactNode } from "react";
import type { PublicPart } from "./public-result";
import type { Responses } from "./responses";
import type { SubmissionReply } from "./send";

/** What an exercise's form begins with. */
export interface ExerciseFormProps {
  /** The exercise's id in its lesson. */
  readonly slug: string;
  readonly versionId: string;
  /** Whose page it is. */
  readonly owner: string;
  readonly number: number;
  readonly mark: string;
  /** The idempotency key of the first submission. */
  readonly submission: string;
  /** Where a form sent without JavaScript comes back to. */
  readonly back: string;
  readonly responses: Responses;
  readonly results: Readonly<Record<string, PublicPart>>;
  /** By part, what another window typed there, to choose from. */
  readonly others: Responses;
  readonly standing: SubmissionReply["standing"];
  /** The names of its parts. */
  readonly parts: readonly string[];
  /** Whether the page around it tells of its results, and so comes anew with each. */
  readonly refreshes?: boolean;
  readonly children: ReactNode;
}
