/** A key that puts one of an exercise's own letters into its field for mathematics. */
export interface Letter {
  /** HTML. */
  readonly html: string;
  readonly says: string;
  readonly tex: string;
}

const letters = new WeakMap<Element, readonly Letter[]>();

/** Gives a field for mathematics the letters that its keypad begins with. */
export function giveLetters(field: Element, own: readonly Letter[]): void {
  letters.set(field, own);
}

export const lettersOf = (field: Element): readonly Letter[] => letters.get(field) ?? [];
