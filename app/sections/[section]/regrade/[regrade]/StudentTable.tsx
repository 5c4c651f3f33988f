import type { RegradedStudent } from "@/lib/assessment/regrade/find";
import { pointsText } from "@/lib/ui/points-text";
import { ScrollBox } from "@/lib/ui/ScrollBox";

const cell = "border-line border-b px-3 py-2 text-left align-baseline";
const figure = `${cell} whitespace-nowrap text-right tabular-nums`;

/** The points before and after, and why, of each student for whom the correction comes to something else. */
export function StudentTable({ students: all }: { students: readonly RegradedStudent[] }) {
  const students = all.filter(
    ({ before, after, lost }) => lost !== null || Math.abs(after - before) > 1e-9,
  );
  if (students.length === 0) return null;
  const applied = students.some(({ counted }) => counted !== null);
  return (
    <ScrollBox label="Points before and after" className="mt-8">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Points of each student before and after the regrade</caption>
        <thead>
          <tr className="text-muted">
            <th className={cell}>Student</th>
            <th className={cell}>Assignment</th>
            <th className={figure}>Before</th>
            <th className={figure}>After the correction</th>
            {applied ? <th className={figure}>Now</th> : null}
            <th className={cell}>Why</th>
          </tr>
        </thead>
        <tbody>
          {students
            .toSorted((a, b) => moved(b) - moved(a))
            .map((student) => (
              <tr key={student.assignedId}>
                <th scope="row" className={`${cell} font-medium`}>
                  {student.name}
                </th>
                <td className={cell}>{student.assignment}</td>
                <td className={figure}>{points(student, student.before)}</td>
                <td className={figure}>
                  {student.lost === null
                    ? points(student, student.after)
                    : `${points(student, student.voided)} if void`}
                </td>
                {applied ? (
                  <td className={figure}>{points(student, student.counted ?? student.before)}</td>
                ) : null}
                <td className={cell}>{why(student)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const moved = ({ before, after, lost }: RegradedStudent) =>
  lost !== null ? 2 : Math.abs(after - before);

const points = ({ points: possible }: RegradedStudent, share: number) =>
  `${pointsText(share * possible)} / ${pointsText(possible)}`;

function why({ before, after, lost, overridden }: RegradedStudent): string {
  const marked = overridden ? " Your own mark stays, whatever they earned." : "";
  if (lost !== null) return `Lost. ${lost}${marked}`;
  const how = after > before ? "More" : "Less";
  return `${how} of what they answered is right after the correction.${marked}`;
}
