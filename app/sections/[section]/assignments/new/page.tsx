import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findSectionHead } from "@/lib/cohort/section";
import { SectionHeading } from "../../SectionHeading";
import { NewAssignmentForm } from "./NewAssignmentForm";

export const metadata: Metadata = { title: "New assignment" };

interface Props {
  params: Promise<{ section: string }>;
}

/** Where an instructor makes an assignment. */
export default async function NewAssignmentPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/assignments/new", { section });
  const head = await findSectionHead(viewer, section);
  if (!head) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Assignments" />
      <div className="mt-8 max-w-lg">
        <h2 className="font-semibold text-lg">New assignment</h2>
        <p className="mt-2 text-muted">
          It starts as a draft with the usual dates and rules. You choose its exercises next, and
          students see nothing until you publish it.
        </p>
        <NewAssignmentForm section={section} />
      </div>
    </div>
  );
}
