import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { Generator } from "@/lib/exercise/language/expr";
import { Refusal } from "@/lib/exercise/language/refusal";

/** The numbers from, from + step, … up to `to`. Counted in whole units of 1/scale, so that 0.1 + 0.2 is 0.3. */
export interface Grid {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly scale: number;
}

/** The grid between two decimals; throws Refusal when there is none. */
export function grid(from: number, to: number, step: number): Grid {
  const scale = 10 ** Math.max(decimals(from, "the lower end"), decimals(step, "step"));
  const units = Math.round(step * scale);
  if (units <= 0) throw new Refusal(`step is ${step}`, "Use a step above 0, such as 0.1.");
  const first = Math.round(from * scale);
  const count = Math.floor((to * scale - first) / units + 1e-9) + 1;
  if (count >= 1 && count <= 2 ** 31) return { from: first, step: units, count, scale };
  throw new Refusal(`there is no number from ${from} to ${to}`, "Put the smaller end first.");
}

export function drawOnGrid({ from, step, count, scale }: Grid, generator: Generator): number {
  return (from + step * uniformInt(generator, 0, count - 1)) / scale;
}

/** The nearest multiple of step, as the decimal it is. */
export function roundToStep(value: number, step: number): number {
  const scale = 10 ** decimals(step, "step");
  const units = Math.round(step * scale);
  if (units <= 0) throw new Refusal(`step is ${step}`, "Use a step above 0, such as 0.1.");
  return (Math.round(value / step) * units) / scale;
}

/** A number from 0 to 1 that is neither. */
export function openUnit(generator: Generator): number {
  return (uniformFloat64(generator) * (2 ** 53 - 1) + 0.5) / 2 ** 53;
}

/** How many decimals a number is written with, at most 9. */
function decimals(value: number, what: string): number {
  for (let d = 0; d <= 9; d++) {
    const scale = 10 ** d;
    if (Math.round(value * scale) / scale === value) return d;
  }
  throw new Refusal(`${what} is ${value}`, "Use a decimal with at most 9 places, such as 0.1.");
}
