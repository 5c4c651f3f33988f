/** A piece of a text, by its offsets, and what to write in its place. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What mends an issue by itself, and what its button says. */
export interface QuickFix {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** What an issue says. */
export interface Said {
  readonly message: string;
  readonly mend: string;
}
