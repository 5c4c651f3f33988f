import { aside } from "../graph";
import { type Block, slice } from "../ops/slice";
import { transposed } from "./laid";
import { isSquare } from "./reading";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { type Told, within } from "./told";

export const toldSlice: Told<Block> = {
  op: slice,
  tex: ({ inputs: [a], settings }, write) => {
    const { row, col, rows, cols } = settings;
    const down = span(row, rows, a!.rows);
    const along = span(col, cols, a!.cols);
    return { tex: `{${within(write.of(a!), 4)}}_{${down},${along}}`, binds: 4 };
  },
  worked: () => undefined,
  tells: () => "Cut out the part that is used.",
  slips: [
    {
      rule: rules["entry-beside-read"],
      made: ({ inputs: [a], settings }) =>
        beside(settings, a!).map((block) => ({
          by: aside(slice, [a!], block),
          says: () =>
            block.row === settings.row
              ? "used the columns beside the ones asked for"
              : "used the rows beside the ones asked for",
        })),
    },
    {
      rule: rules["entry-crosswise-read"],
      made: ({ inputs: [a], settings: { row, col, rows, cols } }) => {
        if (!isSquare(a!) || (row === col && rows === cols)) return none;
        const crosswise = { row: col, col: row, rows: cols, cols: rows };
        return [
          {
            by: transposed(aside(slice, [a!], crosswise)),
            says: () => "swapped rows and columns",
          },
        ];
      },
    },
    zForH,
  ],
};

/** The rows or columns of a part, counted from 1; a colon for all of them. */
function span(from: number, count: number, whole: number): string {
  if (count === whole) return ":";
  return count === 1 ? `${from + 1}` : `${from + 1}{:}${from + count}`;
}

function beside(block: Block, { rows, cols }: { rows: number; cols: number }): Block[] {
  const { row, col } = block;
  return [
    { ...block, row: row - 1 },
    { ...block, row: row + 1 },
    { ...block, col: col - 1 },
    { ...block, col: col + 1 },
  ].filter((one) => {
    const fits = one.row + one.rows <= rows && one.col + one.cols <= cols;
    return one.row >= 0 && one.col >= 0 && fits;
  });
}
