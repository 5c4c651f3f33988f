/** A text parted at what stands in no brackets of its own: `[(1, 2), (3, 4)]` has one comma that parts. */
export function splitOutside(text: string, parts: (sign: string) => boolean): string[] {
  const pieces = [""];
  let depth = 0;
  for (const sign of text) {
    if ("({[".includes(sign)) depth += 1;
    if (")}]".includes(sign)) depth -= 1;
    if (depth <= 0 && parts(sign)) pieces.push("");
    else pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** The text parted at commas, or at spaces where there are none outside brackets. What a comma ends is no cell. */
export function cellsIn(row: string): string[] {
  const byComma = splitOutside(row.replace(/,\s*$/, ""), (sign) => sign === ",");
  return byComma.length > 1 || /,\s*$/.test(row) ? trimmed(byComma) : spaced(row);
}

/** The text parted at spaces. Those around × ^ / and inside 189 e-3 or 189 x 10^-3 part nothing. */
export function spaced(row: string): string[] {
  return splitOutside(tight(row), (sign) => sign === " ").filter((cell) => cell !== "");
}

export const trimmed = (cells: readonly string[]) => cells.map((cell) => cell.trim());

export function tight(line: string): string {
  return line
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ ?(\\times|\\cdot|[×·⋅*^/]) ?/g, "$1")
    .replace(/ (?=%)/g, "")
    .replace(/(?<=\d) (?=[eE][-+−]?\d)/g, "")
    .replace(/(?<=\d) ?[xX] ?(?=10(?:\^|\*\*|[⁰¹²³⁴-⁹⁻]))/g, "*")
    .replace(/^([-+−]) (?=[\d.(\\])/, "$1");
}

/** Rows of one length with rows and columns exchanged. */
export function turned<Cell>(rows: readonly (readonly Cell[])[]): Cell[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as Cell));
}
