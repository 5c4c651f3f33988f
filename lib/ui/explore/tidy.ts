/** A number without the dust that binary fractions leave: 0.1 + 0.2 − 0.3 is 0. */
export function tidy(value: number): number {
  return Number(value.toFixed(12));
}
