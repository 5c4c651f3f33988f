import { type Formula, partsOf, some } from "./formula";

/** How a response has to be written, beyond being equal. */
export type Form = "expanded" | "factored" | "simplified";

export const forms = ["expanded", "factored", "simplified"] as const satisfies readonly Form[];

/** Whether a formula that equals the answer is written in this form. `expanded`: no sum is multiplied, divided, raised
 *  or has its sign turned as a whole. `factored`: a product, with no fewer factors above and below than the answer.
 *  `simplified`: no longer than the answer, give or take a quarter. */
export function hasForm(form: Form, formula: Formula, answer: Formula): boolean {
  if (form === "expanded") return !some(formula, hasBrackets);
  if (form === "simplified")
    return length(formula) <= Math.max(length(answer) * 1.25, length(answer) + 1);
  const [own, wanted] = [factorsOf(formula), factorsOf(answer)];
  return own.above >= wanted.above && own.below >= wanted.below && !isSum(unsigned(formula));
}

function isSum(formula: Formula): boolean {
  return formula.is === "binary" && (formula.op === "+" || formula.op === "-");
}

function unsigned(formula: Formula): Formula {
  return formula.is === "negated" ? unsigned(formula.of) : formula;
}

/** A fraction's own bar holds a sum together without brackets. */
function hasBrackets(formula: Formula): boolean {
  if (formula.is === "negated" || formula.is === "transposed") return isSum(unsigned(formula.of));
  if (formula.is !== "binary" || formula.op === "/" || formula.op === "⊘") return false;
  if (formula.op === "+") return false;
  if (formula.op === "-") return isSum(unsigned(formula.right));
  if (formula.op === "^" || formula.op === ".^") return isSum(unsigned(formula.left));
  return isSum(unsigned(formula.left)) || isSum(unsigned(formula.right));
}

interface Factors {
  readonly above: number;
  readonly below: number;
}

/** Factors that are no numbers, those of the divisors apart. */
function factorsOf(formula: Formula): Factors {
  if (formula.is === "number" || formula.is === "constant") return { above: 0, below: 0 };
  if (formula.is === "negated") return factorsOf(formula.of);
  if (formula.is !== "binary" || formula.op === "+" || formula.op === "-")
    return { above: 1, below: 0 };
  const left = factorsOf(formula.left);
  if (formula.op === "^" || formula.op === ".^") return raised(left, formula.right);
  const right = factorsOf(formula.right);
  const divides = formula.op === "/" || formula.op === "⊘";
  const [above, below] = divides ? [right.below, right.above] : [right.above, right.below];
  return { above: left.above + above, below: left.below + below };
}

function raised({ above, below }: Factors, exponent: Formula): Factors {
  const turned = exponent.is === "negated";
  const power = turned ? exponent.of : exponent;
  const whole = power.is === "number" && Number.isInteger(power.value) ? power.value : 1;
  const times = Math.min(whole, 100);
  return turned
    ? { above: below * times, below: above * times }
    : { above: above * times, below: below * times };
}

/** The numbers, names and functions in a formula, and the signs between them. */
function length(formula: Formula): number {
  return partsOf(formula).reduce((sum, part) => sum + length(part), 1);
}
