import { probeOf } from "./balls";
import { longValue } from "./compare-long";
import { evaluate } from "./evaluate";
import type { Formula } from "./formula";
import { toNumber } from "./long";
import { isUsedUp, type Work } from "./work";

/** `large`: beyond float64 on either side; `none`: not real, or not known to enough digits;
 *  `costly`: more work than was left. */
export type Valued =
  | { readonly status: "known"; readonly value: number }
  | { readonly status: "large" }
  | { readonly status: "none" }
  | { readonly status: "costly" };

/** Digits that float64 must be sure of; where they cancel away, long arithmetic goes on. */
const sure = 2 ** -48;

/** The value of a formula without names, for no more work than is left. */
export function workOut(formula: Formula, work: Work): Valued {
  const probe = probeOf(1);
  const near = evaluate(formula, new Map(), probe);
  const [re, err] = [near.re[0] as number, near.err[0] as number];
  const isSure = Number.isFinite(re) && err <= sure * Math.abs(re);
  if (isSure && !probe.unreal[0]) return { status: "known", value: re + 0 };
  if (isUsedUp(work)) return { status: "costly" };
  const exact = longValue(formula, work);
  if (!exact && isUsedUp(work)) return { status: "costly" };
  if (!exact) return { status: Number.isFinite(re) ? "none" : "large" };
  const value = toNumber(exact);
  const lost = !Number.isFinite(value) || (value === 0 && exact.digits !== 0n);
  return lost ? { status: "large" } : { status: "known", value: value + 0 };
}
