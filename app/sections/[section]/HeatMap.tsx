import { type Heat, type HeatRow, type Step, stepWords } from "@/lib/cohort/overview/heat";
import { ChartTable } from "@/lib/ui/chart/ChartTable";
import { percent } from "@/lib/ui/percent";

interface HeatMapProps {
  title: string;
  /** What a row is. */
  of: "Lesson" | "Exercise";
  heat: Heat;
  students: number;
  /** Where a row's name leads. */
  hrefOf: (row: HeatRow) => string;
}

const steps: readonly Step[] = [0, 1, 2, 3, 4];

/** How far each student is, a row for each lesson or exercise. The same students stand at the same places of all rows;
 *  the more of the points, the taller the bar. */
export function HeatMap({ title, of, heat: { rows, each }, students, hrefOf }: HeatMapProps) {
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">{title}</span>
        <Legend each={each} />
      </figcaption>
      <ul className="mt-2 space-y-1">
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid grid-cols-[minmax(0,1fr)_3.25rem] items-center gap-x-3 text-sm sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)_3.25rem]"
          >
            <a
              href={hrefOf(row)}
              className="col-start-1 row-start-1 truncate underline-offset-2 hover:underline"
              title={row.title}
            >
              {row.title}
            </a>
            <Strip row={row} />
            <span className="col-start-2 row-start-1 text-right text-muted tabular-nums sm:col-start-3">
              {percent(row.mean)}
            </span>
          </li>
        ))}
      </ul>
      <ChartTable
        caption={title}
        heads={[of, ...steps.map((step) => stepWords[step]), "mean"]}
        rows={rows.map(({ title: name, counts, mean }) => [
          name,
          ...counts.map((count) => `${count} of ${students}`),
          percent(mean),
        ])}
      />
    </figure>
  );
}

/** Height of a strip, in its own units: two a step. */
const tall = 8;

const strengths: Readonly<Record<Step, number>> = { 0: 0, 1: 0.4, 2: 0.6, 3: 0.8, 4: 1 };

function Strip({ row: { title, steps: along, counts } }: { row: HeatRow }) {
  const said = steps.map((step) => `${counts[step]} ${stepWords[step]}`).join(", ");
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, along.length)} ${tall}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${title}: ${said}`}
      className="col-span-2 row-start-2 block h-4 w-full border-line border-b sm:col-span-1 sm:col-start-2 sm:row-start-1"
    >
      {steps.slice(1).map((step) => (
        <path key={step} d={barsAt(along, step)} fill="var(--accent)" opacity={strengths[step]} />
      ))}
    </svg>
  );
}

/** All the bars of one step as one path: a page of them stays small whatever the number of students. */
function barsAt(along: readonly Step[], step: Step): string {
  const height = 2 * step;
  return along
    .map((one, i) => (one === step ? `M${i} ${tall}v-${height}h.85v${height}z` : ""))
    .join("");
}

function Legend({ each }: { each: number }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
      {steps.slice(1).map((step) => (
        <span key={step} className="inline-flex items-center gap-1">
          <svg viewBox={`0 0 4 ${tall}`} className="h-3 w-1.5" aria-hidden="true">
            <path
              d={`M0 ${tall}v-${2 * step}h4v${2 * step}z`}
              fill="var(--accent)"
              opacity={strengths[step]}
            />
          </svg>
          {stepWords[step]}
        </span>
      ))}
      <span>
        {each === 1 ? "a bar is a student" : `a bar is ${each} students`}, furthest on the left
      </span>
    </span>
  );
}
