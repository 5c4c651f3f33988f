import { column, fromRows, type Tensor } from "@/lib/engine";
import { isTensor, type Value } from "./value";

/** A value read as a tensor: a number is 1×1, `[1, 2]` a column, `[[1, 2], [3, 4]]` rows; undefined for the rest. */
export function toTensor(value: Value): Tensor | undefined {
  if (isTensor(value)) return value;
  if (typeof value === "number") return column([value]);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  if (isNumbers(value)) return column(value);
  const rows = value as readonly Value[];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const regular = rows.every((row) => isNumbers(row) && row.length === width && width > 0);
  return regular ? fromRows(rows as number[][]) : undefined;
}

/** A value read as a number: a 1×1 tensor is its only entry. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (isTensor(value) && value.data.length === 1) return value.data[0];
  return undefined;
}

function isNumbers(value: Value): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
