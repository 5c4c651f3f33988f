import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { precisionOf, reachOf } from "@/lib/exercise/kinds/precision";

/** What an answer to a part is held against: the true key, or the one from earlier answers, with its bound. */
export interface Target {
  readonly key: unknown;
  readonly bound?: readonly number[];
}

/** Whether another key would be taken for this one: with all its figures, or typed with as many as are asked for. */
export function wouldPass(part: Part, view: unknown, target: Target, other: unknown): boolean {
  const { asReading, grade, keyAsResponse, numbers, read } = kinds[part.kind];
  if (!asReading || !numbers || !nearTo(part, view, target)(numbers(other))) return false;
  const passes = (reading: unknown) =>
    grade(target.key, reading, part.settings, view, target).earned >= 1;
  if (passes(asReading(other))) return true;
  const typed = read(keyAsResponse(other, view), view, part.settings);
  return typed.status === "read" && passes(typed.reading);
}

export type IsNear = (others: ArrayLike<number>) => boolean;

/** Tells of the numbers of other keys whether they are near enough to those of one to be rounded to them. */
export function nearTo(part: Part, view: unknown, { key, bound = [] }: Target): IsNear {
  const precision = precisionOf(view);
  const own = kinds[part.kind].numbers?.(key);
  if (!own || !precision) return () => false;
  const size = Math.max(...own.map(Math.abs));
  const reach = own.map((v, i) => 2.001 * reachOf(precision, v, { size, bound: bound[i] ?? 0 }));
  return (others) => own.every((v, i) => Math.abs(v - others[i]!) <= reach[i]!);
}

/** Whether whoever types 0 for all of it would be right. */
export function zeroWouldPass(part: Part, view: unknown, { key, bound = [] }: Target): boolean {
  const precision = precisionOf(view);
  const own = kinds[part.kind].numbers?.(key) ?? [];
  if (!precision || own.length === 0) return false;
  const size = Math.max(...own.map(Math.abs));
  return own.every((v, i) => Math.abs(v) <= reachOf(precision, v, { size, bound: bound[i] ?? 0 }));
}
