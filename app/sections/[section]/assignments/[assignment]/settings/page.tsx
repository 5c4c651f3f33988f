import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { settingsTexts } from "@/lib/assessment/setting/assignment-form";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";
import { AssignmentForm } from "./AssignmentForm";

export const metadata: Metadata = { title: "Dates and rules" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** Where an instructor changes an assignment's dates and rules. */
export default async function AssignmentSettingsPage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/settings", place);
  const { head, assignment } = await findPagesAssignment(viewer, place.section, place.assignment);
  const { kind, settings, timeZone, categories } = assignment;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Dates and rules" />
      <AssignmentForm
        section={place.section}
        assignment={place.assignment}
        kind={kind}
        kept={settingsTexts(settings, timeZone)}
        zone={timeZone}
        categories={categories.map(({ id, name }) => ({ id, name }))}
      />
    </div>
  );
}
