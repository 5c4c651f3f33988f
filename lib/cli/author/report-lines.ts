import {
  faultInWords,
  featureInWords,
  isMade,
  isToldApart,
  type Report,
  ruleInWords,
} from "@/lib/exercise/check";
import { short } from "@/lib/exercise/language";
import { columns, paragraph } from "./columns";

/** Most reasons told for which draws fell. */
const reasons = 3;

/** What checking an exercise came to, as lines. */
export function reportLines(report: Report): string[] {
  const { id, title, at, findings } = report;
  const notes = findings.filter(({ level }) => level === "note");
  return [
    "",
    `  ${id} · ${title} · line ${at.line}`,
    `    ${drawsInWords(report)}`,
    ...fellLines(report),
    ...hiddenLines(report),
    ...columns(partRows(report), "    "),
    ...columns(featureRows(report), "    "),
    ...notes.flatMap((one) => paragraph("    note  ", `${one.at.line}: ${one.message}`)),
  ];
}

function drawsInWords({ draws: { tried, fair }, variants, milliseconds }: Report): string {
  const drawn =
    tried > 0
      ? `${fair} of ${tried} draws fair (${Math.floor((100 * fair) / tried)} %)`
      : "the same numbers for everybody";
  const fixed = variants.fixed > 0 ? [`${variants.fixed} fixed`] : [];
  return [drawn, ...fixed, `${milliseconds.toFixed(1)} ms a variant`].join(" · ");
}

function fellLines({ draws: { fell } }: Report): string[] {
  const told = fell.slice(0, reasons).map((one) => `${one.count} because ${faultInWords(one)}`);
  const rest = fell.slice(reasons).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) told.push(`${rest} for other reasons`);
  return told.length > 0 ? paragraph("    fell  ", told.join("; ")) : [];
}

/** In what share of the fair draws some mistakes make no difference, so that nobody is told of them there. */
function hiddenLines({ hidden }: Report): string[] {
  const told = hidden.map(
    ({ rule, share }) => `${ruleInWords(rule)} in ${Math.ceil(100 * share)} %`,
  );
  return told.length > 0 ? paragraph("    hides ", told.join("; ")) : [];
}

const head = ["part", "answers", "min", "median", "max", "different", "mistakes told apart"];

function partRows({ parts, mistakes }: Report): string[][] {
  const rows = parts.map(({ name, kind, spread }) => {
    const made = mistakes.filter((one) => one.part === name && isMade(one));
    const apart = made.filter(isToldApart).length;
    const told = made.length > 0 ? `${apart} of ${made.length}` : "";
    if (!spread) return [name, kind, "", "", "", "", told];
    const { min, median, max, counts, different } = spread;
    const figures = [min, median, max].map((value) => short(value, 4));
    return [name, sparkline(counts), ...figures, String(different), told];
  });
  return [rows.some((row) => row[2] !== "" || row[6] !== "") ? head : head.slice(0, 2), ...rows];
}

function featureRows({ features }: Report): string[][] {
  if (features.length === 0) return [];
  const rows = features.map(({ name, min, median, max }) => [
    featureInWords(name),
    ...[min, median, max].map((value) => short(value, 4)),
  ]);
  return [["feature of the numbers", "min", "median", "max"], ...rows];
}

const bars = "▁▂▃▄▅▆▇█";

/** Counts as bars, the largest the highest; a space where there is none. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(...counts, 1);
  return counts
    .map((count) => (count === 0 ? " " : bars[Math.ceil((count / most) * bars.length) - 1]))
    .join("");
}
