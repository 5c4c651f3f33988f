import clsx from "clsx";
import type { GraphLine, GraphPlace } from "@/lib/ui/graph/layers";

/** A column's width in the drawing's own units, and how much of it a skill takes. */
const column = 100;
export const nodeShare = 82;

interface SkillLinesProps {
  lines: readonly GraphLine[];
  columns: number;
  rows: number;
  pitch: number;
  /** The id of the skill whose lines stand out. */
  chosen: string | null;
}

/** The lines of the map of skills, which say nothing that the skills' words do not. It is stretched to the map's width,
 *  its lines are not. */
export function SkillLines({ lines, columns, rows, pitch, chosen }: SkillLinesProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${columns * column} ${rows * pitch}`}
      preserveAspectRatio="none"
      className="absolute inset-0 hidden h-full w-full lg:block"
      fill="none"
    >
      {lines
        .toSorted((a, b) => Number(touches(a, chosen)) - Number(touches(b, chosen)))
        .map((line) => (
          <path
            key={`${line.from} ${line.to}`}
            d={pathOf(line.points, pitch)}
            vectorEffect="non-scaling-stroke"
            className={clsx(touches(line, chosen) ? "stroke-accent" : "stroke-muted/60")}
            strokeWidth={touches(line, chosen) ? 2.5 : 1.25}
          />
        ))}
    </svg>
  );
}

const touches = ({ from, to }: GraphLine, id: string | null) => from === id || to === id;

/** From the right edge of the first to the left edge of the last, level where it passes between others. */
function pathOf(points: readonly GraphPlace[], pitch: number): string {
  const middle = (column - nodeShare) / 2;
  return points
    .map((point, i) => {
      const y = point.row * pitch;
      const left = point.column * column;
      const before = points[i - 1];
      if (!before) return `M${left + nodeShare} ${y}`;
      const turn = left - middle;
      const curve = `C${turn} ${before.row * pitch} ${turn} ${y} ${left} ${y}`;
      return i < points.length - 1 ? `${curve}H${left + nodeShare}` : curve;
    })
    .join("");
}
