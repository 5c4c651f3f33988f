import { texOf } from "@/lib/exercise/language/tex";

/** As many figures as float64 has for certain. */
const figures = 15;

const asTyped = /^\s*[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?\s*$/;

/** Whether a number is typed just as it is read, so that nothing need be said of how. */
export const readsAsTyped = (typed: string): boolean => asTyped.test(typed);

/** A number as it is taken, as TeX: arithmetic with what it comes to. */
export function amountTex({ number, tex }: { number: number; tex?: string }): string {
  if (tex === undefined) return texOf(number, figures);
  const exact = Number(number.toPrecision(figures - 2)) === Number(number.toPrecision(figures));
  return `${tex} ${exact ? "=" : "\\approx"} ${texOf(number, figures)}`;
}
