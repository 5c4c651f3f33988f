import { fromRows } from "@/lib/engine";
import type { Read } from "@/lib/exercise/kinds/kind";
import { readsAsTyped } from "@/lib/exercise/kinds/read-back";
import { texOf } from "@/lib/exercise/language/tex";
import { gridCells } from "./cells";
import { type Rows, readMatrix } from "./read";
import type { MatrixView } from "./schema";

/** A larger matrix is told by its shape: nobody reads so many numbers twice. */
const most = 100;

const figures = 10;

/** A matrix as it is taken; nothing where it stands in a grid already, in plain numbers. */
export function readMatrixBack(raw: string, view: MatrixView): Read<readonly string[]> {
  const read = readMatrix(raw, view);
  if (read.status === "unreadable") return read;
  const plain = gridCells(raw)?.every((row) => row.every(readsAsTyped)) ?? false;
  return { status: "read", reading: plain ? [] : [matrixTex(read.reading)] };
}

function matrixTex(rows: Rows): string {
  const cols = rows[0]?.length ?? 0;
  if (rows.length * cols > most) return `\\text{a ${rows.length}×${cols} matrix}`;
  // A 1×1 matrix keeps its brackets, as a number would not.
  const tex = texOf(fromRows(rows.map((row) => [...row])), figures);
  return rows.length * cols === 1 ? `\\begin{bmatrix} ${tex} \\end{bmatrix}` : tex;
}
