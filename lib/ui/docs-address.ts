/** A piece of a text: plain words, or the address of a page of the docs. */
export interface TextPiece {
  readonly text: string;
  readonly isAddress: boolean;
}

/** A text cut where it has addresses of the docs in it, such as "/docs/language#drawing". */
export const docsAddressesIn = (text: string): TextPiece[] =>
  text
    .split(/(\/docs\/[a-z-]+(?:#[\w-]+)?)/)
    .map((piece, i) => ({ text: piece, isAddress: i % 2 === 1 }))
    .filter((piece) => piece.text !== "");
