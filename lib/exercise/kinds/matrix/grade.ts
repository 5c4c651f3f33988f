import type { Grade, Judging, Mark } from "@/lib/exercise/kinds/kind";
import { type Closeness, closeness, type Precision } from "@/lib/exercise/kinds/precision";
import { missesInWords } from "./misses";
import type { Rows } from "./read";
import type { MatrixSettings, MatrixView } from "./schema";

/** What the right shape earns by itself where finding it is left to the student, of five; the cells share the rest. */
const ofShape = 1;
const ofAll = 5;

/** What all the right numbers earn with rows and columns exchanged. */
const ofTranspose = 2 / ofAll;

/** Where the shape is shown, the share of cells that are right. Where it is part of the answer it has a share of its
 *  own, and in a wrong one only the transpose earns anything. */
export function gradeMatrix(
  key: Rows,
  reading: Rows,
  _: MatrixSettings,
  { precision, shown }: MatrixView,
  { bound }: Judging = {},
): Grade {
  const nearness: Nearness = { precision, bounds: bound && inRowsOf(key, bound) };
  if (!sameShape(key, reading)) return misshapen(key, reading, nearness);
  const cells = compared(nearness, key, reading);
  const right = cells.filter((cell) => cell === "right").length;
  const marks = cells.map((cell) => (cell === "right" ? "right" : "wrong") as Mark);
  if (right === cells.length) return { earned: 1, feedback: [], marks };
  const share = right / cells.length;
  const turned = agrees(turnedRound(nearness), transposed(key), reading);
  const feedback = [counted(right, cells.length, !shown), ...(turned ? [transposeTold] : [])];
  const miss = turned ? [] : missesInWords(cells, key, reading, precision);
  if (shown) return { earned: share, feedback, marks, miss };
  const earned = Math.max((ofShape + (ofAll - ofShape) * share) / ofAll, turned ? ofTranspose : 0);
  return { earned, feedback, marks, miss };
}

/** How many entries are right, and that the shape is, where finding it was part of the answer. */
function counted(right: number, all: number, shapeAsked: boolean): string {
  const entries =
    right > 0
      ? `${right} of ${all} entries ${right === 1 ? "is" : "are"}`
      : "none of the entries is";
  if (shapeAsked) return `The shape is right, ${right > 0 ? "and" : "but"} ${entries}.`;
  return `${entries[0]?.toUpperCase()}${entries.slice(1)} right.`;
}

/** How near cells must be: a precision, and for each how far rounding on the way may have moved it. */
interface Nearness {
  readonly precision: Precision;
  readonly bounds?: Rows | undefined;
}

/** Whether two matrices have one shape and agree in every cell. */
export function agrees(nearness: Nearness, key: Rows, reading: Rows): boolean {
  if (!sameShape(key, reading)) return false;
  return compared(nearness, key, reading).every((cell) => cell === "right");
}

function compared({ precision, bounds }: Nearness, key: Rows, reading: Rows): Closeness[] {
  const size = key.reduce((most, row) => Math.max(most, ...row.map(Math.abs)), 0);
  return key.flatMap((row, i) =>
    row.map((cell, j) => {
      const around = { size, bound: bounds?.[i]?.[j] ?? 0 };
      return closeness(precision, cell, reading[i]?.[j] ?? Number.NaN, around);
    }),
  );
}

const turnedRound = ({ precision, bounds }: Nearness): Nearness => ({
  precision,
  bounds: bounds && transposed(bounds),
});

/** Numbers in the order of a matrix's cells, as rows of its shape. */
function inRowsOf(rows: Rows, numbers: readonly number[]): Rows {
  const cols = rows[0]?.length ?? 0;
  return rows.map((_, i) => numbers.slice(i * cols, (i + 1) * cols));
}

const transposeTold =
  "These are the right numbers with rows and columns swapped: your answer is the transpose.";

function misshapen(key: Rows, reading: Rows, nearness: Nearness): Grade {
  if (agrees(turnedRound(nearness), transposed(key), reading)) {
    return { earned: ofTranspose, feedback: [transposeTold] };
  }
  const shape = `$${reading.length} \\times ${reading[0]?.length ?? 0}$`;
  const hint = `Your answer is ${shape}, and that isn’t the right shape: think about what the rows and columns stand for.`;
  return { earned: 0, feedback: [hint] };
}

function sameShape(a: Rows, b: Rows): boolean {
  return a.length === b.length && a[0]?.length === b[0]?.length;
}

function transposed(rows: Rows): number[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0));
}
