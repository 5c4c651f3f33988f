import type { ReactNode } from "react";
import type { Discrimination, ItemFigures as Figures, Share } from "@/lib/cohort/item/figures";
import { fewest } from "@/lib/cohort/item/figures";
import type { Interval } from "@/lib/cohort/statistics/interval";
import { durationText } from "@/lib/ui/duration-text";
import { numberText } from "@/lib/ui/number-text";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { IntervalMark } from "./IntervalMark";

/** An exercise's figures as a table: each with where it may lie, drawn and in numbers, and of how many students. */
export function ItemFigures({ figures }: { figures: Figures }) {
  const { attempts, seconds } = figures;
  return (
    <ScrollBox label="The exercise's figures" className="mt-3">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <caption className="sr-only">
          How hard the exercise is, how well it tells strong and weak students apart, and what it
          takes to get it right
        </caption>
        <thead>
          <tr className="border-line border-b text-muted">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Figure
            </th>
            <th scope="col" className="py-1.5 pr-3 text-right font-medium">
              Value
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              95 % interval
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Students
            </th>
          </tr>
        </thead>
        <tbody>
          <ShareRow name="Facility, first try" share={figures.facilityFirst} />
          <ShareRow name="Facility, at best" share={figures.facilityBest} />
          <DiscriminationRow discrimination={figures.discrimination} />
          <ShareRow name="Right on first try" share={figures.rightAtFirst} />
          <ShareRow name="Right by now" share={figures.rightByNow} />
          <Row
            name="Attempts until right"
            value={attempts ? numberText(attempts.median) : "–"}
            range={attempts ? halfOf(attempts, numberText) : "nobody has it right yet"}
            students={rightNow(figures)}
          />
          <Row
            name="Time until right"
            value={seconds ? durationText(seconds.median) : "–"}
            range={seconds ? halfOf(seconds, durationText) : "nobody needed a second attempt"}
            students={seconds?.students ?? 0}
          />
        </tbody>
      </table>
    </ScrollBox>
  );
}

const rightNow = ({ rightByNow: { value = 0, students } }: Figures) => Math.round(value * students);

/** The middle half, for what has no interval. */
const halfOf = (
  { lower, upper }: { lower: number; upper: number },
  words: (value: number) => string,
) => `middle half: ${words(lower)} to ${words(upper)}`;

function ShareRow({ name, share: { value, students, interval } }: { name: string; share: Share }) {
  return (
    <Row
      name={name}
      value={value === undefined ? "–" : percent(value)}
      mark={interval && value !== undefined ? { from: 0, to: 1, value, interval } : undefined}
      range={
        interval
          ? `${percent(interval.low)} to ${percent(interval.high)}`
          : tooFew(students, fewest.facility)
      }
      students={students}
    />
  );
}

function DiscriminationRow({ discrimination }: { discrimination: Discrimination }) {
  const name = "Discrimination";
  const { students } = discrimination;
  if ("none" in discrimination) {
    const range =
      discrimination.none === "too few"
        ? tooFew(students, fewest.discrimination)
        : "their scores are all the same";
    return <Row name={name} value="–" range={range} students={students} />;
  }
  const { value, interval } = discrimination;
  return (
    <Row
      name={name}
      value={twoPlaces(value)}
      mark={interval && { from: -1, to: 1, value, interval }}
      range={interval ? `${twoPlaces(interval.low)} to ${twoPlaces(interval.high)}` : ""}
      students={students}
    />
  );
}

const tooFew = (students: number, needed: number) =>
  `too few: ${students} of the ${needed} it takes`;

const twoPlaces = (value: number) => value.toFixed(2).replace("-", "−");

interface RowProps {
  name: string;
  value: string;
  mark?: { from: number; to: number; value: number; interval: Interval };
  range: ReactNode;
  students: number;
}

function Row({ name, value, mark, range, students }: RowProps) {
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-1.5 pr-3 font-medium sm:whitespace-nowrap">
        {name}
      </th>
      <td className="whitespace-nowrap py-1.5 pr-3 text-right">{value}</td>
      <td className="py-1.5 pr-3 text-muted">
        <span className="flex items-center gap-3">
          {mark ? <IntervalMark {...mark} /> : null}
          {range}
        </span>
      </td>
      <td className="py-1.5 text-right">{students}</td>
    </tr>
  );
}
