import { ChangeSet, Text } from "@codemirror/state";

/** A line's end is one character: a carriage return before it stays where it is. */
export const asDocument = (text: string): Text => Text.of(text.split("\n"));

/** What makes one text of another: a single change, from the first character that differs to the last. No pair of surrogates
 *  is cut in two: half of one is no text. */
export function difference(from: string, to: string): ChangeSet {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  if (isFirstHalf(from, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  if (isSecondHalf(from, from.length - end)) end--;
  const insert = asDocument(to.slice(start, to.length - end));
  return ChangeSet.of({ from: start, to: from.length - end, insert }, from.length);
}

/** Whether a text has the first half of a pair of surrogates at a place. */
export const isFirstHalf = (text: string, at: number): boolean =>
  /^[\ud800-\udbff]$/.test(text.charAt(at));

/** The same of the second half. */
export const isSecondHalf = (text: string, at: number): boolean =>
  /^[\udc00-\udfff]$/.test(text.charAt(at));

/** The change of a text of this length that JSON says; null where it is none: a window that took it in would lose its text. */
export function readChange(json: readonly unknown[], length: number): ChangeSet | null {
  let before = 0;
  for (const part of json) {
    const count = isCount(part) && part > 0 ? part : replacedBy(part);
    if (count === undefined) return null;
    before += count;
  }
  return before === length ? ChangeSet.fromJSON(json) : null;
}

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** How many characters a part of a change puts others in the place of; undefined where it is no such part. */
function replacedBy(part: unknown): number | undefined {
  if (!Array.isArray(part)) return undefined;
  const [count, ...lines] = part as readonly unknown[];
  if (!isCount(count) || !lines.every(isLine)) return undefined;
  const changesNothing = count === 0 && lines.every((line) => line === "") && lines.length < 2;
  return changesNothing ? undefined : count;
}

const isLine = (value: unknown): value is string =>
  typeof value === "string" && !/[\n\0]/.test(value) && value.isWellFormed();
