import type { Node } from "../graph";
import { multiply } from "../ops/multiply";
import type { NumberWriter } from "./number-writer";
import { isAlike, isLone } from "./reading";
import { type Formula, grouped, type Write, within } from "./told";

/** A sum over all entries in letters; a lone number is its own. */
export function summed(share: string, of: Node, write: Write): Formula {
  if (isLone(of)) return write.of(of);
  const tex = within(write.of(of), 4);
  const index = of.cols === 1 ? "_i" : of.rows === 1 ? "^{(i)}" : "_{ij}";
  return {
    tex: `${share}\\sum_${index === "_{ij}" ? "{i,j}" : "i"} ${grouped(tex)}${index}`,
    binds: 2,
  };
}

/** 1/n of a mean over n entries. */
export const shareOf = ({ data }: Node) => (data.length > 1 ? `\\frac{1}{${data.length}} ` : "");

/** Longer sums than this are no formula to read. */
export const mostTerms = 9;

/** The entries one after the other. */
export function addedUp({ data }: Node, numbers: NumberWriter): Formula | undefined {
  if (data.length > mostTerms) return undefined;
  return { tex: Array.from(data, (v) => numbers.operand(v)).join(" + "), binds: 1 };
}

/** The same over how many there are. */
export function meanOf(a: Node, numbers: NumberWriter): Formula | undefined {
  const sum = addedUp(a, numbers);
  return sum && { tex: `${shareOf(a)}\\left(${sum.tex}\\right)`, binds: 2 };
}

/** The product of two columns entry by entry, which nothing else is made of. */
export const isDot = ({ op, inputs: [a, b], rows, names }: Node) =>
  op === multiply && names.length === 0 && rows > 1 && a!.cols === 1 && isAlike(a!, b!);

/** aᵀ b where such a product is added up. */
export function dotTex(of: Node, write: Write): Formula | undefined {
  if (!isDot(of)) return undefined;
  const [a, b] = of.inputs.map(write.of);
  return { tex: `{${within(a!, 4)}}^{\\top} ${within(b!, 3)}`, binds: 2 };
}
