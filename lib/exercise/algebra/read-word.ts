import type { Cursor } from "./cursor";
import type { Meaning, Names } from "./names";
import { ReadError } from "./read-error";
import type { Token } from "./tokens";

/** What a word with its indices stands for, and whether `T` was written among them, as in h^{[2]T}. */
export interface WordRead {
  readonly pieces: readonly Meaning[];
  readonly transposed: boolean;
}

/** Reads the word that comes now together with its indices: h2, h_2, h_{2}, h^{[2]}, h^[2], h[2]; and h^2 where h2 is
 *  a name and h is none. Throws ReadError for what is no name here. */
export function readWord(cursor: Cursor, names: Names): WordRead {
  const word = (cursor.next() as Token).text;
  const index = { above: "", below: "", transposed: false };
  while (takeBelow(cursor, index) || takeLayer(cursor, index)) {}
  if (index.above === "") takePower(cursor, names, word, index);
  const { above, below, transposed } = index;
  const whole = names.find(word, above, below);
  if (whole !== undefined) return { pieces: [{ is: "name", name: whole }], transposed };
  if (above === "" && below === "") {
    const meaning = names.meaning(word);
    if (meaning) return { pieces: [meaning], transposed };
  }
  const pieces = word.length <= 60 ? names.split(word, above, below) : undefined;
  if (pieces) return { pieces, transposed };
  throw new ReadError(noName(word, { above, below }, names));
}

interface Index {
  above: string;
  below: string;
  transposed: boolean;
}

/** `_2`, `_{12}`; a logarithm's base stays where it is. */
function takeBelow(cursor: Cursor, index: Index): boolean {
  if (!cursor.sees("_") || cursor.peek(-1)?.text === "log") return false;
  cursor.next();
  const token = cursor.peek();
  if (!token) throw cursor.missing();
  if (token.type === "number" || token.type === "word") index.below += cursor.next()?.text ?? "";
  else if (token.text === "{") index.below += cursor.inBrackets(() => flat(cursor));
  else throw cursor.unexpected();
  return true;
}

/** `[2]` at once after the name, `^[2]`, `^{[2]}`, `^{[2]T}`. */
function takeLayer(cursor: Cursor, index: Index): boolean {
  const raised = cursor.sees("^") ? 1 : 0;
  const braced = raised === 1 && cursor.sees("{", 1) ? 1 : 0;
  const ahead = raised + braced;
  if (!cursor.sees("[", ahead) || !indexInBrackets(cursor, ahead)) return false;
  if (!raised && !cursor.joined) return false;
  for (let i = 0; i < ahead; i++) cursor.next();
  index.above += cursor.inBrackets(() => cursor.next()?.text ?? "");
  if (braced) {
    takeT(cursor, index);
    if (!cursor.takes("}")) throw cursor.unexpected();
  }
  return true;
}

function indexInBrackets(cursor: Cursor, ahead: number): boolean {
  const inside = cursor.peek(ahead + 1);
  return (inside?.type === "number" || inside?.type === "word") && cursor.sees("]", ahead + 2);
}

/** h^2 and h^{2T} where h2 is a name and h is none: the raised number is a layer. */
function takePower(cursor: Cursor, names: Names, word: string, index: Index): void {
  if (!cursor.sees("^") || names.find(word, "", index.below) !== undefined) return;
  const braced = cursor.sees("{", 1) || cursor.sees("(", 1) ? 1 : 0;
  const number = cursor.peek(1 + braced);
  if (number?.type !== "number" || !isLayer(names, word, number.text, index)) return;
  const from = cursor.mark();
  cursor.next();
  if (braced) cursor.next();
  cursor.next();
  const layer = { ...index, above: number.text };
  if (braced) takeT(cursor, layer);
  if (braced && cursor.peek()?.type !== "close") cursor.back(from);
  else {
    if (braced) cursor.next();
    Object.assign(index, layer);
  }
}

function isLayer(names: Names, word: string, layer: string, { below }: Index): boolean {
  return /^\d+$/.test(layer) && names.split(word, layer, below) !== undefined;
}

function takeT(cursor: Cursor, index: Index): void {
  const raised = cursor.sees("^") ? 1 : 0;
  const braced = raised && cursor.sees("{", 1) ? 1 : 0;
  const token = cursor.peek(raised + braced);
  if (token?.text !== "T" && token?.text !== "top") return;
  for (let i = 0; i <= raised + braced; i++) cursor.next();
  if (braced && !cursor.takes("}")) throw cursor.unexpected();
  index.transposed = true;
}

/** The letters and digits up to the closing bracket, whatever brackets and commas stand between them. */
function flat(cursor: Cursor): string {
  let text = "";
  while (cursor.peek() && cursor.peek()?.type !== "close") {
    const token = cursor.peek() as Token;
    if (token.type === "open") text += cursor.inBrackets(() => flat(cursor));
    else if (token.type === "word" || token.type === "number") text += cursor.next()?.text;
    else throw cursor.unexpected();
  }
  return text.replaceAll(".", "");
}

function noName(word: string, index: Pick<Index, "above" | "below">, names: Names): string {
  const typed = `${word}${index.below && `_${index.below}`}${index.above && `^[${index.above}]`}`;
  const known = names.variables.map(({ name }) => name);
  const near = known.find(
    (name) => name.toLowerCase() === typed.replace(/[_^[\]]/g, "").toLowerCase(),
  );
  if (near) return `${typed} isn’t a name here: did you mean ${near}?`;
  const use = known.length > 0 ? `use ${known.join(", ")}` : "there are none, only numbers";
  return `${typed} isn’t a name here; ${use}.`;
}
