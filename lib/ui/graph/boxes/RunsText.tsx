import type { Run } from "./symbol";

const maths = "KaTeX_Math, 'Source Serif 4 Variable', serif";
const upright = "KaTeX_Main, 'Source Serif 4 Variable', serif";

interface RunsTextProps {
  runs: readonly Run[];
  x: number;
  y: number;
  size: number;
  anchor: "middle" | "start" | "end";
  /** Whether it stands at a line, and keeps that off itself. */
  isLabel?: boolean;
}

/** A symbol or words as SVG text, letters in the typeface that KaTeX has already brought to the page. */
export function RunsText({ runs, x, y, size, anchor, isLabel = false }: RunsTextProps) {
  const halo = isLabel
    ? {
        paintOrder: "stroke",
        stroke: "var(--card)",
        strokeWidth: 4,
        strokeLinejoin: "round" as const,
      }
    : {};
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      fill={isLabel ? "var(--muted)" : "var(--ink)"}
      {...halo}
    >
      {runs.map((run, i) => (
        <tspan
          key={i}
          dy={rise(run, runs[i - 1], size) || undefined}
          fontSize={run.at ? 0.72 * size : run.italic ? 1.18 * size : undefined}
          fontFamily={run.italic ? maths : run.at ? upright : undefined}
          fontStyle={run.italic ? "italic" : undefined}
        >
          {run.text}
        </tspan>
      ))}
    </text>
  );
}

/** How far a run stands below the one before it. */
function rise(run: Run, before: Run | undefined, size: number): number {
  const depth = (one: Run | undefined) => (one?.at ? (one.at === "sub" ? 0.22 : -0.4) * size : 0);
  return Math.round(100 * (depth(run) - depth(before))) / 100;
}
