/** The p values of several tests made at once, adjusted: where those at most 0.05 are called differences, no more than
 *  5 % of what is called a difference is none, on average. In the order given; as R's p.adjust(p, "BH").
 *
 *  Source: Benjamini and Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = ps.map(() => 1);
  let least = 1;
  for (const [place, i] of order.entries()) {
    const rank = ps.length - place;
    least = Math.min(least, ps[i]! * (ps.length / rank));
    adjusted[i] = least;
  }
  return adjusted;
}
