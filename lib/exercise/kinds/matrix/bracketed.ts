import { quote } from "@/lib/exercise/quote";
import { cellsIn, splitOutside, trimmed } from "./split";

export interface Listed {
  readonly rows: readonly (readonly string[])[];
  /** A list without rows. */
  readonly flat?: true;
}

/** A matrix in brackets, and what stands before and behind it. */
export interface Bracketed extends Listed {
  readonly before: string;
  readonly behind: string;
}

const unmatched = {
  message: "The brackets don’t match. Write a matrix like [[1, 2], [3, 4]].",
} as const;

/** The matrix in square brackets, or in a tuple of tuples; undefined where there is none. Rows in brackets of their own
 *  may stand side by side or on lines, without any around them. */
export function bracketed(text: string): Bracketed | { readonly message: string } | undefined {
  const tuple = /^\s*\(\s*(?=\()/.test(text) && isTuple(text.trim()) ? text.indexOf("(") : -1;
  const first = text.includes("[") ? text.indexOf("[") : tuple;
  if (first < 0) return text.includes("]") ? unmatched : undefined;
  const groups: Group[] = [];
  for (let next: number | undefined = first; next !== undefined; ) {
    const close = closingOf(text, next);
    if (close === undefined) return unmatched;
    groups.push({ open: next, close });
    next = nextGroup(text, close);
  }
  const another = secondMatrix(text, groups);
  if (another) return another;
  const end = groups.at(-1)?.close ?? first;
  const rows = listed(groups.length > 1 ? text.slice(first, end + 1) : text.slice(first + 1, end));
  if ("message" in rows) return rows;
  return { ...rows, before: text.slice(0, first), behind: text.slice(end + 1) };
}

/** Where a pair of brackets stands. */
interface Group {
  readonly open: number;
  readonly close: number;
}

/** Says where a second matrix starts, when more stands side by side than single rows. */
function secondMatrix(text: string, groups: readonly Group[]): { message: string } | undefined {
  const [first, ...others] = groups;
  if (!first || others.length === 0) return undefined;
  const hasRows = ({ open, close }: Group) => {
    const inside = text.slice(open + 1, close);
    const rows = listed(inside);
    return inside.includes("[") || "message" in rows || rows.rows.length > 1;
  };
  const isMatrix = hasRows(first);
  const second = isMatrix ? others[0] : others.find(hasRows);
  if (!second) return undefined;
  const start = quote(text.slice(second.open));
  const what = isMatrix ? "matrix" : "list";
  return {
    message: `A second ${what} starts at ${start}. Write just one, like [[1, 2], [3, 4]].`,
  };
}

/** Where the next bracketed row begins, when no more than a comma parts it from the last. */
function nextGroup(text: string, end: number): number | undefined {
  const between = /\s*[,;]?\s*(?=\[)/y;
  between.lastIndex = end + 1;
  return between.test(text) ? between.lastIndex : undefined;
}

function closingOf(text: string, open: number): number | undefined {
  const [opening, closing] = text[open] === "(" ? ["(", ")"] : ["[", "]"];
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === opening) depth += 1;
    if (text[at] === closing) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The rows inside a pair of brackets: each in brackets of its own, or parted by semicolons and line ends. */
export function listed(inside: string): Listed | { readonly message: string } {
  if (inside.includes("[") || inside.includes("]")) {
    const rows = [...inside.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
    const between = inside.replace(/\[[^[\]]*\]/g, "");
    return /[^\s,;]/.test(between) ? unmatched : { rows: rows.map(cellsIn) };
  }
  const items = trimmed(splitOutside(inside.replace(/[,;]\s*$/, ""), (sign) => sign === ","));
  if (items.every(isTuple)) return { rows: items.map((item) => cellsIn(item.slice(1, -1))) };
  const rows = splitOutside(inside, (sign) => /[;\r\n]/.test(sign));
  const cells = rows.filter((row) => row.trim() !== "").map(cellsIn);
  const flat = cells.length === 1 && (cells[0]?.length ?? 0) > 1;
  return flat ? { rows: cells, flat } : { rows: cells };
}

function isTuple(text: string): boolean {
  if (!text.startsWith("(") || closingOf(text, 0) !== text.length - 1) return false;
  return splitOutside(text.slice(1, -1), (sign) => sign === ",").length > 1;
}
