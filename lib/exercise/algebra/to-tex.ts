import { binding, bindingOf } from "./binding";
import type { Formula, FunctionName, Operator } from "./formula";
import type { Named } from "./variables";

type Binary = Extract<Formula, { is: "binary" }>;

/** A formula as TeX, its names as their variables say. */
export function toTex(formula: Formula, variables: readonly Named[]): string {
  const texts = new Map(variables.map(({ name, tex }) => [name, tex]));
  return new TexWriter(texts).write(formula);
}

const calls: Readonly<Record<string, string>> = {
  sigmoid: "\\sigma",
  "sigmoid'": "\\sigma'",
  tanh: "\\tanh",
  "tanh'": "\\tanh'",
  relu: "\\operatorname{relu}",
  "relu'": "\\operatorname{relu}'",
  ln: "\\ln",
  abs: "\\operatorname{abs}",
  sign: "\\operatorname{sign}",
  sech: "\\operatorname{sech}",
  csch: "\\operatorname{csch}",
  ...command("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "coth"),
};

function command(...names: readonly FunctionName[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `\\${name}`]));
}

const infix: Partial<Record<Operator, string>> = {
  "+": " + ",
  "-": " - ",
  "⊙": " \\odot ",
  "⊘": " \\oslash ",
};

class TexWriter {
  constructor(private readonly names: ReadonlyMap<string, string>) {}

  write(formula: Formula): string {
    switch (formula.is) {
      case "number":
        return formula.text.replace(
          /e([-+]?)0*(\d+)$/i,
          (_, sign, digits) => `\\cdot 10^{${sign === "-" ? "-" : ""}${digits}}`,
        );
      case "constant":
        return formula.name === "pi" ? "\\pi" : "e";
      case "name":
        return this.names.get(formula.name) ?? formula.name;
      case "negated":
        return `-${this.at(formula.of, 2)}`;
      case "transposed":
        return `${this.raisable(formula.of)}^{\\top}`;
      case "called":
        return this.call(formula.fn, formula.of);
      case "binary":
        return this.binary(formula);
    }
  }

  private call(fn: string, of: Formula): string {
    if (fn === "exp") return `e^{${this.write(of)}}`;
    if (fn === "sqrt") return `\\sqrt{${this.write(of)}}`;
    return `${calls[fn]}\\left(${this.write(of)}\\right)`;
  }

  private binary({ op, left, right }: Binary): string {
    if (op === "/") return `\\frac{${this.write(left)}}{${this.write(right)}}`;
    if (op === "^") return `${this.raisable(left)}^{${this.write(right)}}`;
    if (op === ".^") return this.entryPower(left, this.write(right));
    const own = op === "*" ? 3 : op === "⊙" || op === "⊘" ? 2 : 1;
    const after = op === "+" && !startsWithMinus(right) ? own : own + 0.6;
    const leads = op === "*" && bindingInTex(left) === 1.5;
    const sides = [leads ? this.write(left) : this.at(left, own), this.at(right, after)] as const;
    return sides.join(infix[op] ?? between(left, right));
  }

  private entryPower(base: Formula, power: string): string {
    if (base.is !== "called" || !calls[base.fn]) return `${this.raisable(base)}^{\\circ ${power}}`;
    return `${calls[base.fn]}^{${power}}\\left(${this.write(base.of)}\\right)`;
  }

  /** Powers on a name with a raised index, on a power or on a function's value need brackets. */
  private raisable(formula: Formula): string {
    const text = this.at(formula, formula.is === "called" && formula.fn !== "sqrt" ? 7 : 5.5);
    return formula.is === "name" && text.includes("^") ? `{${text}}` : text;
  }

  private at(formula: Formula, place: number): string {
    const text = this.write(formula);
    return bindingInTex(formula) >= place ? text : `\\left(${text}\\right)`;
  }
}

/** A fraction's bar holds it together, but a power needs brackets around it. A product that begins with a minus, and a
 *  number with a power of ten, hold together less than a product and a number do. */
function bindingInTex(formula: Formula): number {
  if (formula.is === "number" && /e/i.test(formula.text)) return bindingOf["*"];
  if (formula.is !== "binary") return binding(formula);
  if (formula.op === "/") return bindingOf["^"];
  return formula.op === "*" && startsWithMinus(formula) ? 1.5 : bindingOf[formula.op];
}

/** Formulas as far as they were looked into: a long product is asked about at each of its factors. */
const minuses = new WeakMap<Formula, boolean>();

function startsWithMinus(formula: Formula): boolean {
  if (formula.is !== "binary") return formula.is === "negated";
  const known = minuses.get(formula);
  if (known !== undefined) return known;
  const leads = ["*", "+", "-"].includes(formula.op) && startsWithMinus(formula.left);
  minuses.set(formula, leads);
  return leads;
}

/** Factors stand side by side; a number after another factor needs its dot, and so does a fraction after a number. */
function between(left: Formula, right: Formula): string {
  let first = right;
  while (first.is === "binary" && (first.op === "*" || first.op.endsWith("^"))) first = first.left;
  const mixed = first.is === "binary" && first.op === "/" && left.is === "number";
  return first.is === "number" || mixed ? " \\cdot " : "\\,";
}
