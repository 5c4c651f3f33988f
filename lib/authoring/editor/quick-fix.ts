import type { QuickFix, Said } from "./fix";
import { fixedTag } from "./fix-tag";
import { callAt, lineEnd, rename, swap } from "./text-at";

/** What mends an issue by itself: where it proposes what to write, that in the place of what it speaks of; undefined where
 *  it proposes nothing, or what it speaks of is not at `at`, and where something of the author's would be lost. */
export function quickFixFor(text: string, at: number, said: Said): QuickFix | undefined {
  for (const fix of [word, element, quoted, call, attribute, yamlLine, heading, note, power]) {
    const found = fix(text, at, said);
    if (found) return found;
  }
  return fixedTag(text, at, said);
}

/** Did you mean log? */
function word(text: string, at: number, { message, mend }: Said): QuickFix | undefined {
  const proposed = /^Did you mean ([\w-]+)\?/.exec(mend)?.[1];
  if (!proposed) return undefined;
  const spoken = new Set(message.match(/[\w-]+/g));
  const attribute = /^[\w-]+=(?:"[^"]*"|\{[^{}]*\})?/.exec(text.slice(at))?.[0];
  const near = attribute ?? /^[^\w]?[\w-]+/.exec(text.slice(at))?.[0] ?? "";
  for (const { 0: written, index } of near.matchAll(/[\w-]+/g)) {
    if (spoken.has(written)) return swap(at + index, written, proposed);
  }
  return undefined;
}

/** Did you mean <Exercise>? Its closing tag, too. */
function element(text: string, at: number, { mend }: Said): QuickFix | undefined {
  const proposed = /^Did you mean <(\w+)>\?/.exec(mend)?.[1];
  const written = /^<([\w.-]+)/.exec(text.slice(at))?.[1];
  return proposed && written ? rename(text, at, { written, proposed }) : undefined;
}

/** Did you mean "relu"? */
function quoted(text: string, at: number, { message, mend }: Said): QuickFix | undefined {
  const proposed = /^Did you mean ("[^"]+")\?/.exec(mend)?.[1];
  const wrong = /"[^"]+"/.exec(message)?.[0];
  if (!proposed || !wrong) return undefined;
  const found = [wrong, wrong.replaceAll('"', "'")]
    .map((one) => ({ one, from: text.indexOf(one, at) }))
    .find(({ from }) => from >= 0);
  return found && swap(found.from, found.one, proposed);
}

/** Did you mean max([a, b])? In place of a call, where all that it was called with is kept. */
function call(text: string, at: number, { mend }: Said): QuickFix | undefined {
  const proposed =
    /\bdid you mean (.+)\?$/i.exec(mend)?.[1] ?? /^Put them into a list: (.+)\.$/.exec(mend)?.[1];
  const written = proposed && callAt(text, at);
  if (!proposed || !written) return undefined;
  if (written.values.some((value) => !proposed.includes(value))) return undefined;
  const isAlone =
    /[{(,[]\s*$/.test(text.slice(0, at)) && /^\s*[}),\]]/.test(text.slice(written.to));
  const isOne = /^[\w.]+\(.*\)$/.test(proposed) && !/\) *[-+*/%]/.test(proposed);
  return swap(at, text.slice(at, written.to), isAlone || isOne ? proposed : `(${proposed})`);
}

/** Write cost={0.2}. */
function attribute(text: string, at: number, { mend }: Said): QuickFix | undefined {
  const [, proposed, name] =
    /^Write (?:a share such as )?(([\w-]+)=(?:\{[^{}…]+\}|"[^"…]+"))\.$/.exec(mend) ?? [];
  const written = /^([\w-]+)\s*=\s*(?:"[^"\n]*"|\{[^{}\n]*\}|[^\s/>{"]+)/.exec(text.slice(at));
  return proposed && written?.[1] === name ? swap(at, written![0], proposed) : undefined;
}

/** Quote it: title: "A: B". */
function yamlLine(text: string, at: number, { mend }: Said): QuickFix | undefined {
  const [, proposed, key = ""] = /^Quote it: (([\w-]+): .+)\.$/.exec(mend) ?? [];
  const begins = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(begins, lineEnd(text, begins));
  const from = line.indexOf(`${key}:`);
  return proposed && from >= 0 ? swap(begins + from, line.slice(from), proposed) : undefined;
}

/** A heading of the whole page becomes one of the lesson's. */
function heading(text: string, at: number, { mend }: Said): QuickFix | undefined {
  if (!mend.includes("headings with ##") || !/^# /.test(text.slice(at, at + 2))) return undefined;
  return swap(at, "#", "##");
}

/** A note of HTML becomes one of a lesson. */
function note(text: string, at: number, { mend }: Said): QuickFix | undefined {
  if (!mend.includes("{/* … */}")) return undefined;
  const written = /^<!--([\s\S]*?)-->/.exec(text.slice(at));
  return written ? swap(at, written[0], `{/*${written[1]}*/}`) : undefined;
}

/** For a power write a ** 2. */
function power(text: string, at: number, { mend }: Said): QuickFix | undefined {
  const proposed = /^For a power write (.+)\.$/.exec(mend)?.[1];
  if (!proposed) return undefined;
  const raw = proposed
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replaceAll(" \\*\\* ", "\\s*\\^\\s*");
  const written = new RegExp(`^${raw}`).exec(text.slice(at))?.[0];
  return written ? swap(at, written, proposed) : undefined;
}
