import type { Value } from "@/lib/exercise";
import { isTensor } from "@/lib/exercise/value";

/** What a student who works an exercise out by hand puts into one of its parts: a number or a formula as typed; the rows
 *  of a matrix; the text of an option, or of several; steps from first to last; blanks or weights of a diagram. */
export type Answer =
  | number
  | string
  | readonly (readonly number[])[]
  | { readonly option: string }
  | { readonly options: readonly string[] }
  | { readonly steps: readonly string[] }
  | { readonly blanks: Readonly<Record<string, number>> }
  | { readonly weights: readonly string[] };

/** An exercise worked out from its givens by the test's own arithmetic: what goes into each part. */
export type Worked = (givens: Givens) => Readonly<Record<string, Answer>>;

/** A lesson's exercises by id. */
export type Oracle = Readonly<Record<string, Worked>>;

/** A variant's drawn numbers, as plain JavaScript. */
export class Givens {
  constructor(private readonly values: Readonly<Record<string, Value>>) {}

  number(name: string): number {
    const value = this.values[name];
    if (typeof value === "number") return value;
    const rows = this.rows(name);
    if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0]!;
    throw new Error(`${name} is no number`);
  }

  text(name: string): string {
    return String(this.values[name]);
  }

  /** The entries of a vector. */
  vector(name: string): number[] {
    return this.rows(name).flat();
  }

  rows(name: string): number[][] {
    return rowsOf(this.values[name]);
  }

  /** W and b of every layer, from the first. */
  network(name: string): { W: number[][][]; b: number[][] } {
    const { W, b } = this.values[name] as unknown as { W: Value[]; b: Value[] };
    return { W: W.slice(1).map(rowsOf), b: b.slice(1).map((one) => rowsOf(one).flat()) };
  }
}

function rowsOf(value: Value | undefined): number[][] {
  if (value !== undefined && isTensor(value)) {
    const { rows, cols, data } = value;
    return Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)]);
  }
  if (!Array.isArray(value)) throw new Error("this is no matrix");
  return value.map((row) => (Array.isArray(row) ? (row as number[]) : [row as number]));
}
