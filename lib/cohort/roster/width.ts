import { hasAddress } from "./address";
import { signOf } from "./header-words";
import type { Row } from "./separate";

/** How many cells a row of this roster has: as many as it has headings, or as most rows have where that is more. It stays
 *  with the headings where no addresses stand below the one that says so: then cells were torn apart, not left unnamed. */
export function widthOf(headings: string[] | undefined, rows: Row[]): number {
  const usual = usualWidth(rows);
  if (!headings || usual <= headings.length) return headings?.length ?? usual;
  const email = headings.findIndex((heading) => signOf(heading) === "email");
  const below = rows.filter(({ cells }) => hasAddress(cells[email] ?? "")).length;
  return email >= 0 && below * 2 < rows.length ? headings.length : usual;
}

function usualWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
