import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listDueIn } from "@/lib/assessment/due/due";
import { findSectionHead } from "@/lib/cohort/section";
import { findStudentSection } from "@/lib/cohort/student-section";
import { StudentSection } from "../mine/StudentSection";
import { SectionHeading } from "../SectionHeading";

export const metadata: Metadata = { title: "As a student sees it" };

interface Props {
  params: Promise<{ section: string }>;
}

/** A section as a student sees it who has done nothing yet, for its staff. Nothing is written. */
export default async function AsStudentPage({ params }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/as-student", { section: id });
  const [head, section, due] = await Promise.all([
    findSectionHead(viewer, id),
    findStudentSection(id, null),
    listDueIn(id),
  ]);
  if (!head || !section) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="As a student" />
      <aside
        className="mt-8 mb-8 max-w-2xl rounded-sm bg-half-soft px-3 py-2 text-sm"
        aria-label="About this view"
      >
        This is how a new student sees this section. Looking saves nothing. A lesson you open from
        here is your own practice.
      </aside>
      <div className="max-w-2xl">
        <StudentSection section={section} due={due} below />
      </div>
    </div>
  );
}
