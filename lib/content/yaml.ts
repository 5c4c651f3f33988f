import {
  type Document,
  isCollection,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from "yaml";
import { isKeepable, unkeepable } from "@/lib/exercise/language";
import { depthOf } from "./depth-of";
import { excessOf } from "./yaml-excess";

/** Brackets inside each other. */
const deepest = 20;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong, where, and how to mend it where that is known. */
export interface YamlProblem extends Place {
  readonly problem: string;
  readonly mend?: string;
}

/** Where what stands at a path begins: its key, where it has one; of what is not there, what it would stand in. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

export type ReadYaml = { readonly value: unknown; readonly placeOf: PlaceOf } | YamlProblem;

/** The value that a YAML text has, or the first thing that is wrong with it. Aliases are refused: a few lines of them
 *  can stand for more values than memory holds. */
export function readYaml(text: string): ReadYaml {
  const first = (problem: string) => ({ problem, line: 1, column: 1 });
  const excess = excessOf(text);
  if (excess) return { ...first(excess.problem), ...excess };
  if (depthOf(text, "[{", "]}") > deepest) return first("brackets are nested too deep");
  const lineCounter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  try {
    const document = parsed(text, lineCounter);
    const [error] = document.errors;
    if (error) return { ...inWords(error, text), ...place(openedAt(error, text)) };
    const again = keyTwiceIn(document);
    if (again) return { ...keyTwice, ...place(again.range?.[0] ?? 0) };
    const wrong = unkeepableIn(document);
    if (wrong) return { problem: unkeepable.message, mend: unkeepable.mend, ...place(wrong.at) };
    const placeOf: PlaceOf = (path) => place(offsetOf(document.contents, path));
    return { value: document.toJS({ maxAliasCount: 0 }), placeOf };
  } catch (error) {
    if (error instanceof ReferenceError) return first("aliases (* and &) are not read here");
    if (error instanceof RangeError) return first("this is nested too deep");
    throw error;
  }
}

/** A YAML text to be changed and written again with its comments; undefined where it cannot be read. */
export const documentIn = (text: string): Document.Parsed | undefined =>
  "problem" in readYaml(text) ? undefined : parsed(text);

/** The parser would hold each key against all others: keyTwiceIn goes through them once. */
const parsed = (text: string, lineCounter = new LineCounter()): Document.Parsed =>
  parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false });

/** Where a text begins that no record can hold, as a key or a value; undefined where there is none. */
function unkeepableIn(document: Document): { readonly at: number } | undefined {
  let found: { at: number } | undefined;
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== "string" || isKeepable(value)) return undefined;
      found = { at: range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function offsetOf(contents: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const item: unknown = node.items.find((one, i) =>
      isPair(one) ? isScalar(one.key) && one.key.value === step : i === step,
    );
    if (item === undefined) break;
    const begins = (isPair(item) ? item.key : item) as Node;
    offset = begins.range?.[0] ?? offset;
    node = isPair(item) ? item.value : item;
  }
  return offset;
}

const keyTwice = { problem: "this key stands here twice", mend: "Leave one of them out." };

/** The first key that its collection has already. */
function keyTwiceIn(document: Document.Parsed): Scalar | undefined {
  let twice: Scalar | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          twice = key;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return twice;
}

/** The parser's reason as an author would put it. */
function inWords(
  { code, message, pos }: YAMLError,
  text: string,
): { problem: string; mend?: string } {
  if (code === "BLOCK_AS_IMPLICIT_KEY") {
    const line = text.slice(text.lastIndexOf("\n", pos[0]) + 1).split("\n")[0] ?? "";
    const [, key = "title", value = ""] = /^\s*(?:- )?([\w-]+):\s+(.*)$/.exec(line) ?? [];
    const quoted = /[:"]/.test(value) ? `'${value.replaceAll("'", "''")}'` : '"A: B"';
    return {
      problem: "text that contains a colon and a space needs quotes",
      mend: `Quote it: ${key}: ${quoted}.`,
    };
  }
  if (code === "TAB_AS_INDENT") {
    return { problem: "a tab indents this line", mend: "Indent with blanks." };
  }
  const [, end] = unclosed.exec(message) ?? [];
  if (end) {
    const mend = `Close it with ${end}, or put the text between quotes.`;
    return { problem: `this ${begins(end)} is not closed`, mend };
  }
  return { problem: message.split(" at line")[0] ?? "this is not YAML" };
}

/** A list or a record of one line that goes on to where nothing closes it. */
const unclosed = /end with a ([\]}])/;

const begins = (end: string) => (end === "]" ? "[" : "{");

/** Where what is wrong begins: a bracket that nothing closes, not the place where that showed. */
function openedAt({ message, pos }: YAMLError, text: string): number {
  const [, end] = unclosed.exec(message) ?? [];
  return end ? Math.max(0, text.lastIndexOf(begins(end), pos[0])) : pos[0];
}
