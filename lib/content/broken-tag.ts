import type { Issue } from "@/lib/exercise";
import { isEmpty } from "./unclosed-tag";
import { withoutText } from "./without-text";

/** The first tag of a text, up to the place where its parser stopped, that is typed to no end: not closed, with a quote or
 *  a brace missing, or with quotes that are none. It is told where it is mended; undefined where no tag is to blame. */
export function brokenTag(source: string, stoppedAt: number): Issue | undefined {
  const text = withoutText(source);
  const opening = /<([A-Za-z][\w.]*)(?=[\s/>“”"'{]|$)/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [written, name = ""] = match;
    if (match.index > stoppedAt) return undefined;
    const read = readTag(text, match.index + written.length, { name, from: match.index });
    if (typeof read === "object") return issueAt(source, read);
    opening.lastIndex = read;
  }
  return undefined;
}

interface Tag {
  readonly name: string;
  readonly from: number;
}

interface Fault {
  readonly at: number;
  readonly message: string;
  readonly mend: string;
}

/** Where a tag ends, or what is wrong with it. */
function readTag(text: string, begin: number, tag: Tag): number | Fault {
  let at = begin;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    const rest = text.slice(at, at + 2);
    if (rest[0] === ">") return at + 1;
    if (rest === "/>") return at + 2;
    if (text.startsWith("{...", at)) at = closing(text, at);
    else {
      const read = readAttribute(text, at, tag);
      if (typeof read === "object") return read;
      at = read;
    }
    if (at < 0) return unclosed(tag);
  }
}

/** Where an attribute ends, or what is wrong with it; what is no attribute says that the tag before it was left open. */
function readAttribute(text: string, at: number, tag: Tag): number | Fault {
  const [written = "", name = "", sign] =
    /^([A-Za-z_:$][\w:.-]*)(\s*=\s*)?/.exec(text.slice(at, at + 400)) ?? [];
  if (written === "") return curlyAt(text, at) ?? unclosed(tag);
  const from = at + written.length;
  if (!sign) return from;
  if (text[from] === '"' || text[from] === "'") return readQuoted(text, from, { at, name });
  if (text[from] === "{") return readBraces(text, from, { at, name });
  return curlyAt(text, from) ?? bare(text, from, { at, name });
}

interface Attribute {
  readonly at: number;
  readonly name: string;
}

function readQuoted(text: string, from: number, { at, name }: Attribute): number | Fault {
  const to = text.indexOf(text[from]!, from + 1);
  const value = text.slice(from + 1, to);
  const goesOn = /[\w-]=$/.test(value) && !/[\s/>]/.test(text[to + 1] ?? " ");
  const holdsTags = value.includes("\n") && /\/>|<\/?[A-Z]/.test(value);
  if (to >= 0 && !goesOn && !holdsTags) return to + 1;
  const mend = `Close the quotes: ${name}="…".`;
  return { at, message: `the text of ${name} has no closing quote`, mend };
}

function readBraces(text: string, from: number, { at, name }: Attribute): number | Fault {
  const to = closing(text, from);
  const inside = to < 0 ? "" : text.slice(from, to).replaceAll(/"[^"\n]*"|'[^'\n]*'/g, "");
  if (to >= 0 && !/\/>|<\/?[A-Z]/.test(inside)) return to;
  const mend = `Close the braces: ${name}={…}.`;
  return { at, message: `a } is missing: the braces of ${name} are not closed`, mend };
}

/** A value with neither quotes nor braces around it. */
function bare(text: string, from: number, { at, name }: Attribute): Fault {
  const value = /^[^\s/>]*/.exec(text.slice(from, from + 60))![0];
  const message = `the value of ${name} has neither quotes nor braces`;
  const mend = value === "" ? `Write ${name}="…" or ${name}={…}.` : `Write ${name}={${value}}.`;
  return { at, message, mend };
}

function curlyAt(text: string, at: number): Fault | undefined {
  if (!/[“”„‟″‘’]/.test(text[at] ?? "")) return undefined;
  return { at, message: `${text[at]} is a curly quote`, mend: 'Use straight quotes: "…".' };
}

function unclosed({ name, from }: Tag): Fault {
  const mend = isEmpty(name)
    ? "Nothing goes inside it: end it with />."
    : `Put > behind its last attribute, and </${name}> after what goes inside.`;
  return { at: from, message: `<${name} begins here and isn’t closed`, mend };
}

/** Where the braces that open at a place are closed; -1 where they are not. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function issueAt(source: string, { at, message, mend }: Fault): Issue {
  const before = source.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, mend };
}
