import type { Tensor } from "./tensor";

/** More decimals than these are not added to a number for the sake of its neighbours. */
const most = 6;

/** The entries of a tensor as texts, a row each, so that numbers below one another, or beside one another in a single row,
 *  have equally many decimals: as many as the one with the most has in `text`. */
export function evenCells(
  { rows, cols, data }: Tensor,
  text: (value: number) => string,
): string[][] {
  const values = Array.from({ length: rows }, (_, i) => [
    ...data.subarray(i * cols, (i + 1) * cols),
  ]);
  if (rows === 1) return values.map((row) => evened(row, text));
  const columns = Array.from({ length: cols }, (_, j) =>
    evened(
      values.map((row) => row[j] ?? 0),
      text,
    ),
  );
  return values.map((_, i) => columns.map((column) => column[i] ?? ""));
}

/** Where one is written with a power of ten, or with many decimals, each stays as it is. */
function evened(values: readonly number[], text: (value: number) => string): string[] {
  const texts = values.map(text);
  const decimals = Math.max(...texts.map((one) => one.split(".")[1]?.length ?? 0));
  const plain = texts.every((one) => /^-?\d+(\.\d+)?$/.test(one));
  if (!plain || decimals === 0 || decimals > most) return texts;
  return texts.map((one, i) => {
    const even = (values[i] ?? 0).toFixed(decimals);
    // What is written as 0 is 0 to whoever reads it; what is not, does not become it.
    if (Number(one) === 0) return (0).toFixed(decimals);
    return Number(even) === 0 ? one : even;
  });
}
