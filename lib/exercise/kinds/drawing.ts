import type { ReactNode } from "react";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One layout of a picture that the server draws and a kind's fields are laid over. Lengths are its own units; on the
 *  page it is as wide as its column, up to `most` times its own width. */
export interface DrawnLayout {
  readonly picture: ReactNode;
  readonly width: number;
  readonly height: number;
  readonly most: number;
  /** The classes with which it stands on the page where it is shown, and not where another is. */
  readonly shown: string;
  /** The middle of each place to fill in, in the view's order. */
  readonly places: readonly Point[];
  /** How wide the field on such a place may be. */
  readonly room: number;
  /** Both ends of each line to choose from, in the view's order. */
  readonly lines: readonly (readonly [Point, Point])[];
}

/** A picture in a layout for columns wide enough for it, and in one for narrower ones where it needs one. The width of
 *  the column says which is shown. */
export interface Drawing {
  readonly wide: DrawnLayout;
  readonly narrow?: DrawnLayout;
  /** The classes that make what is laid over it as wide as the layout shown, which is `--wide` or `--narrow` at most. */
  readonly box: string;
  /** The classes of a field: it stands at `--wide-x`, `--wide-y` with the size `--wide-w`, `--wide-h`, or at those of
   *  `--narrow`. */
  readonly field: string;
  /** What stands below: a legend, the numbers as a table. */
  readonly notes: ReactNode;
}
