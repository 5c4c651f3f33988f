import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listAssignments } from "@/lib/assessment/setting/assignments";
import { countStudents } from "@/lib/cohort/people";
import { findSectionHead } from "@/lib/cohort/section";
import { findSettings } from "@/lib/cohort/settings";
import { LinkButton } from "@/lib/ui/button";
import { SectionHeading } from "../SectionHeading";
import { AssignmentTable } from "./AssignmentTable";

export const metadata: Metadata = { title: "Assignments" };

interface Props {
  params: Promise<{ section: string }>;
}

/** What a section hands in. */
export default async function AssignmentsPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/assignments", { section });
  const [head, settings, assignments, students] = await Promise.all([
    findSectionHead(viewer, section),
    findSettings(section),
    listAssignments(section),
    countStudents(section),
  ]);
  if (!head || !settings) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Assignments">
        {head.mayChange ? (
          <LinkButton href={`/sections/${section}/assignments/new`} size="small" variant="primary">
            New assignment
          </LinkButton>
        ) : null}
      </SectionHeading>
      {assignments.length === 0 ? (
        <p className="mt-8 text-muted">
          There are no assignments yet. An assignment is a set of the course’s exercises with its
          own dates and rules; students see it once you publish it.
        </p>
      ) : (
        <AssignmentTable
          section={section}
          assignments={assignments}
          students={students}
          zone={settings.timeZone}
        />
      )}
    </div>
  );
}
