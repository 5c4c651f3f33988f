import type { Tensor } from "@/lib/engine";

/** Everything the exercise language can hold. Networks and passes are records; only own properties are read. */
export type Value =
  | number
  | boolean
  | string
  | Tensor
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A value as plain JSON: tensors become `{ rows, cols, data: number[] }`, numbers JSON lacks `{ number: "NaN" }`. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export function isTensor(value: unknown): value is Tensor {
  return typeof value === "object" && value !== null && "data" in value
    ? (value as Tensor).data instanceof Float64Array
    : false;
}

export function isRecord(value: unknown): value is { readonly [name: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isTensor(value);
}

/** A value ready for a JSON column; `fromJson` gives it back exactly, −0 and the infinities too. */
export function toJson(value: Value): Json {
  if (typeof value === "number") return numberToJson(value);
  if (typeof value !== "object") return value;
  if (isTensor(value)) {
    return { rows: value.rows, cols: value.cols, data: Array.from(value.data, numberToJson) };
  }
  if (Array.isArray(value)) return value.map((item: Value) => toJson(item));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item)]));
}

/** The value that `toJson` stored; throws when the JSON never was one. */
export function fromJson(json: Json): Value {
  if (json === null) throw new TypeError("null is not a value of the exercise language");
  if (typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map(fromJson);
  if (isNumberJson(json)) return Number(json.number);
  if (isTensorJson(json)) {
    const data = Float64Array.from(json.data, (item) => fromJson(item) as number);
    return { rows: json.rows, cols: json.cols, data };
  }
  return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, fromJson(item)]));
}

function numberToJson(value: number): Json {
  if (Object.is(value, -0)) return { number: "-0" };
  return Number.isFinite(value) ? value : { number: String(value) };
}

const unwritable: readonly unknown[] = ["NaN", "Infinity", "-Infinity", "-0"];

function isNumberJson(json: { [name: string]: Json }): json is { number: string } {
  return unwritable.includes(json.number) && Object.keys(json).length === 1;
}

function isTensorJson(json: { [name: string]: Json }): json is {
  rows: number;
  cols: number;
  data: Json[];
} {
  const { rows, cols, data, ...rest } = json;
  if (typeof rows !== "number" || typeof cols !== "number" || !Array.isArray(data)) return false;
  return data.length === rows * cols && Object.keys(rest).length === 0;
}
