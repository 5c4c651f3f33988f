/** How a section has answered, as it goes to a browser: counts and words, no names, no answers and no keys. */
export interface LiveFigures {
  /** In the section. */
  readonly students: number;
  /** Who has sent something. */
  readonly answered: number;
  readonly open: boolean;
  readonly parts: readonly LivePart[];
}

export interface LivePart {
  readonly name: string;
  /** HTML. */
  readonly label: string;
  readonly bars: readonly LiveBar[];
}

/** Students who answered alike. */
export interface LiveBar {
  readonly id: string;
  readonly kind: "right" | "followed" | "mistake" | "other" | "unreadable";
  /** HTML. */
  readonly what: string;
  /** By their first answer that could be read. */
  readonly first: number;
  /** By their latest. */
  readonly latest: number;
}
