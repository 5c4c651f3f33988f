/** What somebody typed who writes decimals with a comma: their 1,234 is a number with three decimals, where anybody else is
 *  asked which of two it is. What can be read one way only stays as typed: a comma inside a matrix in brackets, as
 *  programs write one, parts cells for everybody, and so does one before a space. */
export const withPoints = (typed: string): string =>
  listInBrackets.test(typed) ? typed : typed.replace(/[^;\t\r\n]+/g, pointed);

const listInBrackets = /\[|\{\s*\{|\(\s*\(/;
const twoWays = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/;

/** One decimal with a point needs the others beside it to have one too: a comma beside a point parts cells. */
const pointed = (piece: string): string =>
  twoWays.test(piece) && !/,\s/.test(piece)
    ? piece.replace(/(?<![\d.,])(\d+),(\d+)(?![\d.,])/g, "$1.$2")
    : piece;
