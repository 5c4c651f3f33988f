import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { dayText } from "@/lib/cohort/change-words";
import { findSectionHead } from "@/lib/cohort/section";
import { findSettings, type SectionSettings } from "@/lib/cohort/settings";
import { SectionHeading } from "../SectionHeading";
import { CopySection } from "./CopySection";

export const metadata: Metadata = { title: "Copy a section" };

interface Props {
  params: Promise<{ section: string }>;
}

/** Where an instructor copies a section for the next term. */
export default async function CopyPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/copy", { section });
  const [head, settings] = await Promise.all([
    findSectionHead(viewer, section),
    findSettings(section),
  ]);
  if (!head || !settings) notFound();
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Settings" />
      <div className="mt-8 max-w-2xl">
        <h2 className="font-semibold text-lg">Copy this section for the next term</h2>
        <p className="mt-3">
          The new section takes the same lessons, with the same instructors and assistants. Students
          don’t come along: the new section has a join code of its own. Assignments do, as drafts,
          with their dates moved. {movesText(settings)}
        </p>
        <CopySection section={section} name={settings.name} />
      </div>
    </div>
  );
}

/** What becomes of the section's dates. */
function movesText({ startsOn, endsOn }: SectionSettings): string {
  if (startsOn && endsOn)
    return `This term runs from ${dayText(startsOn)} to ${dayText(endsOn)}; the new one is as long.`;
  if (startsOn) return `This term begins on ${dayText(startsOn)}.`;
  if (endsOn)
    return "This section has a last day and no first day, so the last day can’t be worked out for the new one: set it there.";
  return "This section has no dates yet.";
}
