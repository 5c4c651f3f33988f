import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";

/** Whether a key says too little to be asked for, or to be gone on from: a number that is 0, numbers all alike. */
export function isDegenerate({ kind }: Pick<Part, "kind">, key: unknown): boolean {
  const values = kinds[kind].numbers?.(key) ?? [];
  const [first] = values;
  if (first === undefined) return false;
  if (values.length === 1) return !Number.isFinite(first) || first === 0;
  const size = Math.max(...values.map(Math.abs));
  return values.every((value) => Math.abs(value - first) <= 1e-12 * size);
}
