import type { ExpressionView } from "./schema";

/** A button of the field for mathematics: what it shows, what it is called, what it puts in. */
export interface Key {
  readonly sign: string;
  readonly says: string;
  readonly tex: string;
}

const always: readonly Key[] = [
  { sign: "a/b", says: "fraction", tex: "\\frac{#@}{#?}" },
  { sign: "aⁿ", says: "power", tex: "#@^{#?}" },
  { sign: "( )", says: "brackets", tex: "\\left(#?\\right)" },
];

const ofMatrices: readonly Key[] = [
  { sign: "aᵀ", says: "transpose", tex: "#@^{\\top}" },
  { sign: "⊙", says: "product entry by entry", tex: "\\odot" },
];

/** The buttons for what is hard to type on a phone. */
export function keysFor({ names }: ExpressionView): readonly Key[] {
  return names.some(({ shape }) => shape) ? [...always, ...ofMatrices] : always;
}
