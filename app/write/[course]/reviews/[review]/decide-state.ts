/** What the forms of a review show after they were sent. */
export interface DecideState {
  readonly comment: string;
  readonly errors: { readonly comment?: string; readonly form?: string };
  /** Exercises checked so far, and all of them, while they are. */
  readonly checking: { readonly done: number; readonly total: number } | null;
}

export const undecided: DecideState = { comment: "", errors: {}, checking: null };
