/** Work that may still be done, most of it in long arithmetic, in units of about three microseconds. Whoever works
 *  several things out for one reader hands the same work to all of them: so much is done for one request, and no more. */
export interface Work {
  left: number;
}

/** The work that one submission may take to compare formulas, and whatever else compares one pair: about a thirtieth of
 *  a second. */
export const workToCompare = (): Work => ({ left: 15_000 });

/** The work that the numbers of one submission may take together, to be worked out. */
export const workToRead = (): Work => ({ left: 6_000 });

/** Whether it ran out on the way. */
export const isUsedUp = ({ left }: Work): boolean => left < 0;

/** Entries that float64 works out in one unit of work. */
const entriesInOne = 20;

/** Counts entries that are about to be worked out. */
export function spendOnEntries(work: Work, entries: number): void {
  work.left -= entries / entriesInOne;
}
