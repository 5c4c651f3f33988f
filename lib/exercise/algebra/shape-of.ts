import type { Formula } from "./formula";
import { toTex } from "./to-tex";
import type { Named, Shape } from "./variables";

/** The shape that a formula comes to, `undefined` for a number, or why its parts do not fit together. */
export type Shaped = { readonly shape: Shape | undefined } | { readonly message: string };

/** The shape of a formula by the shapes of its names. A number goes with any shape; a product of a row and a column
 *  is a number; what is declared 1×1 stays a matrix. */
export function shapeOf(formula: Formula, variables: readonly Named[]): Shaped {
  try {
    return { shape: new Shaper(variables).shape(formula) };
  } catch (error) {
    if (error instanceof Mismatch) return { message: error.message };
    throw error;
  }
}

class Mismatch extends Error {}

export function inWords(shape: Shape | undefined): string {
  return shape ? `${shape[0]}×${shape[1]}` : "a number";
}

export function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
  const [rows, cols] = a ?? [1, 1];
  return (b?.[0] ?? 1) === rows && (b?.[1] ?? 1) === cols;
}

class Shaper {
  private readonly shapes: ReadonlyMap<string, Shape | undefined>;

  constructor(private readonly variables: readonly Named[]) {
    this.shapes = new Map(variables.map(({ name, shape }) => [name, shape]));
  }

  shape(formula: Formula): Shape | undefined {
    if (formula.is === "name") return this.shapes.get(formula.name);
    if (formula.is === "negated" || formula.is === "called") return this.shape(formula.of);
    if (formula.is === "transposed") {
      const shape = this.shape(formula.of);
      return shape && [shape[1], shape[0]];
    }
    if (formula.is !== "binary") return undefined;
    const { op, left, right } = formula;
    const [a, b] = [this.shape(left), this.shape(right)];
    if (op === "*") return a && b ? this.product(left, a, right, b) : (a ?? b);
    if (op === "/") return this.quotient(left, a, right, b);
    if (op === "^" || op === ".^") return this.power(op, left, a, right, b);
    if (!a || !b || sameShape(a, b)) return a ?? b;
    const reason = op === "+" || op === "-" ? "be added" : `be combined with ${op}`;
    throw this.mismatch(left, a, right, b, `these can’t ${reason}; they need the same shape`);
  }

  private product(left: Formula, a: Shape, right: Formula, b: Shape): Shape | undefined {
    if (a[1] === b[0]) return a[0] * b[1] === 1 && a[1] > 1 ? undefined : [a[0], b[1]];
    const [first, second] = [this.said(left), this.said(right)];
    const mend =
      a[1] === b[1] && a[0] === b[0]
        ? `; transpose one of them, or write ⊙ to multiply entry by entry`
        : a[1] === b[1]
          ? `; transpose ${second}`
          : a[0] === b[0]
            ? `; transpose ${first}`
            : b[1] === a[0]
              ? `; write ${second} before ${first}`
              : "";
    throw this.mismatch(left, a, right, b, `these can’t be multiplied${mend}`);
  }

  private quotient(left: Formula, a: Shape | undefined, right: Formula, b: Shape | undefined) {
    if (!b || sameShape(b, undefined)) return a ?? b;
    const mend = sameShape(a, b) || !a ? "; write ⊘ to divide entry by entry" : "";
    const is = `${this.said(right)} is ${inWords(b)}`;
    throw new Mismatch(`${is}: only a number can go below ${this.said(left)}${mend}.`);
  }

  private power(
    op: "^" | ".^",
    left: Formula,
    a: Shape | undefined,
    right: Formula,
    b: Shape | undefined,
  ): Shape | undefined {
    if (b && !sameShape(b, undefined)) {
      throw new Mismatch(`${this.said(right)} is ${inWords(b)}: an exponent must be a number.`);
    }
    if (op === ".^" || !a || sameShape(a, undefined)) return a;
    const [base, exponent] = [this.said(left), this.said(right)];
    const mend = `write ${base} .^ ${exponent} to raise each entry`;
    throw new Mismatch(`${base} is ${inWords(a)}, and only numbers have powers; ${mend}.`);
  }

  private mismatch(left: Formula, a: Shape, right: Formula, b: Shape, why: string): Mismatch {
    const one = `${this.said(left)} is ${inWords(a)}`;
    return new Mismatch(`${one} and ${this.said(right)} is ${inWords(b)}: ${why}.`);
  }

  /** How a part is spoken of: a name as it is written in a line, anything else as TeX. */
  private said(formula: Formula): string {
    const named = formula.is === "name" ? formula.name : undefined;
    const variable = this.variables.find(({ name }) => name === named);
    return (variable && raisedName(variable)) ?? `$${toTex(formula, this.variables)}$`;
  }
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** dz³ for dz3, the layer on top as in dz^{[3]}; undefined where that is not how the name is written. */
function raisedName({ name, tex }: Named): string | undefined {
  const [, letters = "", layer = ""] = /^([A-Za-z]+)_?(\d*)$/.exec(name) ?? [];
  if (letters === "" || tex !== (layer ? `${letters}^{[${layer}]}` : letters)) return undefined;
  return letters + [...layer].map((digit) => raisedDigits[Number(digit)]).join("");
}
