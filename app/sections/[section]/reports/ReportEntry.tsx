import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import type { StaffReport } from "@/lib/assessment/reports";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { pointsInWords } from "@/lib/ui/points-text";
import { plan } from "../regrade/actions";
import { AnswerForm } from "./AnswerForm";

interface ReportEntryProps {
  section: string;
  report: StaffReport;
  zone: string;
  /** Whether the viewer may regrade. */
  mayChange: boolean;
}

/** One report: what the student says, the way to the evidence, and what can be done about it. */
export function ReportEntry({ section, report, zone, mayChange }: ReportEntryProps) {
  const { id, text, at, reply, repliedBy, student, assignment, exercise, assignedId } = report;
  const { points, share, override } = report;
  const earned = shownPoints(override ?? share, points);
  const evidence = `/sections/${section}/gradebook/${student.id}/${assignment.id}/${assignedId}`;
  return (
    <li className="border-line border-t py-5">
      <h2 className="font-semibold">
        {student.name}: {exercise.title}
      </h2>
      <p className="text-muted text-sm">
        {assignment.title} · {earned} / {pointsInWords(points)} · <LocalTime at={at} zone={zone} />
      </p>
      <p className="mt-2 whitespace-pre-wrap break-words">{text}</p>
      <p className="mt-2 text-sm">
        <a href={evidence} className="text-accent underline underline-offset-2">
          The numbers, what was sent, and the key
          <span className="sr-only"> for {student.name}</span>
        </a>
      </p>
      {reply === null ? (
        <>
          <AnswerForm section={section} report={id} possible={points} />
          {mayChange ? <Regrade {...{ section, report }} /> : null}
        </>
      ) : (
        <p className="mt-2 whitespace-pre-wrap break-words border-line border-l-2 pl-4 text-sm">
          {repliedBy ?? "Staff"} answered: {reply}
        </p>
      )}
    </li>
  );
}

/** What the report may call for beyond this student. */
function Regrade({ section, report }: Pick<ReportEntryProps, "section" | "report">) {
  const { exercise, variantId, student } = report;
  const about = ` for ${student.name}’s report`;
  return (
    <form action={plan} className="mt-3 flex flex-wrap gap-2">
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="exercise" value={exercise.id} />
      <input type="hidden" name="variant" value={variantId} />
      <Button type="submit" name="do" value="judge" size="small">
        Regrade everyone by the corrected exercise<span className="sr-only">{about}</span>
      </Button>
      <Button type="submit" name="do" value="void" size="small">
        Void these numbers<span className="sr-only">{about}</span>
      </Button>
    </form>
  );
}
