import type { Formula } from "./formula";
import { ReadError } from "./read-error";
import { toPlain } from "./to-plain";

/** Asks which of two readings is meant. */
export function eitherWay(first: Formula, second: Formula): ReadError {
  return new ReadError(
    `Did you mean ${toPlain(first)} or ${toPlain(second)}? Add the brackets you mean.`,
  );
}

/** Asks how much stands below a fraction's /: 1/2x. */
export function belowWhat(left: Formula, right: Formula): ReadError {
  const quotient = left as Extract<Formula, { is: "binary" }>;
  const apart: Formula = { is: "name", name: `(${toPlain(left)})` };
  const below: Formula = { is: "binary", op: "*", left: quotient.right, right };
  return eitherWay(
    { is: "binary", op: "*", left: apart, right },
    { is: "binary", op: "/", left: quotient.left, right: below },
  );
}

/** An exponent with one more factor: −3 and d are −3d. */
export function goneOn(exponent: Formula, right: Formula): Formula {
  if (exponent.is === "negated") return { is: "negated", of: goneOn(exponent.of, right) };
  return { is: "binary", op: "*", left: exponent, right };
}
