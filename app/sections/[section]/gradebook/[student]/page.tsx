import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listGradeChanges } from "@/lib/assessment/gradebook/grade-changes";
import { findStudentGrades } from "@/lib/assessment/gradebook/student-grades";
import { GradesView } from "../../grades/GradesView";
import { WorkPath } from "../WorkPath";

export const metadata: Metadata = { title: "A student’s grades" };

interface Props {
  params: Promise<{ section: string; student: string }>;
}

/** A student's grades, for staff: all of them, shown to the student yet or not. */
export default async function StudentGradesPage({ params }: Props) {
  const place = await params;
  await enter("page /sections/[section]/gradebook/[student]", place);
  const own = await findStudentGrades(place.section, place.student, "staff");
  if (!own) notFound();
  const { name, email, campusId, group, removed } = own.student;
  const facts = [email, campusId, group && `group ${group}`, removed && "removed"].filter(Boolean);
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <WorkPath section={own.section} />
      <h1 className="mt-2 font-semibold font-serif text-3xl">{name}</h1>
      <p className="text-muted">{facts.join(" · ")}</p>
      <GradesView
        own={own}
        changes={await listGradeChanges(place.section, place.student)}
        hrefOf={(id) => `/sections/${place.section}/gradebook/${place.student}/${id}`}
      />
    </div>
  );
}
