/** What is said of a mistake wherever it is made, and how common it is. */
export interface RuleWords {
  /** How often it is made where it can be, as a share of the wrong answers at such a place. */
  readonly prior: number;
  /** The mistake in a few words, for tables. */
  readonly title: string;
  /** What was done, to follow "You …"; Markdown with TeX. */
  readonly says: string;
  /** What is right, and why. */
  readonly instead: string;
}
