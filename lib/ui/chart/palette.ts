/** How one curve of several is told from the others: by colour, and for those who do not see it by its dashes. */
export interface CurveStyle {
  readonly stroke: string;
  /** In the screen's pixels; undefined for a solid line. */
  readonly dashes?: string;
}

/** Chosen to stay apart for the colour-blind and to reach 4.5:1 on a card, in light and in dark. */
const styles: readonly CurveStyle[] = [
  { stroke: "var(--curve-1)" },
  { stroke: "var(--curve-2)", dashes: "8 4" },
  { stroke: "var(--curve-3)", dashes: "2 4" },
  { stroke: "var(--curve-4)", dashes: "10 4 2 4" },
  { stroke: "var(--curve-5)", dashes: "4 3" },
];

/** The style of the i-th curve, from 0; after the last they begin anew. */
export function curveStyle(i: number): CurveStyle {
  return styles[i % styles.length]!;
}
