import { DateTime } from "luxon";
import type { FirstTries, TriesOverTime as Tries } from "@/lib/cohort/overview/first-tries";
import { linearAxis } from "@/lib/ui/chart/axis";
import { ChartFrame, still } from "@/lib/ui/chart/ChartFrame";
import { ChartTable } from "@/lib/ui/chart/ChartTable";
import { CurveLegend } from "@/lib/ui/chart/CurveLegend";
import { curvePath, pointsOf } from "@/lib/ui/chart/curve";
import { curveStyle } from "@/lib/ui/chart/palette";
import { percent } from "@/lib/ui/percent";

interface TriesOverTimeProps {
  tries: Tries;
  timeZone: string;
}

/** More days than these are not shown one by one. */
const mostSteps = 30;

/** How well the exercises went that the section began in each week: at the first try, and at best by now. */
export function TriesOverTime({ tries: { by, steps: all }, timeZone }: TriesOverTimeProps) {
  const steps = all.slice(-mostSteps);
  const title = `Scores over time: exercises begun each ${by}`;
  if (steps.length < 2) {
    return (
      <figure>
        <figcaption className="font-semibold">{title}</figcaption>
        <p className="mt-2 text-muted text-sm">
          The line starts once the section has worked on two different days.
        </p>
      </figure>
    );
  }
  const names = steps.map(({ from }) =>
    DateTime.fromJSDate(from, { zone: timeZone }).setLocale("en-GB").toFormat("d LLL"),
  );
  const at = steps.map((_, i) => i);
  return (
    <figure>
      <figcaption className="font-semibold">{title}</figcaption>
      <div className="mt-2 pr-4">
        <CurveLegend names={["first try", "best by now"]} />
        <ChartFrame
          x={{ from: 0, to: steps.length - 1, log: false, ticks: ticksOf(names) }}
          y={{
            ...linearAxis([0, 1]),
            ticks: [0, 0.5, 1].map((value) => ({ value, text: percent(value) })),
          }}
          height="h-28"
          label={`${title}. ${steps.map((step, i) => `${names[i]}: ${said(step)}`).join("; ")}.`}
        >
          {[steps.map(({ first }) => first), steps.map(({ best }) => best)].map((heights, i) => (
            <path
              key={i}
              d={curvePath(
                { from: 0, to: steps.length - 1, log: false, ticks: [] },
                linearAxis([0, 1]),
                pointsOf(at, heights),
              )}
              stroke={curveStyle(i).stroke}
              strokeDasharray={curveStyle(i).dashes}
              strokeWidth="2.25"
              strokeLinejoin="round"
              {...still}
            />
          ))}
        </ChartFrame>
      </div>
      <ChartTable
        caption={title}
        heads={[by, "first try", "best by now", "exercises begun", "students"]}
        rows={steps.map(({ first, best, begun, students }, i) => [
          names[i] ?? "",
          percent(first),
          percent(best),
          String(begun),
          String(students),
        ])}
      />
    </figure>
  );
}

const said = ({ first, best }: FirstTries) =>
  `${percent(first)} on the first try, ${percent(best)} at best`;

/** About five of the names along the axis. */
function ticksOf(names: readonly string[]) {
  const step = Math.ceil(names.length / 5);
  return names.flatMap((text, value) => (value % step === 0 ? [{ value, text }] : []));
}
