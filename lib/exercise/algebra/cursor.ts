import { ReadError } from "./read-error";
import type { Token } from "./tokens";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Deeper nesting is no formula that a person types. */
const deepest = 60;

/** A place among tokens, and what is wrong there in words. */
export class Cursor {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  /** The token that comes now, or one further on. */
  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  next(): Token | undefined {
    return this.tokens[this.at++];
  }

  mark(): number {
    return this.at;
  }

  back(mark: number): void {
    this.at = mark;
  }

  /** Whether this token comes now. */
  sees(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.text === text && token.type !== "word" && token.type !== "number";
  }

  /** Goes past this token when it comes now. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += 1;
    return true;
  }

  /** Whether no space stands before the token that comes now. */
  get joined(): boolean {
    return this.peek(-1)?.end === this.peek()?.start;
  }

  deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > deepest)
      throw new ReadError("This has too many brackets inside one another to read.");
    const inner = read();
    this.depth -= 1;
    return inner;
  }

  /** What stands between the bracket that comes now and its closing one. */
  inBrackets<T>(read: () => T): T {
    const open = this.next() as Token;
    const place = this.placeOf(this.at - 1);
    if (this.peek()?.type === "close") {
      throw new ReadError(`There’s nothing inside the brackets ${place}.`);
    }
    const inner = this.deeper(read);
    const close = this.peek();
    if (!close) throw new ReadError(`There’s an opening bracket with no closing one ${place}.`);
    if (close.text !== closing[open.text]) throw this.unexpected();
    this.at += 1;
    return inner;
  }

  /** Why the token that comes now cannot stand here. */
  unexpected(): ReadError {
    const token = this.peek();
    if (!token) return this.missing();
    if (token.type !== "close") {
      return new ReadError(`${this.quote(token)} can’t go ${this.placeOf(this.at - 1)}.`);
    }
    return new ReadError(
      `There’s a closing bracket with no opening one ${this.placeOf(this.at - 1)}.`,
    );
  }

  /** Why something has to come here. */
  missing(): ReadError {
    if (this.at === 0) return new ReadError("There’s no formula here.");
    const token = this.peek();
    const before = token ? ` and before ${this.quote(token)}` : "";
    return new ReadError(`Something’s missing ${this.placeOf(this.at - 1)}${before}.`);
  }

  /** "after 'p('": the token at this index with the one before it. */
  private placeOf(index: number): string {
    const token = this.tokens[index];
    if (!token) return "at the beginning";
    const from = this.tokens[index - 1] ?? token;
    return `after '${this.text.slice(from.start, token.end)}'`;
  }

  private quote({ start, end }: Token): string {
    return `'${this.text.slice(start, end)}'`;
  }
}
