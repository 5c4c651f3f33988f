import { numberText } from "../../number-text";
import { type DifferenceState, differencesAt, rightDecimals } from "./differences";

/** Which of the two errors rules at this ε, and how many decimals are right. */
export function differenceWords(state: DifferenceState): string {
  const { epsilon, errorAhead, errorAcross, truncation, rounding } = differencesAt(state);
  const at = `With ε = ${epsilonText(epsilon)}, the central difference has ${decimals(errorAcross)} right and the forward difference ${count(errorAhead)}.`;
  if (truncation > 30 * rounding) {
    return `${at} The central error is truncation: make ε ten times smaller, and it shrinks a hundredfold.`;
  }
  if (rounding > 30 * truncation) {
    return `${at} The central error is rounding: a smaller ε makes it worse.`;
  }
  return `${at} Truncation and rounding are about equal: it hardly gets better than this.`;
}

/** 10⁻⁵ and not 1×10⁻⁵; what lies between powers of ten has one figure after the point. */
export function epsilonText(epsilon: number): string {
  return numberText(epsilon, 2).replace(/^1×/, "");
}

const count = (error: number) => String(rightDecimals(error));
const decimals = (error: number) =>
  rightDecimals(error) === 1 ? "1 decimal" : `${rightDecimals(error)} decimals`;
