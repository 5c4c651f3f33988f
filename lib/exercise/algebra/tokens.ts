import { functionWords } from "./names";
import { plainSigns } from "./plain-signs";
import { ReadError } from "./read-error";
import { greekNames } from "./variables";

export type TokenType = "number" | "word" | "operator" | "open" | "close" | "script" | "command";

/** `text` says which: the digits, the letters, the sign, the bracket, `^` or `_`, `frac`, `sqrt`, `top`, `prime`. */
export interface Token {
  readonly type: TokenType;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const mostTokens = 600;

const space = /(?:\s|~|\\[,;:! ]|\\q?quad(?![A-Za-z])|\\(?:display|text)style(?![A-Za-z]))+/y;
const number = /(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE][-+]?\d+(?![\w^.]))?/y;
const scientific =
  /(\d+(?:[.,]\d+)?|\.\d+)([eE])([-+])(\d+)(?=[A-Za-z^])|([1-9]\d{0,2}),(\d{3})(?![\d])/y;
const word = /[A-Za-z][A-Za-z0-9]*/y;
const wrapped =
  /\\(?:operatorname\*?|mathrm|mathbf|mathit|mathsf|boldsymbol|bm|text|mathbit)\s*\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}/y;
const accented = /\\(?:wide)?(hat|bar|tilde)\s*(?:\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}|([A-Za-z]))/y;
const command = /\\[A-Za-z]+/y;

const signs: Readonly<Record<string, TokenType>> = {
  "+": "operator",
  "-": "operator",
  "*": "operator",
  "/": "operator",
  "⊙": "operator",
  "⊘": "operator",
  "(": "open",
  "[": "open",
  "{": "open",
  ")": "close",
  "]": "close",
  "}": "close",
  "^": "script",
  _: "script",
  "'": "command",
};

const commands: Readonly<Record<string, readonly [TokenType, string]>> = {
  cdot: ["operator", "*"],
  times: ["operator", "*"],
  ast: ["operator", "*"],
  div: ["operator", "/"],
  odot: ["operator", "⊙"],
  circ: ["operator", "⊙"],
  oslash: ["operator", "⊘"],
  frac: ["command", "frac"],
  dfrac: ["command", "frac"],
  tfrac: ["command", "frac"],
  sqrt: ["command", "sqrt"],
  top: ["command", "top"],
  intercal: ["command", "top"],
  prime: ["command", "'"],
  exponentialE: ["word", "e"],
  mathrme: ["word", "e"],
};

const functionCommands: ReadonlySet<string> = new Set(functionWords);

/** What was typed, as plain text or as TeX, in tokens. Throws ReadError. */
export function tokensOf(typed: string): {
  readonly text: string;
  readonly tokens: readonly Token[];
} {
  const text = plainSigns(typed);
  const tokens: Token[] = [];
  for (let at = skip(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    if (tokens.length > mostTokens) throw new ReadError("This is too long to read as a formula.");
    at = skip(text, token.end);
  }
  return { text, tokens };
}

function skip(text: string, at: number): number {
  return at + (match(space, text, at)?.[0].length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number): Token {
  const token = (type: TokenType, said: string, length: number): Token => ({
    type,
    text: said,
    start: at,
    end: at + length,
  });
  const char = text[at] ?? "";
  if (char === "." && text[at + 1] === "^") return token("script", ".^", 2);
  const sign = Object.hasOwn(signs, char) ? signs[char] : undefined;
  if (sign) return token(sign, char, 1);
  const unclear = match(scientific, text, at);
  if (unclear) throw new ReadError(unclearNumber(unclear));
  const digits = match(number, text, at);
  if (digits) return token("number", digits[0].replace(",", "."), digits[0].length);
  const letters = match(word, text, at);
  if (letters) return token("word", letters[0], letters[0].length);
  const inside = match(wrapped, text, at);
  if (inside) return token("word", inside[1] ?? "", inside[0].length);
  const accent = match(accented, text, at);
  if (accent) return token("word", `${accent[2] ?? accent[3]}${accent[1]}`, accent[0].length);
  const [known] = match(command, text, at) ?? [];
  if (known) return token(...commandToken(known.slice(1)), known.length);
  throw new ReadError(unreadableSign(text, at));
}

/** Asks what 2e-3x and 1,234 mean: each can be read in two ways. */
function unclearNumber([, digits, e, sign, power, thousands, rest]: RegExpExecArray): string {
  if (thousands)
    return `Did you mean ${thousands}${rest} or ${thousands}.${rest}? Write it without the comma.`;
  const said = `${digits}${e}${sign}${power}`;
  return `Did you mean the number (${said}) or ${digits} * e ${sign} ${power}? Write it with brackets or spaces.`;
}

function commandToken(name: string): [TokenType, string] {
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (known) return [...known];
  if (greekNames.has(name.toLowerCase()) || functionCommands.has(name)) return ["word", name];
  if (name === "placeholder") {
    throw new ReadError("There’s an empty box in this formula: fill it in or delete it.");
  }
  throw new ReadError(`\\${name} cannot be read here.`);
}

function unreadableSign(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === "=") return "There’s an = here: type only what’s to the right of it.";
  if (char === "|") return "| can’t be read here: write abs(x) for the absolute value of x.";
  if (char === "∂" || char === "∑")
    return `${char} can’t be read here: write it out with the names you can use.`;
  return `${char === "\\" ? "A lone \\" : char} can’t be read in a formula.`;
}
