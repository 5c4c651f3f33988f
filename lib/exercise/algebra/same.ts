import { type Formula, some } from "./formula";
import type { Variable } from "./variables";

/** Whether two formulas are one and the same but for how they are written: brackets, spaces, the spelling of numbers, and
 *  the order in which things are added or multiplied. Where this holds they are equal, whatever their values; where it
 *  does not, their values decide. Matrices are multiplied in their order. */
export function areSame(a: Formula, b: Formula, variables: readonly Variable[]): boolean {
  const matrices = new Set(variables.filter(({ shape }) => shape).map(({ name }) => name));
  const isMatrix = (part: Formula) => part.is === "name" && matrices.has(part.name);
  const ordered = some(a, isMatrix) || some(b, isMatrix);
  return spelled(a, ordered) === spelled(b, ordered);
}

/** A spelling that all formulas share which are the same: its sign, and the rest. */
function spelled(formula: Formula, ordered: boolean): string {
  const { minus, rest } = signed(formula, ordered);
  return minus ? `-${rest}` : rest;
}

interface Signed {
  readonly minus: boolean;
  readonly rest: string;
}

function signed(formula: Formula, ordered: boolean): Signed {
  const inside = (part: Formula) => spelled(part, ordered);
  const plain = (rest: string): Signed => ({ minus: false, rest });
  switch (formula.is) {
    case "number":
      return plain(digitsOf(formula.text));
    case "constant":
    case "name":
      return plain(formula.name);
    case "transposed":
      return plain(`T(${inside(formula.of)})`);
    case "called":
      // e^x and exp(x) are one function.
      if (formula.fn === "exp") return plain(`^(e,${inside(formula.of)})`);
      return plain(`${formula.fn}(${inside(formula.of)})`);
    case "negated":
      return turned(signed(formula.of, ordered));
    case "binary":
      if (formula.op === "+" || formula.op === "-") return sumOf(formula, ordered);
      if (!ordered && (formula.op === "*" || formula.op === "/")) return productOf(formula);
      return plain(`${formula.op}(${inside(formula.left)},${inside(formula.right)})`);
  }
}

/** A sum's terms in an order of their own; the first counts as positive, and the sum has its sign. */
function sumOf(formula: Formula, ordered: boolean): Signed {
  const terms = termsOf(formula, ordered);
  terms.sort((a, b) => compareTexts(a.rest, b.rest) || Number(a.minus) - Number(b.minus));
  const minus = terms[0]?.minus ?? false;
  const rest = terms.map((term) => (term.minus === minus ? "+" : "-") + term.rest).join("");
  return { minus, rest: `(${rest})` };
}

function termsOf(formula: Formula, ordered: boolean): Signed[] {
  if (formula.is === "negated") return termsOf(formula.of, ordered).map(turned);
  if (formula.is === "binary" && (formula.op === "+" || formula.op === "-")) {
    const after = termsOf(formula.right, ordered);
    return [...termsOf(formula.left, ordered), ...(formula.op === "-" ? after.map(turned) : after)];
  }
  return [signed(formula, ordered)];
}

/** A product's factors, above and below the line, in an order of their own; their signs are the product's. */
function productOf(formula: Formula): Signed {
  const { minus, above, below } = factorsOf(formula);
  return { minus, rest: `(${above.sort().join("*")}/${below.sort().join("*")})` };
}

interface Factors {
  readonly minus: boolean;
  readonly above: string[];
  readonly below: string[];
}

function factorsOf(formula: Formula): Factors {
  if (formula.is === "negated") return turned(factorsOf(formula.of));
  if (formula.is === "binary" && (formula.op === "*" || formula.op === "/")) {
    const [left, right] = [factorsOf(formula.left), factorsOf(formula.right)];
    const [up, down] = formula.op === "*" ? [right.above, right.below] : [right.below, right.above];
    return {
      minus: left.minus !== right.minus,
      above: [...left.above, ...up],
      below: [...left.below, ...down],
    };
  }
  const { minus, rest } = signed(formula, false);
  return { minus, above: [rest], below: [] };
}

const turned = <S extends { readonly minus: boolean }>(one: S): S => ({
  ...one,
  minus: !one.minus,
});

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The digits of a number as typed, and the power of ten of the last of them: 0.50 and 5e-1 are both 5e-1. */
function digitsOf(text: string): string {
  const read = /^(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text);
  if (!read) return text;
  const [, whole = "", part = "", power = "0"] = read;
  const all = `${whole}${part}`.replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") return "0";
  return `${digits}e${Number(power) - part.length + all.length - digits.length}`;
}
