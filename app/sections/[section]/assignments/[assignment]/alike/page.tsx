import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { type AlikeStudents, listAlike } from "@/lib/assessment/alike/list-alike";
import { markdownToHtml } from "@/lib/content";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";

export const metadata: Metadata = { title: "Answers alike" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** Pairs of students where one gave answers that are right for the other's numbers, beyond what chance makes. */
export default async function AlikePage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/alike", place);
  const { head, assignment } = await findPagesAssignment(viewer, place.section, place.assignment);
  const report = await listAlike(place.section, place.assignment);
  if (!report) notFound();
  const { students, pairs } = report;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Answers alike" />
      <h3 className="mt-8 font-semibold text-lg">Answers alike</h3>
      <div className="mt-3 max-w-prose space-y-2">
        <p>
          Everyone has their own numbers. These are students whose wrong answers match a classmate’s
          right ones, digit for digit, more often than chance explains among all {students}{" "}
          students.
        </p>
        <p>
          It’s a question to ask, not a verdict: two students may have sat together, mixed up their
          sheets or shared a screen, and this doesn’t say who gave what to whom.
        </p>
      </div>
      {pairs.length === 0 ? (
        <p className="mt-6 max-w-prose rounded-sm border border-line bg-card px-4 py-3">
          No two students’ answers are alike beyond chance.
        </p>
      ) : (
        <ol className="mt-6 max-w-4xl space-y-6">
          {pairs.map((pair, i) => (
            <Pair key={i} pair={pair} />
          ))}
        </ol>
      )}
      <p className="mt-8 max-w-prose text-muted text-sm">
        A pair is shown where chance would make fewer than one such pair in a thousand assignments
        of honest students, over all the comparisons that this one allows. Only numbers and matrices
        are compared, and no wrong answer that a known mistake with the student’s own numbers comes
        to.
      </p>
    </div>
  );
}

function Pair({
  pair: { student, classmate, matches, compared, byChance },
}: {
  pair: AlikeStudents;
}) {
  const exercises = new Set(matches.map(({ exercise }) => exercise)).size;
  return (
    <li>
      <h4 className="font-semibold">
        {student} gave answers that are right for {classmate}
      </h4>
      <p className="text-muted text-sm">
        In {exercises} of the {compared} exercises where {student} was wrong and could be compared.
        By chance: {chanceText(byChance)}.
      </p>
      <ScrollBox label={`Answers of ${student} and ${classmate}`} className="mt-2">
        <table className="w-full min-w-lg border-collapse text-left text-sm tabular-nums">
          <TableHead
            heads={["Exercise", "Typed", "Right for the student", "Right for the classmate"]}
          />
          <tbody>
            {matches.map(({ exercise, part, typed, own, classmates }, i) => (
              <tr key={i} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pr-4 font-normal">
                  {exercise}, <span dangerouslySetInnerHTML={{ __html: markdownToHtml(part) }} />
                </th>
                {[typed, own, classmates].map((text, k) => (
                  <td key={k} className="whitespace-pre-wrap py-1.5 pr-4 font-mono">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </li>
  );
}

/** "once in 1,200,000 assignments like this". */
function chanceText(expected: number): string {
  if (expected < 1e-9) return "less than once in 1,000,000,000 assignments like this";
  const one = Number((1 / expected).toPrecision(2));
  return `once in ${one.toLocaleString("en")} assignments like this`;
}
