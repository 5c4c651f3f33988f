import type { Node, Shape } from "@/lib/engine";

/** A box of a drawing: an input by its letters as TeX, or what is done, in words. */
export interface Box {
  readonly id: string;
  readonly words?: string;
  readonly letters?: readonly string[];
  readonly outs: readonly Out[];
}

/** What comes out of a box: a quantity by its letter as TeX, where the page has one, and its shape where it has one. */
export interface Out {
  readonly id: string;
  readonly letter?: string;
  readonly shape?: Shape;
}

/** A quantity on its way from a box into another. */
export interface BoxLine {
  readonly from: string;
  readonly out: string;
  readonly to: string;
}

/** A computation as boxes, each after all that it builds on. It has no number that anything comes to. */
export interface BoxGraph {
  readonly boxes: readonly Box[];
  readonly lines: readonly BoxLine[];
}

/** A quantity that a box takes: where it comes from, and what is read of it. */
export interface Taken {
  readonly source: Node;
  readonly read: Node;
  readonly to: string;
}

/** A node’s shape without its numbers. */
export const shapeOnly = ({ rows, cols }: Node): Shape => ({ rows, cols });

/** The id of what is read, as it comes out of a box. */
export const outId = ({ id }: Node) => `out ${id}`;

/** Lines, each once: a product of something with itself takes it by one. */
export const unique = (lines: readonly BoxLine[]): BoxLine[] => [
  ...new Map(lines.map((line) => [`${line.from} ${line.out} ${line.to}`, line])).values(),
];
