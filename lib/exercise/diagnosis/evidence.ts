import { type Precision, precisionOf, toleranceOf } from "@/lib/exercise/kinds/precision";

/** How likely a wrong answer that comes from nothing is to be taken for a predicted one. Wrong answers lie within a factor of
 *  2 of the key, of either sign, evenly on a logarithmic scale, each wrong number of the answer by itself; what an answer has
 *  right says nothing. */
export function chanceOf(
  key: readonly number[],
  predicted: readonly number[],
  view: unknown,
): number {
  const precision = precisionOf(view);
  if (!precision || predicted.length !== key.length) return 0;
  const size = Math.max(...predicted.map(Math.abs));
  return predicted.reduce(
    (chance, v, i) => chance * chanceOfNumber(key[i] ?? 0, v, { precision, size }),
    1,
  );
}

interface Asked {
  readonly precision: Precision;
  readonly size: number;
}

function chanceOfNumber(key: number, predicted: number, { precision, size }: Asked): number {
  const ratio = Math.abs(predicted / key);
  if (predicted === key) return 1;
  if (!(ratio >= 0.5 && ratio <= 2)) return 0;
  const width = (2 * toleranceOf(precision, predicted, size)) / Math.abs(predicted);
  return Math.min(1, width / (2 * Math.log(4)));
}

/** Of so many answers that come from nothing, at most one may be told a cause: where one number is wrong, of three figures
 *  or fewer, and where there is more to tell by. */
export function mostByChance(wrong: readonly number[], view: unknown): number {
  if (wrong.length > 1) return 0.008;
  return figuresOf(wrong[0] ?? 0, precisionOf(view)) >= 4 ? 0.008 : 0.04;
}

/** How many figures of a number an answer must have right. */
export function figuresOf(number: number, precision: Precision | undefined): number {
  if (!precision || number === 0) return 0;
  const half = toleranceOf(precision, number);
  return Math.floor(Math.log10(Math.abs(number) / (2 * half))) + 1;
}
