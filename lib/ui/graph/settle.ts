import { spread } from "./spread";

/** What stands in a column: a node, or the place where a longer line passes between nodes. */
export interface Item {
  readonly id: string;
  readonly column: number;
  readonly size: number;
  readonly isBend: boolean;
  readonly before: Item[];
  readonly after: Item[];
  row: number;
}

const sweeps = 8;
/** As often as what stands is drawn towards all that it is joined to, which makes long lines straight. */
const straightenings = 12;
/** A bend in a line is seen more than a node that stands a little aside. */
const bendWeight = 8;

/** Brings every item near what it is joined to, in turn from the left and from the right. */
export function settle(columns: Item[][], rows: number): void {
  for (const column of columns) place(column, rows);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const fromLeft = sweep % 2 === 0;
    for (const column of fromLeft ? columns : columns.toReversed()) {
      for (const item of column) item.row = meanRow(fromLeft ? item.before : item.after, item);
      place(column, rows);
    }
  }
  for (let sweep = 0; sweep < straightenings; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      for (const item of column) item.row = meanRow([...item.before, ...item.after], item);
      place(column, rows);
    }
  }
}

/** Brings all bends of a line to one row, as far as what stands beside them lets it. */
export function straighten(
  chains: readonly (readonly Item[])[],
  columns: readonly Item[][],
  rows: number,
): void {
  for (let sweep = 0; sweep < straightenings; sweep++) {
    for (const chain of chains) {
      const bends = chain.slice(1, -1);
      const mean = bends.reduce((total, { row }) => total + row, 0) / bends.length;
      for (const bend of bends) bend.row = mean;
    }
    for (const column of columns) place(column, rows);
  }
}

function meanRow(near: readonly Item[], { row }: Item): number {
  return near.length > 0 ? near.reduce((total, item) => total + item.row, 0) / near.length : row;
}

function place(column: Item[], rows: number): void {
  column.sort((a, b) => a.row - b.row);
  const places = spread(
    column.map(({ row, size, isBend }) => ({ at: row, size, weight: isBend ? bendWeight : 1 })),
    rows,
  );
  column.forEach((item, i) => {
    item.row = places[i] ?? 0;
  });
}
