/** Work that may still be done in long arithmetic, in sums and products of 256 bits. Whoever works several things out for
 *  one reader hands the same work to all of them: so much is done for one request, and no more. */
export interface Work {
  left: number;
}

/** About a fiftieth of a second. */
export const newWork = (): Work => ({ left: 20_000 });

/** Whether it ran out on the way. */
export const isUsedUp = ({ left }: Work): boolean => left < 0;
