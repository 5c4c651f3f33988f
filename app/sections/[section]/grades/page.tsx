import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { listGradeChanges } from "@/lib/assessment/gradebook/grade-changes";
import { findStudentGrades } from "@/lib/assessment/gradebook/student-grades";
import { GradesView } from "./GradesView";

export const metadata: Metadata = { title: "Your grades" };

interface Props {
  params: Promise<{ section: string }>;
}

/** A student's own grades in a section. */
export default async function OwnGradesPage({ params }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/grades", { section: id });
  const own = await findStudentGrades(id, viewer.id, "student");
  const name = own?.section.name ?? (await findGradedSection(id))?.name;
  const hidden = own?.grades.filter(({ mark }) => !mark).map(({ assignment }) => assignment.id);
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      <p className="text-muted text-sm">
        <a href={`/sections/${id}/mine`} className="underline underline-offset-2">
          {name}
        </a>
      </p>
      <h1 className="font-semibold font-serif text-3xl">Your grades</h1>
      {own ? (
        <GradesView
          own={own}
          changes={await listGradeChanges(id, viewer.id, hidden)}
          hrefOf={(assignment) => `/assignments/${assignment}`}
        />
      ) : (
        <p className="mt-4">
          You’re not a student in this section, so you have no grades here. Students see theirs on
          this page.
        </p>
      )}
    </div>
  );
}
