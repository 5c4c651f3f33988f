/** Rows of cells as text, not yet read as numbers, or why there are none. `flat` is a list without rows, such as
 *  NumPy's `[1, 2]`, which is neither a row nor a column. */
export type Cells =
  | { readonly rows: readonly (readonly string[])[]; readonly flat?: true }
  | { readonly message: string };

const lines = (text: string) => text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
const trimmed = (cells: readonly string[]) => cells.map((cell) => cell.trim());

/** The cells of a matrix as typed or pasted: rows on lines with cells by tabs, semicolons, commas or spaces; NumPy's
 *  and MATLAB's brackets; a LaTeX matrix. */
export function splitCells(typed: string): Cells {
  const text = typed.replace(/[［］；，]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const latex = /\\begin\{([a-zA-Z*]*(?:matrix|array)\*?)\}([\s\S]*?)\\end\{\1\}/.exec(text);
  if (latex) return latexCells(latex[2] ?? "");
  const brackets = bracketsOf(text);
  return brackets === undefined ? lineCells(text) : bracketCells(brackets);
}

/** What stands from the first to the last bracket, when around them is no more than `dW = np.array(…, dtype=…);`. */
function bracketsOf(text: string): string | undefined {
  const first = text.indexOf("[");
  const last = text.lastIndexOf("]");
  if (first < 0 || last < first) return undefined;
  const bare = (around: string) => around.replace(/\s+/g, "");
  const known =
    /^[\w.=]*\(?$/.test(bare(text.slice(0, first))) &&
    /^(?:,dtype=[\w.]+)?\)?;?$/.test(bare(text.slice(last + 1)));
  return known ? text.slice(first, last + 1) : undefined;
}

function latexCells(inside: string): Cells {
  const body = inside.replace(/^\s*(?:\[[a-z]\]|\{[clr|\s]*\})/, "").replace(/\\hline/g, "");
  const rows = body.split(/\\\\(?:\[[^\]]*\])?/).filter((row) => row.trim() !== "");
  return { rows: rows.map((row) => trimmed(row.split("&"))) };
}

function bracketCells(text: string): Cells {
  const inside = text.slice(1, -1).trim();
  if (!/[[\]]/.test(inside)) {
    const rows = inside.split(/;|\r\n?|\n/).filter((row) => row.trim() !== "");
    const cells = rows.map(bracketRow);
    return rows.length === 1 && (cells[0]?.length ?? 0) > 1
      ? { rows: cells, flat: true }
      : { rows: cells };
  }
  const rows = [...inside.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
  if (/[^\s,;]/.test(inside.replace(/\[[^[\]]*\]/g, ""))) {
    return { message: "The brackets do not match. Write a matrix like [[1, 2], [3, 4]]." };
  }
  return { rows: rows.map(bracketRow) };
}

/** One row inside brackets, where commas always part cells. */
function bracketRow(row: string): string[] {
  const cells = row.includes(",") ? trimmed(row.replace(/,\s*$/, "").split(",")) : spaced(row);
  return cells;
}

function lineCells(text: string): Cells {
  const only = lines(text);
  // "1 2; 3 4" in one line is MATLAB without its brackets.
  if (
    only.length === 1 &&
    !text.includes("\t") &&
    /[^\s;]\s+[^\s;]/.test(tight(text)) &&
    /;/.test(text)
  ) {
    return bracketCells(`[${text}]`);
  }
  if (text.includes("\t")) return { rows: only.map((line) => trimmed(line.split("\t"))) };
  if (text.includes(";"))
    return { rows: only.map((line) => trimmed(line.replace(/;\s*$/, "").split(";"))) };
  const unclear = only.find((line) => /^\s*[-+−]?\d*,\d+\s*$/.test(line));
  if (unclear !== undefined && only.some((line) => line.includes(",")))
    return askAbout(unclear.trim());
  return { rows: only.map(commaCells) };
}

/** A line whose commas part cells when a space follows one or there are points or several; otherwise they are decimal
 *  commas, and spaces part cells. */
function commaCells(line: string): string[] {
  const parts =
    line.includes(",") && (/,\s/.test(line) || line.includes(".") || !/\s/.test(line.trim()));
  return parts ? trimmed(line.replace(/,\s*$/, "").split(",")) : spaced(line);
}

function askAbout(line: string): Cells {
  const [left = "", right = ""] = line.split(",");
  const cells = `the cells ${left || "(empty)"} and ${right}`;
  return {
    message: `Did you mean ${line.replace(",", ".")} or ${cells}? Write a point, or part cells by spaces.`,
  };
}

function spaced(line: string): string[] {
  return tight(line)
    .trim()
    .split(/\s+/)
    .filter((cell) => cell !== "");
}

/** Spaces around × ^ / and inside 1.2 e-3 do not part cells. */
function tight(line: string): string {
  const single = line.replace(/\s+/g, " ");
  return single.replace(/ ?(\\times|\\cdot|[×·⋅*^/]) ?/g, "$1").replaceAll(" %", "%");
}
