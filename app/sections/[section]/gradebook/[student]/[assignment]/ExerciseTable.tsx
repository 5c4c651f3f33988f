import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import type { AssignedEntry } from "@/lib/assessment/gradebook/student-work";
import { effectiveShare } from "@/lib/assessment/terms/totals";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";

interface ExerciseTableProps {
  exercises: readonly AssignedEntry[];
  place: { section: string; student: string; assignment: string };
}

/** What a student was given in an assignment, and what came of each. */
export function ExerciseTable({ exercises, place }: ExerciseTableProps) {
  const { section, student, assignment } = place;
  const base = `/sections/${section}/gradebook/${student}/${assignment}`;
  return (
    <ScrollBox label="Exercises" className="mt-2">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <TableHead
          heads={["Exercise", "Points", "Attempts", "Remarks"]}
          figures={["Points", "Attempts"]}
        />
        <tbody>
          {exercises.map((one) => (
            <tr key={one.id} className="border-line border-b align-baseline">
              <th scope="row" className="py-2 pr-4 font-medium">
                <a href={`${base}/${one.id}`} className="text-accent underline underline-offset-2">
                  {one.title}
                </a>
                <span className="block font-normal text-muted text-xs">{one.lesson.title}</span>
              </th>
              <td className="whitespace-nowrap py-2 pr-4 text-right">
                {shownPoints(effectiveShare(one), one.points)} / {one.points}
              </td>
              <td className="py-2 pr-4 text-right">{one.attempts}</td>
              <td className="py-2">{remarksOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function remarksOf({ override, excused, comment, daysLate, share, points }: AssignedEntry): string {
  const late = daysLate === 1 ? "a day late" : `${daysLate} days late`;
  return [
    excused && "excused",
    override !== null && `given by staff; earned ${shownPoints(share, points)}`,
    daysLate > 0 && late,
    comment && "with a comment",
  ]
    .filter(Boolean)
    .join(" · ");
}
