import type { Cursor } from "./cursor";
import { belowWhat, eitherWay, goneOn } from "./either-way";
import type { Formula, Operator } from "./formula";
import type { Meaning, Names } from "./names";
import { type Descent, readCall } from "./read-call";
import { ReadError } from "./read-error";
import { readWord } from "./read-word";
import type { Token } from "./tokens";

/** Recursive descent, from the loosest binding to the tightest: sums; ⊙ and ⊘; products, also unwritten ones, and
 *  quotients; signs; powers and transposes; names, numbers, brackets. */
export class Parser implements Descent {
  /** Factors still to come of a word that is several names, as dz3h2 is. */
  private waiting: (() => Formula)[] = [];

  constructor(
    readonly cursor: Cursor,
    readonly names: Names,
  ) {}

  /** The formula of all tokens. Throws ReadError. */
  whole(): Formula {
    const formula = this.sum();
    if (this.cursor.peek()) throw this.cursor.unexpected();
    return formula;
  }

  sum(): Formula {
    let left = this.entrywise();
    for (let op = this.sign("+", "-"); op; op = this.sign("+", "-")) {
      left = { is: "binary", op, left, right: this.entrywise() };
    }
    return left;
  }

  private entrywise(): Formula {
    let left = this.product();
    for (let op = this.sign("⊙", "⊘"); op; op = this.sign("⊙", "⊘")) {
      const right = op === "⊙" ? this.product() : this.divisor();
      left = { is: "binary", op, left, right };
    }
    return left;
  }

  private divisor(): Formula {
    const divisor = this.signed();
    if (!this.factorFollows() && !this.cursor.sees("*") && !this.cursor.sees("/")) return divisor;
    throw new ReadError("It isn’t clear how much ⊘ divides by: put that in brackets.");
  }

  private product(): Formula {
    let left = this.signed();
    let divided = false;
    for (;;) {
      const op = this.sign("*", "/");
      if (!op && !this.factorFollows()) return left;
      const right = op ? this.signed() : this.power();
      if (!op && divided) throw belowWhat(left, right);
      left = { is: "binary", op: op ?? "*", left, right };
      divided = op === "/";
    }
  }

  private sign<O extends Operator>(...ops: readonly O[]): O | undefined {
    if (this.waiting.length > 0) return undefined;
    return ops.find((op) => this.cursor.takes(op));
  }

  /** Whether a factor comes now without a sign before it. */
  factorFollows(): boolean {
    const token = this.cursor.peek();
    const before = this.cursor.peek(-1);
    if (this.waiting.length > 0) return true;
    if (token?.type === "number" && before?.type === "number") {
      const mend = "write * to multiply";
      throw new ReadError(`There’s nothing between ${before.text} and ${token.text}: ${mend}.`);
    }
    return token !== undefined && startsFactor(token);
  }

  /** The factors and divisors that come now, to be put after another; undefined where none come, or where a function
   *  comes next, as in sin x cos x, which nobody takes for a part of what the first applies to. */
  moreFactors(): ((left: Formula) => Formula) | undefined {
    const { cursor } = this;
    const written = this.waiting.length === 0 && ["*", "/", "⊙", "⊘"].find((op) => cursor.sees(op));
    if (!written && !this.factorFollows()) return undefined;
    const next = this.waiting.length === 0 ? cursor.peek(written ? 1 : 0) : undefined;
    if (next?.type === "word" && this.names.meaning(next.text)?.is === "function") return undefined;
    const op = this.sign("*", "/", "⊙", "⊘") ?? "*";
    const right = written ? this.signed() : this.power();
    return (left) => ({ is: "binary", op, left, right });
  }

  private signed(): Formula {
    if (this.cursor.takes("-")) {
      return { is: "negated", of: this.cursor.deeper(() => this.signed()) };
    }
    return this.cursor.takes("+") ? this.cursor.deeper(() => this.signed()) : this.power();
  }

  /** A factor with all that is raised on it. */
  power(): Formula {
    let base = this.primary();
    while (this.waiting.length === 0) {
      if (this.cursor.takes("'")) base = this.turned(base);
      else if (this.takesT()) base = { is: "transposed", of: base };
      else if (this.cursor.takes("^")) base = raised(base, this.exponent(base));
      else if (this.cursor.takes(".^")) {
        base = { is: "binary", op: ".^", left: base, right: this.exponent(base) };
      } else break;
    }
    return base;
  }

  /** W' is W transposed; x', where x is a number, would be a derivative. */
  private turned(base: Formula): Formula {
    const isNumber =
      base.is === "name" && !this.names.variables.find(({ name }) => name === base.name)?.shape;
    if (!isNumber) return { is: "transposed", of: base };
    throw new ReadError(
      `${base.name}' can’t be read: ${base.name} is a number here. Write the derivative out.`,
    );
  }

  /** ^T, ^{T}, ^\top. */
  private takesT(): boolean {
    const braced = this.cursor.sees("{", 1) ? 1 : 0;
    const token = this.cursor.peek(1 + braced);
    const isT =
      ["top", "'"].includes(token?.text ?? "") || (token?.text === "T" && !this.names.find("T"));
    if (!this.cursor.sees("^") || !isT || (braced && !this.cursor.sees("}", 3))) return false;
    for (let i = 0; i < 2 + 2 * braced; i++) this.cursor.next();
    return true;
  }

  /** What comes after ^. Its end must be clear: e^3x, e^-3d and 2^xy are not, but x^2y is. */
  exponent(base: Formula): Formula {
    const exponent = this.cursor.deeper(() => this.bareExponent());
    const before = this.cursor.peek(-1);
    const next = this.cursor.peek();
    const runsOn =
      before?.type === "number" &&
      (next?.type === "word" || next?.type === "open") &&
      this.cursor.joined;
    const open = this.waiting.length > 0 || (runsOn && (isE(base) || base.is === "number"));
    if (!open) return exponent;
    const right = this.power();
    throw eitherWay(
      { is: "binary", op: "*", left: raised(base, exponent), right },
      raised(base, goneOn(exponent, right)),
    );
  }

  private bareExponent(): Formula {
    if (this.cursor.takes("-")) {
      return { is: "negated", of: this.cursor.deeper(() => this.bareExponent()) };
    }
    if (this.cursor.takes("+")) return this.cursor.deeper(() => this.bareExponent());
    const base = this.primary();
    if (this.waiting.length > 0 || !this.cursor.takes("^")) return base;
    return raised(base, this.exponent(base));
  }

  primary(): Formula {
    const waiting = this.waiting.shift();
    if (waiting) return waiting();
    const { cursor } = this;
    const token = cursor.peek();
    if (token?.type === "number") return numberOf(cursor.next() as Token);
    if (token?.type === "word") return this.word();
    if (token?.type === "open") return cursor.inBrackets(() => this.sum());
    if (token?.text === "frac") return this.fraction();
    if (token?.text === "sqrt") return this.root();
    throw cursor.missing();
  }

  private word(): Formula {
    const { pieces, transposed } = readWord(this.cursor, this.names);
    const factors = pieces.map((piece, i) => () => {
      const factor = this.meant(piece);
      const last = i === pieces.length - 1;
      return transposed && last ? ({ is: "transposed", of: factor } as const) : factor;
    });
    this.waiting.push(...factors.slice(1));
    return (factors[0] as () => Formula)();
  }

  private meant(piece: Meaning): Formula {
    return piece.is === "function" ? readCall(piece.fn, this) : piece;
  }

  /** \frac{a}{b}, and \frac12. */
  private fraction(): Formula {
    this.cursor.next();
    const token = this.cursor.peek();
    if (token?.type === "number" && /^\d\d$/.test(token.text)) {
      this.cursor.next();
      const [left, right] = [...token.text].map((text) => numberOf({ ...token, text }));
      return { is: "binary", op: "/", left: left as Formula, right: right as Formula };
    }
    const left = this.primary();
    return { is: "binary", op: "/", left, right: this.primary() };
  }

  /** \sqrt{a}, \sqrt[3]{a}. */
  private root(): Formula {
    this.cursor.next();
    if (!this.cursor.sees("[")) return { is: "called", fn: "sqrt", of: this.primary() };
    const index = this.cursor.inBrackets(() => this.sum());
    const one: Formula = { is: "number", value: 1, text: "1" };
    const right: Formula = { is: "binary", op: "/", left: one, right: index };
    return { is: "binary", op: "^", left: this.primary(), right };
  }
}

function startsFactor({ type, text }: Token): boolean {
  return (
    type === "number" || type === "word" || type === "open" || text === "frac" || text === "sqrt"
  );
}

function numberOf({ text }: Token): Formula {
  const value = Number(text);
  if (Number.isFinite(value)) return { is: "number", value, text };
  throw new ReadError(`${text} is too large to read.`);
}

function isE(formula: Formula): boolean {
  return formula.is === "constant" && formula.name === "e";
}

function raised(base: Formula, exponent: Formula): Formula {
  if (isE(base)) return { is: "called", fn: "exp", of: exponent };
  return { is: "binary", op: "^", left: base, right: exponent };
}
