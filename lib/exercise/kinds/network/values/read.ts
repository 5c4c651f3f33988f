import type { Read } from "@/lib/exercise/kinds/kind";
import { quote, readNumber } from "@/lib/exercise/read-number";
import { nameOf, readBlank } from "./blank";
import type { ValuesView } from "./schema";

export interface ValuesReading {
  readonly asks: "values";
  /** One for each blank, in the author's order. */
  readonly values: readonly number[];
}

/** A response as it is written: a line for each blank, `h[1][2] = 0.5`. */
export function readValues(raw: string, view: ValuesView): Read<ValuesReading> {
  const cells = splitBlanks(raw, view);
  if ("message" in cells) return { status: "unreadable", message: cells.message };
  const values: number[] = [];
  for (const [i, { name }] of view.blanks.entries()) {
    const cell = cells.typed[i] ?? "";
    const read = cell === "" ? undefined : readNumber(cell);
    if (!read) return { status: "unreadable", message: `${name} is empty.` };
    if (read.status === "unreadable") {
      return { status: "unreadable", message: `${name}: ${read.message}` };
    }
    values.push(read.number);
  }
  return { status: "read", reading: { asks: "values", values } };
}

/** The response that has this typed for each blank; empty while nothing is. */
export function written(typed: readonly string[], view: ValuesView): string {
  if (typed.every((cell) => cell.trim() === "")) return "";
  const line = ({ name }: { name: string }, i: number) =>
    `${name} = ${(typed[i] ?? "").replace(/[\s;=]+/g, " ").trim()}`;
  return view.blanks.map(line).join("\n");
}

/** What is typed for each blank, not yet read as a number, or why that cannot be told. Numbers without names are
 *  taken in order when there is one for each blank. */
export function splitBlanks(
  raw: string,
  view: ValuesView,
): { readonly typed: readonly string[] } | { readonly message: string } {
  const lines = raw.split(/[\r\n;]+/).filter((line) => line.trim() !== "");
  const names = view.blanks.map(({ name }) => name);
  const example = `Write a line for each blank, such as ${names[0]} = 0.5.`;
  if (!raw.includes("=")) {
    if (lines.length === names.length) return { typed: lines.map((line) => line.trim()) };
    return { message: `${quote(raw)} does not say which blank it is for. ${example}` };
  }
  const typed = names.map(() => "");
  for (const line of lines) {
    const [name = "", ...rest] = line.split("=");
    const blank = readBlank(name.replace(/\s/g, ""), view.net.sizes);
    const place = blank ? names.indexOf(nameOf(blank, view.net.sizes)) : -1;
    if (place < 0) return { message: `${quote(name)} is no blank here. ${example}` };
    if (typed[place] !== "") return { message: `${names[place]} is there twice.` };
    typed[place] = rest.join("=").trim();
  }
  return { typed };
}
