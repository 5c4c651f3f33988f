/** A place in an MDX file: lines from 1, columns from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
}

/** Something wrong in an author's text: where, what, and how to mend it. */
export interface Issue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
  readonly file?: string;
}
