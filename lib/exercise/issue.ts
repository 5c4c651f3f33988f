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
  /** Of a stated key that is not what comes out. */
  readonly keys?: KeyComparison;
}

/** A key as its author states it beside the one that is worked out, as an author would write them. */
export interface KeyComparison {
  readonly part: string;
  readonly stated: string;
  readonly computed: string;
  /** The numbers that it is worked out from. */
  readonly givens: readonly { readonly name: string; readonly value: string }[];
}
