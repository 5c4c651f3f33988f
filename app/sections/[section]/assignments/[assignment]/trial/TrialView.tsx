import type { Spread } from "@/lib/assessment/trial/spread";
import { madeUp, type Trial, type TriedExercise } from "@/lib/assessment/trial/trial";
import { numberText } from "@/lib/ui/number-text";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

const cell = "border-line border-b px-3 py-2 text-left align-baseline first:pl-0";
const figure = `${cell} text-right tabular-nums`;

/** What came of drawing an assignment for made-up students. */
export function TrialView({ section, trial }: { section: string; trial: Trial }) {
  const { exercises, minutes, firstTry } = trial;
  if (!minutes) return <p className="mt-6">No exercises are chosen yet.</p>;
  return (
    <>
      <h3 className="mt-8 font-semibold text-lg">What one student is given</h3>
      <Spreads minutes={minutes} firstTry={firstTry} />
      <p className="mt-2 max-w-3xl text-muted text-sm">
        {firstTry
          ? "First tries are those of everyone who has done these exercises, here and elsewhere."
          : "You’ll see how hard the draws are once ten people have tried each exercise."}{" "}
        If the least and the most are far apart, the pools give some students more to do than
        others: put similar exercises in the same pool.
      </p>
      <h3 className="mt-8 font-semibold text-lg">Each exercise</h3>
      <ScrollBox label="Exercises over the made-up students" className="mt-2">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="text-muted">
              <th className={cell}>Exercise</th>
              <th className={figure}>Given to</th>
              <th className={figure}>Minutes</th>
              <th className={figure}>First try</th>
              <th className={figure}>Different numbers</th>
              <th className={figure}>Draws rejected</th>
            </tr>
          </thead>
          <tbody>
            {exercises.map((one) => (
              <Row key={one.id} section={section} exercise={one} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ul className="mt-3 max-w-3xl list-disc pl-5 text-muted text-sm">
        <li>
          Minutes: the median of those measured here, from the first thing typed to the last answer,
          where ten people or more were; else estimated from how many parts it has and how they are
          answered.
        </li>
        <li>
          First try: the mean share of the points at the first try, where ten people or more have
          one. An exercise’s name leads to its figures, which also say whether some numbers were
          harder than others.
        </li>
        <li>
          Draws rejected: numbers that would not have been fair, such as a 0 for an answer or a
          mistake that comes out right. They are drawn again until they are; no student gets them.
        </li>
      </ul>
    </>
  );
}

function Spreads({ minutes, firstTry }: { minutes: Spread; firstTry: Spread | null }) {
  const rows = [
    { what: "Minutes expected", spread: minutes, text: (value: number) => numberText(value, 2) },
    ...(firstTry
      ? [{ what: "Points expected on first try", spread: firstTry, text: percent }]
      : []),
  ];
  return (
    <ScrollBox label="What one student is given" className="mt-2">
      <table className="border-collapse text-sm">
        <thead>
          <tr className="text-muted">
            <th className={cell}>
              <span className="sr-only">What</span>
            </th>
            <th className={figure}>Least</th>
            <th className={figure}>Middle half of the students</th>
            <th className={figure}>Median</th>
            <th className={figure}>Most</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, spread, text }) => (
            <tr key={what}>
              <th scope="row" className={`${cell} font-medium`}>
                {what}
              </th>
              <td className={figure}>{text(spread.min)}</td>
              <td className={figure}>
                {text(spread.lower)} to {text(spread.upper)}
              </td>
              <td className={figure}>{text(spread.median)}</td>
              <td className={figure}>{text(spread.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ section, exercise }: { section: string; exercise: TriedExercise }) {
  const { id, title, given, minutes, expected, timed, firstTry, scored } = exercise;
  return (
    <tr>
      <th scope="row" className={`${cell} min-w-44 font-medium`}>
        <a href={`/sections/${section}/exercises/${id}`} className="text-accent hover:underline">
          {title}
        </a>
      </th>
      <td className={figure}>{given}</td>
      <td className={figure}>
        {numberText(expected, 2)}
        <Small>{minutes === null ? "estimated" : `measured, ${timed} people`}</Small>
      </td>
      <td className={figure}>
        {firstTry === null ? "–" : percent(firstTry)}
        <Small>{scored} people</Small>
      </td>
      <td className={figure}>
        <Numbers exercise={exercise} />
      </td>
      <td className={figure}>
        <Rejected exercise={exercise} />
      </td>
    </tr>
  );
}

function Numbers({ exercise: { draws, drawn, different } }: { exercise: TriedExercise }) {
  if (!draws) return <>the same for all</>;
  return (
    <>
      {different} of {drawn}
      {drawn < madeUp ? <Small>as many as time allowed</Small> : null}
    </>
  );
}

function Rejected({ exercise: { draws, tried, rejected, failed } }: { exercise: TriedExercise }) {
  if (!draws) return <>–</>;
  return (
    <>
      {tried === 0 ? "–" : percent(rejected / tried)}
      <Small>
        {rejected} of {tried}
      </Small>
      {failed > 0 ? <Small>no numbers at all for {failed}</Small> : null}
    </>
  );
}

const Small = ({ children }: { children: React.ReactNode }) => (
  <span className="block text-muted text-xs">{children}</span>
);
