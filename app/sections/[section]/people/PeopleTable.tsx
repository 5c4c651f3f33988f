import clsx from "clsx";
import { dayText } from "@/lib/cohort/change-words";
import type { SectionPerson } from "@/lib/cohort/people";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface PeopleTableProps {
  section: string;
  people: readonly SectionPerson[];
  mayChange: boolean;
}

const cell = "border-line border-b px-3 py-2 text-left align-baseline";

/** Who is in a section, and who was. */
export function PeopleTable({ section, people, mayChange }: PeopleTableProps) {
  const withIds = people.some(({ campusId }) => campusId);
  const withGroups = people.some(({ group }) => group);
  return (
    <ScrollBox label="People of the section" className="mt-2">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="text-muted">
            <th className={cell}>Name</th>
            <th className={cell}>Email</th>
            {withIds ? <th className={cell}>Campus id</th> : null}
            {withGroups ? <th className={cell}>Group</th> : null}
            <th className={cell}>Role</th>
            <th className={cell}>Since</th>
            {mayChange ? (
              <th className={cell}>
                <span className="sr-only">Change</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr
              key={person.id}
              className={clsx("hover:bg-accent-soft", person.removedAt && "text-muted")}
            >
              <th scope="row" className={clsx(cell, "font-medium")}>
                {person.name}
              </th>
              <td className={cell}>{person.email}</td>
              {withIds ? <td className={clsx(cell, "tabular-nums")}>{person.campusId}</td> : null}
              {withGroups ? <td className={cell}>{person.group}</td> : null}
              <td className={cell}>
                {person.role}
                {person.removedAt ? ", removed" : person.unclaimed ? ", invited" : null}
                {person.timeFactor === 1 ? null : `, ${person.timeFactor} × time`}
              </td>
              <td className={clsx(cell, "whitespace-nowrap tabular-nums")}>
                {dayText((person.removedAt ?? person.since).toISOString().slice(0, 10))}
              </td>
              {mayChange ? (
                <td className={clsx(cell, "text-right")}>
                  <a
                    href={`/sections/${section}/people?person=${person.id}`}
                    className="text-accent underline"
                  >
                    Change<span className="sr-only"> {person.name}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
