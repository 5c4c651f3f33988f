import { type Balls, entriesOf, type Probe, probeOf } from "./balls";
import { evaluate, type Values } from "./evaluate";
import { type Formula, partsOf } from "./formula";
import { pointsIn } from "./points";
import { toPlain } from "./to-plain";
import type { Variable } from "./variables";

/** Where a formula's domain keeps right answers from being compared. */
export interface DomainRisks {
  /** The share of the domain, from 0 to 1, at which the formula is real. */
  readonly real: number;
  /** Logarithms and roots that are real where a factor below them is negative, so that they cannot be split up there:
   *  ln(p^2) is real at p = −1, and 2 ln(p) is not. */
  readonly splits: readonly { readonly whole: string; readonly factor: string }[];
}

const count = 200;

export function domainRisks(formula: Formula, variables: readonly Variable[]): DomainRisks {
  const points = pointsIn(variables, count, 1);
  const probe = probeOf(count);
  const values = evaluate(formula, points, probe);
  const real = Array.from({ length: count }, (_, point) => isRealAt(values, probe, point));
  return { real: real.filter(Boolean).length / count, splits: splitsIn(formula, points) };
}

function isRealAt(values: Balls, probe: Probe, point: number): boolean {
  const entries = Array.from({ length: entriesOf(values.shape) }, (_, i) => i * count + point);
  return !probe.unreal[point] && entries.every((at) => Number.isFinite(values.err[at]));
}

function splitsIn(formula: Formula, points: Values): DomainRisks["splits"] {
  const inner = partsOf(formula).flatMap((part) => splitsIn(part, points));
  const below = isRootOrLog(formula) ? partsOf(formula)[0] : undefined;
  if (!below || goesBelow0(below, points)) return inner;
  const factor = factorsOf(below).find((one) => one !== below && goesBelow0(one, points));
  return factor ? [...inner, { whole: toPlain(formula), factor: toPlain(factor) }] : inner;
}

function isRootOrLog(formula: Formula): boolean {
  if (formula.is === "called") return formula.fn === "ln" || formula.fn === "sqrt";
  if (formula.is !== "binary" || formula.op !== "^") return false;
  return formula.right.is !== "number" || !Number.isInteger(formula.right.value);
}

function factorsOf(formula: Formula): readonly Formula[] {
  if (formula.is !== "binary") return [formula];
  if (formula.op === "^") return factorsOf(formula.left);
  const isProduct = ["*", "/", "⊙", "⊘"].includes(formula.op);
  return isProduct ? [...factorsOf(formula.left), ...factorsOf(formula.right)] : [formula];
}

function goesBelow0(formula: Formula, points: Values): boolean {
  const probe = probeOf(count);
  const { re, err } = evaluate(formula, points, probe);
  return re.some((value, i) => value < -(err[i] as number) && !probe.unreal[i % count]);
}
