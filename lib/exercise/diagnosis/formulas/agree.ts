import type { Tensor } from "@/lib/engine";

/** What a formula comes to at one point after the other. */
export type Values = readonly (Tensor | undefined)[];

/** At so many points a mistaken formula agrees with what was typed; where both are real, they agree at all. */
const enough = 5;

/** Whether two formulas come to the same wherever both are real, and at enough points. */
export function agree(a: Values, b: Values): boolean {
  const told = a.map((value, point) => agreeAt(value, b[point]));
  return !told.includes(false) && told.filter((one) => one).length >= enough;
}

/** Whether two values are one; undefined where one of them is none, or is not real. */
export function agreeAt(a: Tensor | undefined, b: Tensor | undefined): boolean | undefined {
  if (!a || !b || !isReal(a) || !isReal(b)) return undefined;
  if (a.rows !== b.rows || a.cols !== b.cols) return false;
  const size = Math.max(...a.data.map(Math.abs), ...b.data.map(Math.abs));
  return a.data.every((v, i) => Math.abs(v - b.data[i]!) <= 1e-9 * size);
}

const isReal = ({ data }: Tensor) => data.every(Number.isFinite);
