import { isTensor, type Value } from "@/lib/exercise/value";

/** The numbers that a value consists of; none of a text or a record. */
export function entriesOf(value: Value | undefined): readonly number[] {
  if (typeof value === "number") return [value];
  if (value === undefined || typeof value !== "object") return [];
  if (isTensor(value)) return [...value.data];
  const numbers = Array.isArray(value) && value.every((item) => typeof item === "number");
  return numbers ? (value as readonly number[]) : [];
}

/** The value with another number in its i-th place. */
export function withEntry(value: Value, i: number, number: number): Value {
  if (typeof value === "number") return number;
  if (isTensor(value)) return { ...value, data: value.data.with(i, number) };
  return (value as readonly number[]).with(i, number);
}

/** Steps into a record or a list: "W", 1 say. */
export type Path = readonly (string | number)[];

/** What stands there in a value; undefined where nothing does. */
export function valueAt(value: Value | undefined, [step, ...rest]: Path): Value | undefined {
  if (step === undefined || value === undefined) return value;
  const holds = typeof value === "object" && Object.hasOwn(value, step);
  return holds ? valueAt((value as Readonly<Record<string, Value>>)[step], rest) : undefined;
}
