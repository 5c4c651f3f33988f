import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listChoices } from "@/lib/assessment/setting/choices";
import { listItems } from "@/lib/assessment/setting/item-list";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";
import { ExercisesForm } from "./ExercisesForm";

export const metadata: Metadata = { title: "Exercises of an assignment" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** Where an instructor chooses an assignment's exercises. */
export default async function ExercisesPage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/exercises", place);
  const { head, assignment } = await findPagesAssignment(viewer, place.section, place.assignment);
  const [lessons, items] = await Promise.all([
    listChoices(place.section),
    listItems(place.assignment),
  ]);
  if (!lessons) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Exercises" />
      <ExercisesForm
        section={place.section}
        assignment={place.assignment}
        lessons={lessons}
        items={items}
      />
    </div>
  );
}
