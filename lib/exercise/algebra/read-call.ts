import type { Cursor } from "./cursor";
import { eitherWay } from "./either-way";
import type { Formula, FunctionName } from "./formula";
import { ReadError } from "./read-error";

const derivatives: Partial<Record<FunctionName, FunctionName>> = {
  sigmoid: "sigmoid'",
  tanh: "tanh'",
  relu: "relu'",
};

/** The levels of the descent that a call goes down to again, for its base, its power and what it applies to. */
export interface Descent {
  readonly cursor: Cursor;
  sum(): Formula;
  power(): Formula;
  primary(): Formula;
  exponent(base: Formula): Formula;
  moreFactors(): ((left: Formula) => Formula) | undefined;
}

/** Reads what comes after a function's name: σ(z), ln p, σ'(z), tanh^2(z), log_2(x). Throws ReadError. */
export function readCall(fn: FunctionName, descent: Descent): Formula {
  const { cursor } = descent;
  const named = takesPrime(cursor) ? derivative(fn) : fn;
  const base = fn === "ln" && cursor.takes("_") ? descent.primary() : undefined;
  const power = cursor.takes("^") ? descent.exponent({ is: "name", name: "" }) : undefined;
  if (power?.is === "negated") {
    const mend = `write 1/${fn}(…) if you mean that`;
    throw new ReadError(`A power of −1 on ${fn} can be read in two ways: ${mend}.`);
  }
  return argument(fn, descent, (of) => called(named, of, base, power));
}

function called(
  fn: FunctionName,
  of: Formula,
  base: Formula | undefined,
  power: Formula | undefined,
): Formula {
  let call: Formula = { is: "called", fn, of };
  if (base) {
    call = { is: "binary", op: "/", left: call, right: { is: "called", fn: "ln", of: base } };
  }
  return power ? { is: "binary", op: ".^", left: call, right: power } : call;
}

function takesPrime(cursor: Cursor): boolean {
  if (cursor.takes("'")) return true;
  const braced = cursor.sees("^") && cursor.sees("{", 1) && cursor.sees("'", 2);
  if (braced && cursor.sees("}", 3)) {
    for (let i = 0; i < 4; i++) cursor.next();
    return true;
  }
  return false;
}

function derivative(fn: FunctionName): FunctionName {
  const known = derivatives[fn];
  if (known) return known;
  throw new ReadError(`${fn}' isn’t a function here: write the derivative out.`);
}

/** The function on what stands in brackets, or on one factor: ln p. Where more follows without brackets, both ways to
 *  read it are offered. */
function argument(fn: FunctionName, descent: Descent, make: (of: Formula) => Formula): Formula {
  const { cursor } = descent;
  const token = cursor.peek();
  if (token?.type === "open") return make(cursor.inBrackets(() => descent.sum()));
  const starts =
    token?.type === "number" ||
    token?.type === "word" ||
    ["frac", "sqrt"].includes(token?.text ?? "");
  const mend = `put what ${fn} applies to in brackets, ${fn}(…)`;
  if (!starts) throw new ReadError(`Something’s missing after ${fn}: ${mend}.`);
  const of = descent.power();
  const goOn = descent.moreFactors();
  if (!goOn) return make(of);
  throw eitherWay(goOn(make(of)), make(goOn(of)));
}
