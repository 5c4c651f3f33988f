import { DateTime } from "luxon";
import type { ReactNode } from "react";
import type { DueSoon } from "@/lib/assessment/due/due-soon";
import { type Activity, quietDays, type Unusual } from "@/lib/cohort/overview/attention";
import type { listAttention } from "@/lib/cohort/overview/list-attention";
import { WriteTo } from "./WriteTo";

interface AttentionProps {
  sectionId: string;
  attention: Awaited<ReturnType<typeof listAttention>>;
  due: readonly DueSoon[];
  /** Reports of exercises that nobody has answered. */
  reports: number;
  timeZone: string;
}

/** What needs an instructor today: who is stuck, has not begun, has gone quiet or does much better or worse than before, what is due
 *  soon, and reports that wait. */
export function Attention({ sectionId, attention, due, reports, timeZone }: AttentionProps) {
  const { stuck, notBegun, quiet, unusual } = attention;
  const people = { sectionId, exercise: undefined };
  const nothing =
    reports === 0 && [stuck, notBegun, quiet, unusual, due].every(({ length }) => length === 0);
  return (
    <section aria-labelledby="today">
      <h2 id="today" className="font-semibold">
        What needs you today
      </h2>
      {nothing ? (
        <p className="mt-2 text-muted text-sm">Nothing right now.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
          <Group {...people} about="stuck" people={stuck} words={["is stuck", "are stuck"]}>
            {stuck.slice(0, mostNamed).map(({ id, name, exercises }) => (
              <li key={id}>
                {name}:{" "}
                {exercises.slice(0, 3).map((exercise, i) => (
                  <span key={exercise.id}>
                    {i > 0 ? ", " : ""}
                    <a
                      href={`/sections/${sectionId}/students/${id}/${exercise.id}`}
                      className={link}
                    >
                      {exercise.title}
                    </a>{" "}
                    <span className="text-muted">{exercise.attempts} attempts</span>
                  </span>
                ))}
              </li>
            ))}
          </Group>
          <Group
            {...people}
            about="not-begun"
            people={notBegun}
            words={["has not begun", "have not begun"]}
          >
            <Names people={notBegun} />
          </Group>
          <Group
            {...people}
            about="quiet"
            people={quiet}
            words={[
              `has answered nothing for ${quietDays} days`,
              `have answered nothing for ${quietDays} days`,
            ]}
          >
            <Names people={quiet} />
          </Group>
          <Group
            {...people}
            about="unusual"
            people={unusual}
            words={["does much better or worse than before", "do much better or worse than before"]}
          >
            {unusual.slice(0, mostNamed).map((one) => (
              <li key={one.id}>
                {one.name} <span className="text-muted">{changeText(one)}</span>
              </li>
            ))}
          </Group>
          {reports > 0 ? (
            <li className="py-1.5">
              <a href={`/sections/${sectionId}/reports`} className={link}>
                {reports === 1 ? "1 report is waiting" : `${reports} reports are waiting`} for an
                answer
              </a>
            </li>
          ) : null}
          {due.map((one) => (
            <li key={one.id} className="py-1.5">
              <a href={`/sections/${sectionId}/assignments/${one.id}`} className={link}>
                {one.title}
              </a>{" "}
              is due {dueText(one.dueAt, timeZone)}
              <span className="text-muted">
                {" "}
                · {one.begun} of {one.students} have begun
                {one.handedIn > 0 ? `, ${one.handedIn} handed in` : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** More names than these are on the page of their addresses. */
const mostNamed = 30;

const link = "underline decoration-line underline-offset-2 hover:decoration-ink";

interface GroupProps {
  sectionId: string;
  about: string;
  people: readonly { readonly email: string | null }[];
  /** For one, and for several. */
  words: readonly [string, string];
  children: ReactNode;
}

function Group({ sectionId, about, people, words: [one, several], children }: GroupProps) {
  if (people.length === 0) return null;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
      <details className="min-w-0">
        <summary>
          <strong className="tabular-nums">{people.length}</strong>{" "}
          {people.length === 1 ? `student ${one}` : `students ${several}`}
        </summary>
        <ul className="mt-1 space-y-0.5 pl-4">
          {children}
          {people.length > mostNamed ? (
            <li className="text-muted">and {people.length - mostNamed} more</li>
          ) : null}
        </ul>
      </details>
      <WriteTo people={people} href={`/sections/${sectionId}/message?about=${about}`} />
    </li>
  );
}

function Names({ people }: { people: readonly Activity[] }) {
  return people.slice(0, mostNamed).map(({ id, name }) => <li key={id}>{name}</li>);
}

/** "first tries 31 points in 100 below the section, before 4 above". */
function changeText({ lately, before }: Unusual): string {
  const against = (share: number | null) => {
    const points = Math.round(100 * (share ?? 0));
    return `${Math.abs(points)} % ${points < 0 ? "below" : "above"} the section`;
  };
  return `first tries this week ${against(lately)}, before ${against(before)}`;
}

const dueText = (at: Date, zone: string) =>
  DateTime.fromJSDate(at, { zone }).setLocale("en-GB").toFormat("cccc d LLLL, HH:mm ZZZZ");
