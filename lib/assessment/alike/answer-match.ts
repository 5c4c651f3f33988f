/** The numbers of a part's key in one draw, in order, and how far from each an answer may be. */
export interface DrawnKey {
  readonly numbers: readonly number[];
  readonly tolerances: readonly number[];
}

/** The keys of one draw of an exercise, by part. */
export type Draw = Readonly<Record<string, DrawnKey>>;

/** A wrong answer to a part, as read, and as typed. */
export interface WrongAnswer {
  readonly part: string;
  readonly numbers: readonly number[];
  readonly typed: string;
}

/** Whether an answer is right for a draw that it was not given to: within what is asked for, and to all figures that
 *  were typed. Not where the own numbers ask for the same answer: then it says nothing of whose it is. */
export function isRightFor(answer: WrongAnswer, draw: Draw, own: Draw | null): boolean {
  const key = draw[answer.part];
  if (!key || key.numbers.length !== answer.numbers.length) return false;
  const mine = own?.[answer.part];
  if (mine && sameNumbers(mine.numbers, key.numbers)) return false;
  return answer.numbers.every((number, i) => {
    const distance = Math.abs(number - key.numbers[i]!) - 1e-12 * Math.abs(number);
    return distance <= (key.tolerances[i] ?? 0) && distance <= halfUnit(number);
  });
}

const sameNumbers = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((number, i) => number === b[i]);

/** Half a unit in the last place that a number was typed to. Noughts at its end are not known to have been typed. What
 *  was worked out, 1/3 say, has as many places as float64 has. */
export function halfUnit(number: number): number {
  return 0.5 * 10 ** -placesOf(number);
}

/** A number as it is with so many places as another was typed to. */
export const asTypedLike = (number: number, like: number): number =>
  Number(number.toFixed(Math.min(100, Math.max(0, placesOf(like)))));

function placesOf(number: number): number {
  const [, decimals = "", exponent = "0"] =
    /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(number)) ?? [];
  return decimals.length - Number(exponent);
}
