import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HistoryView } from "@/app/progress/[exercise]/HistoryView";
import { enter } from "@/lib/access/enter";
import { findHistory } from "@/lib/answering/history";
import { readKeys } from "@/lib/answering/variant-keys";
import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import { findStudentWork } from "@/lib/assessment/gradebook/student-work";
import { daysLate } from "@/lib/assessment/terms/terms";
import { pageOf } from "@/lib/ui/page-of";
import { pointsInWords } from "@/lib/ui/points-text";
import { markExercise } from "../actions";
import { MarkForm } from "../MarkForm";

export const metadata: Metadata = { title: "A student’s exercise" };

interface Props {
  params: Promise<{ section: string; student: string; assignment: string; exercise: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** One exercise of a student's graded work, for staff: their numbers, what they sent, how it was judged and why. */
export default async function StudentExercisePage({ params, searchParams }: Props) {
  const { exercise, ...place } = await params;
  await enter("page /sections/[section]/gradebook/[student]/[assignment]/[exercise]", {
    ...place,
    exercise,
  });
  const { section, student, assignment } = place;
  const found = await findStudentWork(section, student, assignment);
  const one = found?.exercises.find(({ id }) => id === exercise);
  const page = pageOf(await searchParams);
  const history = one && (await findHistory(student, one.exerciseId, page, one.id));
  if (!found || !history) notFound();
  const { override, excused, comment } = one;
  const { terms } = found;
  const staff = {
    keys: await readKeys(history.variants.map(({ id }) => id)),
    timeZone: found.section.timeZone,
    daysLate: (at: Date) => daysLate(terms, at),
  };
  const base = `/sections/${section}/gradebook/${student}/${assignment}`;
  return (
    <HistoryView
      history={history}
      href={`${base}/${exercise}`}
      back={{ href: base, label: `${found.assignment.title}, ${found.student.name}` }}
      whose={found.student.name}
      staff={staff}
    >
      <details
        className="mt-6 rounded-sm border border-line p-4"
        open={override !== null || excused}
      >
        <summary className="font-medium">
          {shownPoints(override ?? one.share, one.points)} / {pointsInWords(one.points)}
          {excused ? ", excused" : ""} · mark, excuse or comment
        </summary>
        <MarkForm
          act={markExercise}
          place={{ ...place, assigned: one.id }}
          kept={{ override, excused, comment }}
          possible={one.points}
          earned={shownPoints(one.share, one.points)}
          what="this exercise"
        />
      </details>
    </HistoryView>
  );
}
