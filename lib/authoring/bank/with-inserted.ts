import { parseMdx } from "@/lib/content/mdx";

/** A lesson's text with an exercise put in after the paragraph, the exercise or whatever else the line is in, or comes after;
 *  at the end where no line is given. Gives the line, from 1, that the exercise begins at too. */
export function withInserted(
  text: string,
  added: string,
  line: number | undefined,
): { readonly text: string; readonly line: number } {
  const lines = text.split("\n");
  const end = line === undefined ? lines.length : endOfBlock(text, line);
  const before = lines.slice(0, end).join("\n").trimEnd();
  const after = lines
    .slice(end)
    .join("\n")
    .replace(/^(?:[ \t]*\r?\n)*/, "");
  const rest = after.trim() === "" ? "" : `\n${after}`;
  return { text: `${before}\n\n${added}\n${rest}`, line: before.split("\n").length + 2 };
}

/** The last line of what a line is in or comes after. */
function endOfBlock(text: string, line: number): number {
  const parsed = parseMdx(text);
  if (!("root" in parsed)) return nextGap(text, line);
  const block = parsed.root.children.findLast(
    ({ position }) => (position?.start.line ?? 1) <= line,
  );
  return block?.position?.end.line ?? 0;
}

/** The last line before the next empty one that is in no exercise: for a text that can't be read yet. */
function nextGap(text: string, line: number): number {
  const lines = text.split("\n");
  let isInside = false;
  for (const [i, one] of lines.entries()) {
    if (/^\s*<Exercise\b/.test(one)) isInside = true;
    if (/^\s*<\/Exercise>/.test(one)) isInside = false;
    if (i + 1 >= line && !isInside && one.trim() === "") return i;
  }
  return lines.length;
}
