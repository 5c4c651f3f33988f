// Matrices as lists of rows, by loops, apart from the engine; and the numbers that formulas are tried with.

export type Rows = number[][];

export const columnOf = (values: readonly number[]): Rows => values.map((v) => [v]);

export const product = (a: Rows, b: Rows): Rows =>
  a.map((row) =>
    b[0]!.map((_, j) => {
      let sum = 0;
      for (let k = 0; k < row.length; k++) sum += row[k]! * b[k]![j]!;
      return sum;
    }),
  );

export const turned = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** One operation on the entries in the same places. */
export const entrywise = (f: (...entries: number[]) => number, ...all: Rows[]): Rows =>
  all[0]!.map((row, i) => row.map((_, j) => f(...all.map((a) => a[i]![j]!))));

export const scaled = (by: number, a: Rows): Rows => entrywise((v) => by * v, a);

/** The sum of each row, as a column. */
export const rowTotals = (a: Rows): Rows => a.map((row) => [row.reduce((sum, v) => sum + v, 0)]);

/** Numbers from −1 to 1 that hang on the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

export const randomRows = (rows: number, cols: number, next: () => number): Rows =>
  Array.from({ length: rows }, () => Array.from({ length: cols }, next));

/** Weights and biases of a network with these sizes. */
export function randomNetwork(sizes: readonly number[], next: () => number) {
  const widths = sizes.slice(1);
  return {
    W: widths.map((rows, l) => randomRows(rows, sizes[l]!, next)),
    b: widths.map((rows) => Array.from({ length: rows }, next)),
  };
}

/** The slope of f by each of these entries, by central differences: the entry is moved where it lies, and put back. */
export function slopesBy(entries: number[], f: () => number, step = 1e-5): number[] {
  return entries.map((value, i) => {
    entries[i] = value + step;
    const above = f();
    entries[i] = value - step;
    const below = f();
    entries[i] = value;
    return (above - below) / (2 * step);
  });
}

/** The largest difference between entries in the same places; infinite where the shapes differ. */
export function apart(a: Rows, b: Rows): number {
  const alike = a.length === b.length && a.every((row, i) => row.length === b[i]!.length);
  if (!alike) return Number.POSITIVE_INFINITY;
  return Math.max(...a.flatMap((row, i) => row.map((v, j) => Math.abs(v - b[i]![j]!))));
}
