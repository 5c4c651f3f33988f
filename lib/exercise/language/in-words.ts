import { isTensor, type Value } from "@/lib/exercise/value";

/** What a value is, in words for an author: "a 2×3 matrix", "a text". */
export function inWords(value: Value): string {
  if (isTensor(value)) return `a ${value.rows}×${value.cols} matrix`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "number") return "a number";
  if (typeof value === "string") return "a text";
  return typeof value === "boolean" ? "true or false" : "a record";
}
