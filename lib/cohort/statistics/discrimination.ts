import { type Interval, z95 } from "./interval";

/** One student on an exercise, and on all the others: any scale will do. */
export interface ItemAndRest {
  readonly item: number;
  readonly rest: number;
}

/** How well an exercise tells strong students from weak: the correlation of the score on it with the score on the rest,
 *  the exercise itself left out of the rest, since it would agree with itself. From −1 to 1; undefined where the students
 *  are all alike in one of the two, or fewer than two.
 *
 *  Source: the corrected item-total correlation, Henrysson 1963, doi 10.1007/BF02289618. */
export function discrimination(students: readonly ItemAndRest[]): number | undefined {
  const [item, rest] = [
    deviations(students.map((student) => student.item)),
    deviations(students.map((student) => student.rest)),
  ];
  const spread = Math.sqrt(product(item, item)) * Math.sqrt(product(rest, rest));
  if (!(spread > 0)) return undefined;
  return Math.min(1, Math.max(-1, product(item, rest) / spread));
}

/** The 95 % interval of a discrimination found with n students, by Fisher's z: the inverse hyperbolic tangent of a
 *  correlation is about normal with a standard error of 1 / √(n − 3). Undefined for n below 4.
 *
 *  Source: Fisher 1921, On the probable error of a coefficient of correlation; as R's cor.test has it. */
export function discriminationInterval(r: number, n: number): Interval | undefined {
  if (n < 4) return undefined;
  const half = z95 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/** Each value less the mean; all 0 where all are the same but for what float64 makes of their sum. */
function deviations(values: readonly number[]): number[] {
  const [first] = values;
  if (values.every((value) => value === first)) return values.map(() => 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
