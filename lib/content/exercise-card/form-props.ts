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
  /** Absent where it is practised. */
  readonly graded?: GradedForm;
  /** How it can be begun anew now; null where it cannot. */
  readonly renewal: Renewal | null;
  /** Whether its worked solution is shown. */
  readonly opened: boolean;
  readonly children: ReactNode;
  /** Absent where there is none. */
  readonly nextHelp?: NextHelp | undefined;
  /** What help there is, below; null for none. */
  readonly help: ReactNode;
}

/** How an exercise is begun anew: with other numbers or, where it has none of its own, from the start. */
export type Renewal = "numbers" | "over";

/** The cheapest help there is by now: a hint, by what it costs (a share of what is still to be earned) and how many were
 *  taken before it, or else the worked solution. */
export type NextHelp =
  | { readonly is: "hint"; readonly taken: number; readonly cost: number }
  | { readonly is: "solution"; readonly afterwards: Renewal | null };

/** What an exercise's form knows where it is graded. */
export interface GradedForm {
  readonly assigned: string;
  /** Whether answers count now. */
  readonly takes: boolean;
  /** Whether a check tells what is right. */
  readonly tells: boolean;
  /** Whether new numbers may be taken now. */
  readonly renews: boolean;
  /** Whether each attempt has numbers of its own, so that which these are says something. */
  readonly numbered: boolean;
  /** Whether points are shown. */
  readonly scores: boolean;
  /** By part, how many attempts are left; null for as many as one likes. */
  readonly left: Readonly<Record<string, number | null>>;
}
