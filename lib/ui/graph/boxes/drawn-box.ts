import type { Box, Out } from "@/lib/exercise/boxes/box";
import { type Run, runsOf, widthOf } from "./symbol";

/** Which shapes a drawing shows. */
export type Shapes = "all" | "inputs" | "none";

/** A box with what is written in it and at what comes out of it, and how much room that takes. */
export interface DrawnBox {
  readonly id: string;
  readonly isInput: boolean;
  readonly runs: readonly Run[];
  readonly width: number;
  readonly outs: readonly DrawnOut[];
}

export interface DrawnOut {
  readonly id: string;
  readonly runs: readonly Run[];
  readonly width: number;
}

export const boxHeight = 34;
export const textSize = 13;
export const labelSize = 11.5;

/** Room left and right of what is written. */
const padding = 12;

export function drawnBox({ id, words, letters = [], outs }: Box, shapes: Shapes): DrawnBox {
  const isInput = words === undefined;
  const runs: Run[] = isInput
    ? letters.flatMap((tex, i) => [...(i > 0 ? [{ text: ", " }] : []), ...runsOf(tex)])
    : [{ text: words }];
  const showsShapes = shapes === "all" || (shapes === "inputs" && isInput);
  return {
    id,
    isInput,
    runs,
    width: Math.max(boxHeight, textSize * widthOf(runs) + 2 * padding),
    outs: outs.map((out) => drawnOut(out, showsShapes)),
  };
}

function drawnOut({ id, letter, shape }: Out, showsShape: boolean): DrawnOut {
  const letters = letter === undefined ? [] : runsOf(letter);
  const size = showsShape && shape ? shapeText(shape) : "";
  const runs = [...letters, ...(letters.length > 0 && size ? [{ text: ": " }] : [])];
  const all = size ? [...runs, { text: size }] : runs;
  return { id, runs: all, width: labelSize * widthOf(all) };
}

/** "3 × 8"; a lone number is one. */
export const shapeText = ({ rows, cols }: { readonly rows: number; readonly cols: number }) =>
  rows === 1 && cols === 1 ? "a number" : `${rows} × ${cols}`;
