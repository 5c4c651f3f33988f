import { numberText } from "./number-text";

/** Points to two decimals at most: 12.75 stays 12.75. */
export const pointsText = (points: number): string => numberText(Math.round(100 * points) / 100, 6);

/** "1 point", "12.75 points". */
export const pointsInWords = (points: number): string =>
  `${pointsText(points)} ${points === 1 ? "point" : "points"}`;
