import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listDue } from "@/lib/assessment/due/due";
import { findOpenLive } from "@/lib/cohort/live/session";
import { findStudentSection } from "@/lib/cohort/student-section";
import { LiveNotice } from "../../LiveNotice";
import { StudentSection } from "./StudentSection";

export const metadata: Metadata = { title: "Your section" };

interface Props {
  params: Promise<{ section: string }>;
}

/** A section for somebody in it, with how far they are. */
export default async function OwnSectionPage({ params }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/mine", { section: id });
  const [section, due, live] = await Promise.all([
    findStudentSection(id, viewer.id),
    listDue(viewer.id, id),
    findOpenLive(id),
  ]);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-2xl pt-10 font-sans">
      {live ? (
        <div className="mb-8">
          <LiveNotice sectionId={id} title={live.title} />
        </div>
      ) : null}
      <StudentSection section={section} due={due} links />
      <p className="mt-8">
        <a href={`/sections/${id}/grades`} className="text-accent underline underline-offset-2">
          Your grades
        </a>
      </p>
    </div>
  );
}
