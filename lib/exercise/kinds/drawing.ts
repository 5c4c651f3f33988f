import type { ReactNode } from "react";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture that the server draws and a kind's fields are laid over. Lengths are the picture's own units; on the
 *  page it is as wide as its column, from `least` to `most` of its own width. */
export interface Drawing {
  readonly picture: ReactNode;
  readonly width: number;
  readonly height: number;
  readonly least: number;
  readonly most: number;
  /** What it is, for those who hear the page. */
  readonly label: string;
  /** The middle of each place to fill in, in the view's order. */
  readonly places: readonly Point[];
  /** Both ends of each line to choose from, in the view's order. */
  readonly lines: readonly (readonly [Point, Point])[];
  /** What stands below: a legend, the numbers as a table. */
  readonly notes: ReactNode;
}
