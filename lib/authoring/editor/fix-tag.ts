import type { QuickFix, Said } from "./fix";

const value = String.raw`=(?:"[^"]*"|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})`;
/** A tag with its attributes; bare names alone stand in its first lines as text would. */
const begun = new RegExp(
  String.raw`^<\w+(?:[^\S\n]+[\w-]+(?:${value})?(?![\w.])|\s+[\w-]+${value})*`,
);

/** What closes a tag, its quotes or its braces, or makes its quotes straight; undefined for other issues. */
export function fixedTag(text: string, at: number, { message, mend }: Said): QuickFix | undefined {
  if (/end it with \/>/i.test(mend)) return closed(text, at);
  if (mend.startsWith("Close the quotes: ")) return ended(text, at, '"');
  if (mend.startsWith("Close the braces: ")) return ended(text, at, "}");
  return message.endsWith("is a curly quote") ? straight(text, at) : undefined;
}

function closed(text: string, at: number): QuickFix | undefined {
  const written = begun.exec(text.slice(at))?.[0];
  if (!written) return undefined;
  const from = at + written.length;
  const end = /^\s*>/.exec(text.slice(from))?.[0] ?? "";
  return {
    name: "Close it with />",
    changes: [{ from, to: from + end.length, insert: " />" }],
  };
}

/** Closes what an attribute at a place opens, before the next attribute, the tag's end or the line's. */
function ended(text: string, at: number, sign: '"' | "}"): QuickFix | undefined {
  const rest = text.slice(at);
  const opens = /^[\w-]+\s*=\s*["{]/.exec(rest)?.[0].length;
  if (!opens) return undefined;
  const length = /\s+[\w-]+=["{]|\s*\/>|\s*\n|\s*$/.exec(rest.slice(opens))!.index;
  const from = at + opens + length;
  return { name: `Add the missing ${sign}`, changes: [{ from, to: from, insert: sign }] };
}

/** All curly quotes around values, from a place to the tag's end. */
function straight(text: string, at: number): QuickFix | undefined {
  const end = text.indexOf(">", at);
  const tag = text.slice(at, end < 0 ? undefined : end);
  const changes = [...tag.matchAll(/(^|=\s*)([“”„‟″])([^“”„‟″\n]*)([“”„‟″"])/g)].map(
    ({ index, 0: all, 1: before = "", 3: inside = "" }) => ({
      from: at + index + before.length,
      to: at + index + all.length,
      insert: `"${inside}"`,
    }),
  );
  return changes.length > 0 ? { name: "Use straight quotes", changes } : undefined;
}
