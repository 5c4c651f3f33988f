import { isTensor, type Value } from "@/lib/exercise/value";
import { short } from "./digits";

/** A value as an author would write it, numbers to six significant figures: `vector([1, 2])`, `[1, "a"]`. */
export function show(value: Value): string {
  if (typeof value === "number") return short(value, 6);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  if (isTensor(value)) {
    const { rows, cols, data } = value;
    if (cols === 1) return `vector(${list([...data])})`;
    const lines = Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)]);
    return `matrix(${list(lines)})`;
  }
  if (Array.isArray(value)) return list(value);
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${show(item)}`);
  return `{ ${entries.join(", ")} }`;
}

function list(values: readonly Value[]): string {
  return `[${values.map(show).join(", ")}]`;
}
