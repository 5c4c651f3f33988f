import type { AssignmentEntry } from "@/lib/assessment/setting/assignments";
import { momentText } from "@/lib/assessment/setting/zoned-time";
import { numberText } from "@/lib/ui/number-text";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface AssignmentTableProps {
  section: string;
  assignments: readonly AssignmentEntry[];
  /** How many are in the section. */
  students: number;
  /** The section's, which times are told in. */
  zone: string;
}

const cell = "border-line border-b px-3 py-2.5 text-left align-baseline first:pl-0";
const figure = `${cell} whitespace-nowrap text-right tabular-nums`;

/** A section's assignments, by when they are due. */
export function AssignmentTable({ section, assignments, students, zone }: AssignmentTableProps) {
  return (
    <>
      <ScrollBox label="Assignments of the section" className="mt-6">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="text-muted">
              <th className={cell}>Assignment</th>
              <th className={cell}>Opens</th>
              <th className={cell}>Due</th>
              <th className={cell}>Closes</th>
              <th className={figure}>Exercises</th>
              <th className={figure}>Points</th>
              <th className={figure}>Begun</th>
              <th className={figure}>Handed in</th>
            </tr>
          </thead>
          <tbody>
            {assignments.map((one) => (
              <tr key={one.id} className="hover:bg-accent-soft">
                <th scope="row" className={`${cell} min-w-44 font-medium`}>
                  <a
                    href={`/sections/${section}/assignments/${one.id}`}
                    className="text-accent underline-offset-2 hover:underline"
                  >
                    {one.title}
                  </a>
                  <span className="block font-normal text-muted">
                    {one.kind === "exam" ? "Exam" : "Homework"} ·{" "}
                    {one.publishedAt ? "published" : "draft, students don’t see it"}
                  </span>
                </th>
                {[one.opensAt, one.dueAt, one.closesAt].map((at, i) => (
                  <td key={i} className={`${cell} whitespace-nowrap tabular-nums`}>
                    <time dateTime={at.toISOString()}>{momentText(at, zone)}</time>
                  </td>
                ))}
                <td className={figure}>{one.exercises}</td>
                <td className={figure}>{numberText(one.points)}</td>
                <td className={figure}>
                  {one.begun} of {students}
                </td>
                <td className={figure}>
                  {one.kind === "exam" ? `${one.handedIn} of ${students}` : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="mt-3 text-muted text-sm">
        Times are in the section’s time zone, {zone}. Exams are handed in; homework counts as it is
        answered.
      </p>
    </>
  );
}
