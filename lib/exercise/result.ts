import type { RuleName } from "./diagnosis/foreseen";
import type { Mark } from "./kinds/kind";

export type Verdict = "right" | "partly" | "wrong";

/** A part whose answer could not be read, or not be told right from wrong. */
export interface UnreadablePart {
  readonly part: string;
  readonly status: "unreadable";
  readonly message: string;
}

export interface GradedPart {
  readonly part: string;
  readonly status: "graded";
  readonly verdict: Verdict;
  readonly earned: number;
  readonly possible: number;
  /** Markdown with TeX: what happened, why, and what to do; none where a right answer needs no words. */
  readonly feedback: readonly string[];
  /** Why a right answer is right. */
  readonly why?: Why;
  /** True where it is not right and nobody knows the mistake, so that other help is worth pointing out. */
  readonly unexplained?: true;
  readonly marks?: readonly Mark[];
  /** The mistakes that come to this very answer: each one rule, or two at once; several, where it cannot tell. */
  readonly diagnosis?: readonly (readonly RuleName[])[];
  /** True where it was marked from the student's own earlier answers, which were not right. */
  readonly followed?: true;
}

/** One sentence, Markdown with TeX: its author's own, or the step of the worked solution that the answer is. */
export interface Why {
  readonly text: string;
  readonly by: "author" | "solution";
}

export type PartResult = UnreadablePart | GradedPart;

/** What a submission comes to: verdicts on the parts asked for, or why none is given. */
export type Result =
  | { readonly status: "unreadable"; readonly parts: readonly UnreadablePart[] }
  | {
      readonly status: "graded";
      readonly score: { readonly earned: number; readonly possible: number };
      readonly parts: readonly GradedPart[];
    };
