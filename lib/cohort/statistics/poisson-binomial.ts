/** How likely at least `count` of these independent events are, each with its own chance: the upper tail of the
 *  Poisson-binomial distribution, event by event. 1 for a count of 0.
 *
 *  Source: Wang 1993, On the number of successes in independent trials, Statistica Sinica 3. */
export function atLeast(count: number, chances: readonly number[]): number {
  // likely[k]: so many so far; the last holds `count` and more, which keeps tiny tails exact.
  const likely = [1, ...Array.from({ length: count }, () => 0)];
  if (count === 0) return 1;
  for (const chance of chances) {
    likely[count]! += likely[count - 1]! * chance;
    for (let k = count - 1; k >= 0; k--) {
      likely[k] = likely[k]! * (1 - chance) + (k > 0 ? likely[k - 1]! * chance : 0);
    }
  }
  return likely[count]!;
}
