import { parseLesson } from "@/lib/content";
import { Answer, Names, readFormula, readingTex } from "@/lib/exercise/algebra";
import { splitCells } from "@/lib/exercise/kinds/matrix/cells";
import { readNumber } from "@/lib/exercise/read-number";
import { FormulaError, texToHtml } from "@/lib/ui/maths";
import type { BenchRow } from "./row";

const front = "---\ntitle: A\nsummary: B\n---\n\n";

/** What costs parsers most for its size, kept just below the limits or far above them. */
const lessons: readonly string[] = [
  "*_".repeat(199),
  `${"*_".repeat(60)}\n\n`.repeat(34),
  "[a][b]".repeat(99),
  "> > > > > > > > a\n".repeat(190),
  "a\n===\n".repeat(99),
  "* a\n  * b\n".repeat(99),
  "**a".repeat(25_000),
  "*_".repeat(40_000),
  "> ".repeat(40_000),
  `$${"\\frac{1}{".repeat(18_000)}$`,
];

const formulas: readonly string[] = [
  `${"\\frac{1}{".repeat(40)}x${"}".repeat(40)}`,
  "x_1 ".repeat(500),
  "\\left( \\frac12 \\right)".repeat(80),
];

/** What costs readers and comparisons of answers most. */
const answers: readonly string[] = [
  "xx ".repeat(333),
  "x/".repeat(290),
  "9^9^9^9 x",
  `x ${"+ 10^(-500) sin(x)".repeat(30)}`,
  `${"exp(".repeat(50)}x${")".repeat(50)}`,
];

const pieces: readonly string[] = ["[", "] ", "1 ", ", ", "; ", "\\begin{matrix}", "{", "(", "a,"];

const x = [{ name: "x", tex: "x", from: -2, to: 2 }];

/** KaTeX refuses what is too long. */
function set(tex: string): void {
  try {
    texToHtml(tex, { once: true });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
  }
}

/** An answer read as a formula, shown beside its field and compared with a key, and read as a number and as a matrix. */
function answered(typed: string): void {
  const told = readingTex(typed, x);
  if (told.status === "read") set(told.tex);
  const read = readFormula(typed, new Names(x));
  const key = readFormula("x", new Names(x));
  if (read.status === "read" && key.status === "read") {
    new Answer(key.formula, x).relationTo(read.formula);
  }
  readNumber(typed);
  splitCells(typed);
}

/** The longest that one hostile text, and one hostile answer, hold a thread, in milliseconds. */
export function hostileBench(): BenchRow[] {
  let runs = 0;
  const texts = lessons.map((text) => () => parseLesson(`${front}${text}\n`, "hostile.mdx"));
  // A formula is remembered, so that each run writes it anew.
  const maths = formulas.map((tex) => () => texToHtml(`${tex}{}${"~".repeat(runs++ % 90)}`));
  for (const run of [...texts, ...maths]) run();
  const slowest = Math.max(...[...texts, ...maths].map(timed));
  const typed = [...answers, ...pieces.map((piece) => piece.repeat(20_000 / piece.length))];
  for (const one of typed) answered(one);
  const answer = Math.max(...typed.map((one) => timed(() => answered(one))));
  return [row("hostile content, slowest", slowest), row("hostile answers, slowest", answer)];
}

const aim = 100;

const row = (name: string, value: number): BenchRow => ({
  name,
  value,
  unit: "ms",
  aim,
  met: value <= aim,
});

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
