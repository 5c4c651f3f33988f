/** Bytes of the largest form that an action of ours reads: a roster of 2 MB, as JSON, with the preview of 5,000 rows. */
export const largestBody = 8_000_000;
