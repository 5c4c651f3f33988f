import { quote } from "@/lib/exercise/quote";
import { nameOf, readBlank } from "./blank";
import type { ValuesView } from "./schema";

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
    return { message: `${quote(raw)} doesn’t say which blank it’s for. ${example}` };
  }
  const typed = names.map(() => "");
  for (const line of lines) {
    const [name = "", ...rest] = line.split("=");
    const blank = readBlank(name.replace(/\s/g, ""), view.net.sizes);
    const place = blank ? names.indexOf(nameOf(blank, view.net.sizes)) : -1;
    if (place < 0) return { message: `${quote(name)} isn’t a blank here. ${example}` };
    if (typed[place] !== "") return { message: `${names[place]} is there twice.` };
    typed[place] = rest.join("=").trim();
  }
  return { typed };
}
