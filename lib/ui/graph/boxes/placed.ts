import type { DrawnBox } from "./drawn-box";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in its place: x and y are its middle. */
export interface PlacedBox extends Point {
  readonly box: DrawnBox;
  readonly width: number;
  readonly height: number;
}

/** What comes out of a box, where it leaves it. */
export interface PlacedOut extends Point {
  readonly box: DrawnBox;
  readonly index: number;
  /** Whether its lines turn to the side where it would be written. */
  readonly turns: boolean;
}

/** A line as the points that it runs through, in pairs between which it runs straight along the flow. */
export interface PlacedLine {
  readonly id: string;
  readonly points: readonly Point[];
}

export interface BoxLayout {
  readonly upright: boolean;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly outs: readonly PlacedOut[];
  readonly lines: readonly PlacedLine[];
}

/** Where a layer begins and ends along the flow. */
export interface Along {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}
