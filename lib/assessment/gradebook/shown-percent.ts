/** A share from 0 to 1 as totals are shown: in percent, to a tenth. */
export const shownPercent = (share: number): number => Math.round(share * 1000 + 1e-9) / 10;
