import { parseLesson } from "@/lib/content";
import { texToHtml } from "@/lib/ui/maths";
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

/** The longest that one hostile text holds a thread, in milliseconds. */
export function hostileBench(): BenchRow[] {
  let runs = 0;
  const texts = lessons.map((text) => () => parseLesson(`${front}${text}\n`, "hostile.mdx"));
  // A formula is remembered, so that each run writes it anew.
  const maths = formulas.map((tex) => () => texToHtml(`${tex}{}${"~".repeat(runs++ % 90)}`));
  for (const run of [...texts, ...maths]) run();
  const slowest = Math.max(...[...texts, ...maths].map(timed));
  const aim = 100;
  return [
    { name: "hostile content, slowest", value: slowest, unit: "ms", aim, met: slowest <= aim },
  ];
}

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
