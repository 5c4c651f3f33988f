/** Section 6 of the Law School Admission Test: how many of 1,000 people gave each pattern of right (1) and wrong (0)
 *  answers to its five items. Published by Bock and Lieberman 1970, doi 10.1007/BF02291262; the data set LSAT of R's ltm. */
const patterns =
  "00000 3 00001 6 00010 2 00011 11 00100 1 00101 1 00110 3 00111 4 01000 1 01001 8 01010 0 01011 16 01100 0 01101 3 " +
  "01110 2 01111 15 10000 10 10001 29 10010 14 10011 81 10100 3 10101 28 10110 15 10111 80 11000 16 11001 56 11010 21 " +
  "11011 173 11100 11 11101 61 11110 28 11111 298";

/** A row of five 0s and 1s for each person. */
export const lsat: readonly (readonly number[])[] = [
  ...patterns.matchAll(/([01]{5}) (\d+)/g),
].flatMap(([, pattern = "", times]) =>
  Array.from({ length: Number(times) }, () => [...pattern].map(Number)),
);
