/** Of some students, how many did it and how many did not. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
}

/** How likely it is that two groups differ by at least as much as these, if what they are grouped by makes no
 *  difference: Fisher's exact test, two-sided, which holds for small groups too. It adds the chances of all tables with
 *  these sums that are no likelier than this one, as R's fisher.test does. 1 where a group is empty.
 *
 *  Source: Fisher 1922, doi 10.2307/2340521. */
export function fisherExact(a: Tally, b: Tally): number {
  const [first, second] = [a.right + a.wrong, b.right + b.wrong];
  const right = a.right + b.right;
  const logs = logFactorials(first + second);
  const logChoose = (n: number, k: number) => logs[n]! - logs[k]! - logs[n - k]!;
  const chance = (x: number) =>
    Math.exp(logChoose(first, x) + logChoose(second, right - x) - logChoose(first + second, right));
  // Sums of logarithms differ in their last figures where the chances are the same.
  const most = chance(a.right) * (1 + 1e-7);
  let sum = 0;
  for (let x = Math.max(0, right - second); x <= Math.min(first, right); x++) {
    const p = chance(x);
    if (p <= most) sum += p;
  }
  return Math.min(1, sum);
}

/** ln 0!, ln 1!, … ln n!. */
function logFactorials(n: number): number[] {
  const logs = [0];
  for (let i = 1; i <= n; i++) logs.push(logs[i - 1]! + Math.log(i));
  return logs;
}
