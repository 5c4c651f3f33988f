import type { Change, QuickFix } from "./fix";

/** One change: what is written at a place becomes what is proposed. */
export const swap = (from: number, written: string, insert: string): QuickFix => ({
  name: `Change to ${insert}`,
  changes: [{ from, to: from + written.length, insert }],
});

/** Another name for the tag at a place, and for the one that closes it. */
export function rename(
  text: string,
  at: number,
  { written, proposed }: { readonly written: string; readonly proposed: string },
): QuickFix {
  const change = (from: number): Change => ({
    from,
    to: from + written.length,
    insert: proposed,
  });
  const end = closingTag(text, at, written);
  const changes = end === undefined ? [change(at + 1)] : [change(at + 1), change(end + 2)];
  return { name: `Change to <${proposed}>`, changes };
}

/** Where the tag that closes the one at a place begins. */
function closingTag(text: string, at: number, name: string): number | undefined {
  const tags = new RegExp(`<(/?)${name.replaceAll(".", "\\.")}(?![\\w.-])([^<>]*)`, "g");
  tags.lastIndex = at;
  let depth = 0;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    const [, slash, rest = ""] = match;
    if (!slash && rest.endsWith("/")) {
      if (depth === 0) return undefined;
      continue;
    }
    depth += slash ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return undefined;
}

/** The call at a place: what it is called with, and where it ends. */
export function callAt(
  text: string,
  at: number,
): { readonly values: readonly string[]; readonly to: number } | undefined {
  const name = /^[A-Za-z_][\w.]*\(/.exec(text.slice(at, at + 100))?.[0];
  if (!name) return undefined;
  const values: string[] = [];
  let [depth, from] = [1, at + name.length];
  for (let to = from; to < text.length; to++) {
    const sign = text[to]!;
    if (/[([{]/.test(sign)) depth += 1;
    if (/[)\]}]/.test(sign)) depth -= 1;
    if (depth > 1 || (depth === 1 && sign !== ",")) continue;
    values.push(text.slice(from, to).trim());
    from = to + 1;
    if (depth === 0) return { values: values.filter((value) => value !== ""), to: to + 1 };
  }
  return undefined;
}

/** Where the line that a place is in ends. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
