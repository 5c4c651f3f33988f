import { type Formula, partsOf, some } from "./formula";
import { Names } from "./names";
import { readFormula } from "./read";
import { toPlain } from "./to-plain";
import { toTex } from "./to-tex";
import { type Work, workToRead } from "./work";
import { type Valued, workOut } from "./work-out";

/** Arithmetic with its value, or why it has none. */
export type ReadArithmetic =
  | { readonly status: "read"; readonly value: number; readonly tex: string }
  | { readonly status: "unreadable"; readonly message: string };

/** Nobody works one number out in more characters than these. */
export const longestArithmetic = 200;

const tooCostly =
  "This takes too long to work out here. Work some of it out yourself and type the numbers.";

const noNames = new Names([]);

/** Arithmetic in a number's place, worked out: `-ln(0.4)`, `7*8 + 8*2`, `1.7/sqrt(25)`, `e^(-0.7)`. It is read as
 *  strictly as a formula is, and has no names but e and pi. The value is the float64 nearest to the exact one, or its
 *  neighbour; what cancels to 0 is 0. Numbers that are read together share their `work`. */
export function readArithmetic(typed: string, work = workToRead()): ReadArithmetic {
  if (typed.length > longestArithmetic)
    return unreadable("This is too long to work out as one number.");
  const read = readFormula(typed, noNames);
  if (read.status === "unreadable") return read;
  const { formula } = read;
  if (some(formula, isForMatrices)) {
    return unreadable("A transpose or an entrywise sign needs a matrix, and this is one number.");
  }
  const valued = workOut(formula, work);
  if (valued.status === "known") {
    return { status: "read", value: valued.value, tex: toTex(formula, []) };
  }
  return unreadable(whyNone(formula, valued, work));
}

function isForMatrices(formula: Formula): boolean {
  if (formula.is === "transposed") return true;
  return formula.is === "binary" && (formula.op === "⊙" || formula.op === "⊘");
}

/** Says where the value is lost: at the innermost part that has none. */
function whyNone(formula: Formula, valued: Valued, work: Work): string {
  if (valued.status === "costly") return tooCostly;
  for (const part of partsOf(formula)) {
    const inner = workOut(part, work);
    if (inner.status === "costly") break;
    if (inner.status !== "known") return whyNone(part, inner, work);
  }
  const said = toPlain(formula);
  const [first, last] = partsOf(formula);
  if (formula.is === "binary" && formula.op === "/" && last && isZero(last, work)) {
    return `${said} divides by 0. Change what’s below the /.`;
  }
  if (formula.is === "called" && formula.fn === "ln") {
    return `${said} has no value: ln needs a number above 0.`;
  }
  if (formula.is === "called" && formula.fn === "sqrt") {
    return `${said} is not a real number: sqrt needs a number that isn’t below 0.`;
  }
  if (formula.is === "binary" && formula.op === "^" && first && isZero(first, work)) {
    return `${said} has no value: 0 can’t be raised to it.`;
  }
  return valued.status === "large"
    ? `${said} is too large or too small to work out.`
    : `${said} has no real value that we could work out.`;
}

function isZero(formula: Formula, work: Work): boolean {
  const valued = workOut(formula, work);
  return valued.status === "known" && valued.value === 0;
}

function unreadable(message: string): ReadArithmetic {
  return { status: "unreadable", message };
}
