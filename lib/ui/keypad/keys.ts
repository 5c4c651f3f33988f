import type { Letter } from "@/lib/exercise/kinds/expression/letters";
import type { Stroke } from "./typing";

/** What a key does besides typing: leads to the next field, calls the system's keyboard, or puts the keypad away. */
export type Task = "next" | "system" | "done";

export interface PadKey {
  /** HTML. */
  readonly shows: string;
  readonly says?: string;
  readonly does: Stroke | Task;
  readonly wide?: true;
}

const types = (text: string, says?: string): PadKey =>
  says ? { shows: text, says, does: { text } } : { shows: text, does: { text } };

const minus: PadKey = { shows: "−", says: "minus", does: { text: "-" } };
const back: PadKey = { shows: "⌫", says: "delete", does: "back" };
const left: PadKey = { shows: "◂", says: "left", does: "left" };
const right: PadKey = { shows: "▸", says: "right", does: "right" };
const done: PadKey = { shows: "Done", does: "done" };

/** Five in a row. All that a number is written with: `-1.2e-3`, `3/4`. */
export const numberKeys: readonly PadKey[] = [
  ...[types("7"), types("8"), types("9"), types("/", "over"), back],
  ...[types("4"), types("5"), types("6"), types("e", "times ten to the power"), left],
  ...[types("1"), types("2"), types("3"), minus, right],
  types("0"),
  types(".", "point"),
  { shows: "abc", says: "system keyboard", does: "system" },
  { shows: "Next", says: "next field", does: "next" },
  done,
];

/** The exercise's own letters first, then what formulas are made of. */
export function mathsKeys(letters: readonly Letter[]): readonly PadKey[] {
  return [
    ...letters.map(({ html, says, tex }): PadKey => ({ shows: html, says, does: { tex } })),
    { shows: "ln", does: { tex: "\\ln\\left(#?\\right)" } },
    { shows: "exp", does: { tex: "\\exp\\left(#?\\right)" } },
    { shows: "√", says: "square root", does: { tex: "\\sqrt{#?}" } },
  ];
}

export const mathsDigits: readonly PadKey[] = [
  ...[types("7"), types("8"), types("9")],
  { shows: "a/b", says: "fraction", does: { tex: "\\frac{#@}{#?}" } },
  back,
  ...[types("4"), types("5"), types("6")],
  { shows: "·", says: "times", does: { tex: "\\cdot" } },
  left,
  ...[types("1"), types("2"), types("3"), minus, right],
  ...[types("0"), types(".", "point")],
  { shows: "+", says: "plus", does: { text: "+" } },
  { shows: "aⁿ", says: "power", does: { tex: "#@^{#?}" } },
  { shows: "( )", says: "brackets", does: { tex: "\\left(#?\\right)" } },
];

export const mathsEnd: readonly PadKey[] = [{ ...done, wide: true }];
