/** As wide as a line may be. */
const width = 100;

/** Rows of cells as lines, each column as wide as its widest cell and two spaces apart. */
export function columns(rows: readonly (readonly string[])[], indent = ""): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...rows.map((row) => [...(row[i] ?? "")].length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - [...cell].length));
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/** A text after its heading, broken at spaces; lines after the first stand under its beginning. */
export function paragraph(heading: string, text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && [...heading, ...line, ...word].length >= width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  const under = " ".repeat([...heading].length);
  return [...lines, line].map((one, i) => (i === 0 ? heading : under) + one);
}
