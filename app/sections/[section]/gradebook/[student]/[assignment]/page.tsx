import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import { findStudentWork, type StudentWork } from "@/lib/assessment/gradebook/student-work";
import { timeText } from "@/lib/ui/time-text";
import { markWords } from "../../mark-words";
import { WorkPath } from "../../WorkPath";
import { markWork } from "./actions";
import { ExerciseTable } from "./ExerciseTable";
import { MarkForm } from "./MarkForm";

export const metadata: Metadata = { title: "A student’s work" };

interface Props {
  params: Promise<{ section: string; student: string; assignment: string }>;
}

/** One student's work on one assignment, for staff: what it comes to, and what they say of it. */
export default async function StudentWorkPage({ params }: Props) {
  const place = await params;
  await enter("page /sections/[section]/gradebook/[student]/[assignment]", place);
  const found = await findStudentWork(place.section, place.student, place.assignment);
  if (!found) notFound();
  const { student, assignment, exercises, work, sums, mark } = found;
  const kept = {
    override: work?.override ?? null,
    excused: work?.excused ?? false,
    comment: work?.comment ?? "",
  };
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <WorkPath section={found.section} student={student} />
      <h1 className="mt-2 font-semibold font-serif text-3xl">{assignment.title}</h1>
      <p className="mt-1 text-muted">
        {student.name} · {markWords(mark)}
      </p>
      <Dates {...found} />
      <h2 className="mt-9 font-semibold text-lg">Exercises</h2>
      {exercises.length > 0 ? (
        <ExerciseTable exercises={exercises} place={place} />
      ) : (
        <p className="mt-2">
          {student.name} has not begun, so no exercises are drawn yet. You can still mark the whole.
        </p>
      )}
      <h2 className="mt-9 font-semibold text-lg">Mark the whole assignment</h2>
      <MarkForm
        act={markWork}
        place={place}
        kept={kept}
        possible={sums.possible}
        earned={shownPoints(1, sums.earned)}
        what="the whole assignment"
      />
    </div>
  );
}

/** When it was due for this student, and when it was worked on. */
function Dates({ terms, work, section: { timeZone } }: StudentWork) {
  const facts = [
    ["Due", terms.dueAt],
    ["Closes", terms.closesAt],
    ["Begun", work?.begunAt],
    // Homework is never handed in.
    ...(work?.handedInAt
      ? [[work.byClock ? "Handed in by the clock" : "Handed in", work.handedInAt] as const]
      : []),
  ] as const;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
      {facts.map(([what, at]) => (
        <div key={what} className="flex gap-2">
          <dt className="text-muted">{what}</dt>
          <dd>{at ? timeText(at, timeZone) : "not yet"}</dd>
        </div>
      ))}
    </dl>
  );
}
