import katex, { type KatexOptions } from "katex";

/** How far a formula may lead to the left or down, and how much room one size in it may take, in em. */
const mostEach = 40;
/** The room that all its sizes may take together, in em. */
const mostInAll = 200;

/** What takes a size, or makes a command that does. */
const sizing = /kern|skip|space|raisebox|rule|above|genfrac|newline|\\cr|def|let|command|\\\\\s*\[/;

/** Whether sizes in a formula would put it, or what stands beside it, far from its place: `\kern-99em`. KaTeX caps those above
 *  nothing alone. */
export const isOutOfPlace = (tex: string, options: KatexOptions): boolean => {
  if (!sizing.test(tex)) return false;
  const sizes = sizesIn(parse(tex, options));
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0);
  return (
    sizes.some((size) => Math.abs(size) > mostEach) ||
    sum(sizes.filter((size) => size < 0)) < -mostEach ||
    sum(sizes.filter((size) => size > 0)) > mostInAll
  );
};

/** KaTeX's tree of a formula: plain nodes and lists of them, with a `{ number, unit }` for each size. */
const parse = (tex: string, options: KatexOptions): unknown =>
  (katex as unknown as { __parse(tex: string, options: KatexOptions): unknown }).__parse(
    tex,
    options,
  );

function sizesIn(node: unknown): number[] {
  const sizes: number[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const { number, unit } = next as { number?: unknown; unit?: unknown };
    if (typeof number === "number" && typeof unit === "string")
      sizes.push(number * (emOf[unit] ?? 1));
    // Where it stands in the text is no part of it.
    else for (const [key, child] of Object.entries(next)) if (key !== "loc") open.push(child);
  }
  return sizes;
}

/** TeX's units in em, about. */
const emOf: Readonly<Record<string, number>> = {
  ...{ em: 1, ex: 0.43, mu: 1 / 18, pt: 0.1, mm: 0.285, cm: 2.85, in: 7.2, bp: 0.1, pc: 1.2 },
  ...{ dd: 0.107, cc: 1.28, nd: 0.107, nc: 1.28, sp: 1 / 655_360, px: 0.1 },
};
