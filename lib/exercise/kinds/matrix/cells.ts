import { unseen } from "@/lib/exercise/algebra/common-signs";
import { readNumber } from "@/lib/exercise/read-number";
import { withoutName } from "@/lib/exercise/without-name";
import { readAround } from "./around";
import { bracketed, type Listed } from "./bracketed";
import { cellsIn, spaced, splitOutside, tight, trimmed } from "./split";

/** Rows of cells as text, not yet read as numbers, or why there are none. `flat` is a list without rows, such as
 *  NumPy's `[1, 2]`, which is neither a row nor a column. Each number is still to be multiplied by `times`, and what
 *  is `transposed` to be turned. */
export type Cells =
  | {
      readonly rows: readonly (readonly string[])[];
      readonly flat?: true;
      readonly times?: number;
      readonly transposed?: true;
    }
  | { readonly message: string };

export interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** The cells of a matrix as a grid sends it, or as it is typed or pasted: rows on lines with cells by tabs, semicolons,
 *  commas or spaces; the brackets of NumPy and MATLAB; a LaTeX matrix. `asked` is the shape, where it is shown: in a
 *  column's place each line is one cell. */
export function splitCells(typed: string, asked?: Size): Cells {
  const sent = gridCells(typed);
  if (sent) return { rows: sent };
  const text = squared(withoutName(visible(typed)));
  const latex = /\\begin\s*\{([a-zA-Z*]*(?:matrix|array)\*?)\}([\s\S]*?)\\end\s*\{\1\}/.exec(text);
  if (latex) {
    const end = latex.index + latex[0].length;
    return dressed(text.slice(0, latex.index), latexRows(latex[2] ?? ""), text.slice(end));
  }
  const core = bracketed(text);
  if (core) return "message" in core ? core : dressed(core.before, core, core.behind);
  const [first = "", ...rest] = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const times = sharedFactor(first);
  if (times === undefined) return lineCells(text, asked);
  const cells = lineCells(rest.join("\n"), asked);
  return "message" in cells ? cells : { ...cells, times };
}

/** MATLAB writes the power of ten that all numbers share on a line of its own: `1.0e-03 *`. */
function sharedFactor(line: string): number | undefined {
  const trimmedLine = line.trim();
  if (!/[*×]$/.test(trimmedLine)) return undefined;
  const read = readNumber(trimmedLine.slice(0, -1));
  return read.status === "read" ? read.number : undefined;
}

/** The response of a grid: each line a row, each cell ended by a tab, whatever stands in it. */
export function gridResponse(cells: readonly (readonly string[])[]): string {
  const cell = (text: string) => `${text.replace(/\s+/g, " ").trim()}\t`;
  return cells.map((row) => row.map(cell).join("")).join("\n");
}

/** The cells of a grid's response; undefined where it is none. */
export function gridCells(text: string): string[][] | undefined {
  const rows = text.split(/\r\n?|\n/);
  if (!rows.every((row) => row.endsWith("\t"))) return undefined;
  return rows.map((row) => trimmed(row.slice(0, -1).split("\t")));
}

const visible = (typed: string) =>
  typed
    .replace(/\u2062/g, "*")
    .replace(unseen, "")
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** The braces of Mathematica, C and Java as square brackets. */
const squared = (text: string) =>
  /^\s*\{\s*\{[^\\]*\}\s*\}[\s;]*$/.test(text)
    ? text.replaceAll("{", "[").replaceAll("}", "]")
    : text;

function dressed(before: string, { rows, flat }: Listed, behind: string): Cells {
  const around = readAround(before, behind);
  if ("message" in around) return around;
  // What NumPy calls T leaves a list as it is; what else turns a list takes it for a row.
  const turns = around.transposed && !(flat && /\.(?:T|transpose|t)\b/.test(behind));
  return {
    rows,
    ...(flat && !turns ? { flat } : {}),
    ...(around.times === 1 ? {} : { times: around.times }),
    ...(turns ? { transposed: true } : {}),
  };
}

function latexRows(inside: string): Listed {
  const body = inside.replace(/^\s*(?:\[[a-z]\]|\{[clr|\s@{}]*\})/, "").replace(/\\hline/g, "");
  const rows = body.split(/\\\\(?:\[[^\]]{0,20}\])?|\\cr(?![A-Za-z])/);
  const filled = rows.filter((row) => row.trim() !== "");
  return { rows: filled.map((row) => trimmed(row.split("&"))) };
}

function lineCells(text: string, asked: Size | undefined): Cells {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  if (text.includes("\t")) return { rows: tabbed(lines) };
  const ended = lines.map((line) => line.replace(/;\s*$/, "").trim());
  const parted = ended.some((line) => line.includes(";"));
  if (parted && ended.length === 1) return semicolons(ended[0] ?? "", asked);
  if (parted) return { rows: ended.map((line) => trimmed(line.split(";"))) };
  if (asked?.cols === 1 && (ended.length > 1 || asked.rows === 1)) {
    return { rows: ended.map((line) => [line.replace(/,$/, "")]) };
  }
  const unclear = ended.find((line) => /^[-+−]?\d*,\d+(?:[eE][-+−]?\d+)?$/.test(line));
  if (unclear !== undefined) return askAbout(unclear);
  return { rows: ended.map(commaCells) };
}

/** Cells with tabs between them. Where some lines end with one, a grid's response was edited as text: the tab ends a
 *  cell there, and begins none. */
function tabbed(lines: readonly string[]): string[][] {
  const between = lines.map((line) => trimmed(line.split("\t")));
  if (between.every((row) => row.length === between[0]?.length)) return between;
  return lines.map((line) => trimmed(line.replace(/\t$/, "").split("\t")));
}

/** One line with semicolons: "1 2; 3 4" is MATLAB without its brackets. One number between each is a column, as our
 *  own tools write one, unless decimal commas show a list of another kind, or a row is asked. */
function semicolons(line: string, asked: Size | undefined): Cells {
  const items = trimmed(line.split(";"));
  const column = { rows: items.map((item) => [item]) };
  if (asked?.cols === 1 && asked.rows === items.length) return column;
  if (items.some((item) => spaced(item).length > 1)) return { rows: items.map(commaCells) };
  const byComma = items.map((item) => trimmed(splitOutside(item, (sign) => sign === ",")));
  if (asked && asked.cols > 1 && byComma.every((row) => row.length === asked.cols)) {
    return { rows: byComma };
  }
  const isColumn = asked ? asked.rows > 1 : !line.includes(",");
  return isColumn ? column : { rows: [items], flat: true };
}

/** A line whose commas part cells when a space follows one or there are points or several; otherwise they are decimal
 *  commas, and spaces part cells. */
function commaCells(line: string): string[] {
  const parts =
    line.includes(",") && (/,\s/.test(line) || line.includes(".") || !/\s/.test(tight(line)));
  return parts ? cellsIn(line) : spaced(line);
}

function askAbout(line: string): Cells {
  const [left = "", right = ""] = line.split(",");
  const cells = `the cells ${left || "(empty)"} and ${right}`;
  return {
    message: `Did you mean ${line.replace(",", ".")} or ${cells}? Use a point, or separate cells with spaces.`,
  };
}
