import { type Interval, z95 } from "./interval";

/** How easy an exercise is: the mean of the students' shares of its points, from 0 (nobody earns any) to 1. Undefined
 *  for no students. */
export function facility(shares: readonly number[]): number | undefined {
  if (shares.length === 0) return undefined;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The 95 % interval of a facility: Wilson's score interval, with the shares taken as if each were all or nothing. It
 *  stays within 0 and 1, and has a width where every student has the same share, which the mean's t interval has not.
 *  Shares between 0 and 1 vary by no more than all-or-nothing ones of the same mean (Bhatia and Davis), so with points
 *  for parts it is rather too wide than too narrow. Undefined for no students.
 *
 *  Sources: Wilson 1927, doi 10.1080/01621459.1927.10502953; chosen by Brown, Cai and DasGupta 2001, doi
 *  10.1214/ss/1009213286; Bhatia and Davis 2000, doi 10.1080/00029890.2000.12005203. */
export function facilityInterval(shares: readonly number[]): Interval | undefined {
  const mean = facility(shares);
  return mean === undefined ? undefined : wilson(mean, shares.length);
}

function wilson(mean: number, n: number): Interval {
  const z2 = z95 * z95;
  const middle = (mean + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((mean * (1 - mean)) / n + z2 / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
