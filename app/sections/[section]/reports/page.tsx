import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listReports } from "@/lib/assessment/reports";
import { findSectionHead } from "@/lib/cohort/section";
import { findSettings } from "@/lib/cohort/settings";
import { SectionHeading } from "../SectionHeading";
import { ReportEntry } from "./ReportEntry";

export const metadata: Metadata = { title: "Reports" };

interface Props {
  params: Promise<{ section: string }>;
}

/** What students of a section say was judged wrongly. */
export default async function ReportsPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/reports", { section });
  const [head, settings, reports] = await Promise.all([
    findSectionHead(viewer, section),
    findSettings(section),
    listReports(section),
  ]);
  if (!head || !settings) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Reports" />
      {reports.length === 0 ? (
        <p className="mt-8 max-w-2xl text-muted">
          No reports. Below each graded exercise whose points they can see, students can say that
          their answer should be right; their report then appears here with their numbers.
        </p>
      ) : (
        <ul className="mt-6 max-w-3xl">
          {reports.map((report) => (
            <ReportEntry
              key={report.id}
              section={section}
              report={report}
              zone={settings.timeZone}
              mayChange={head.mayChange}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
