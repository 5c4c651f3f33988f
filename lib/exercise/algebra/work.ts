/** Work that may still be done in long arithmetic, in units of about three microseconds. Whoever works several things out
 *  for one reader hands the same work to all of them: so much is done for one request, and no more. */
export interface Work {
  left: number;
}

/** The work that one comparison of two formulas may take: about a twentieth of a second. */
export const workToCompare = (): Work => ({ left: 20_000 });

/** The work that the numbers of one submission may take together, to be worked out. */
export const workToRead = (): Work => ({ left: 6_000 });

/** Whether it ran out on the way. */
export const isUsedUp = ({ left }: Work): boolean => left < 0;
