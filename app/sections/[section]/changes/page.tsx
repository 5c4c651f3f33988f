import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findSectionChanges } from "@/lib/cohort/changes";
import { findSectionHead } from "@/lib/cohort/section";
import { PageLinks } from "@/lib/ui/PageLinks";
import { pageOf } from "@/lib/ui/page-of";
import { SectionHeading } from "../SectionHeading";
import { ChangeList } from "./ChangeList";

export const metadata: Metadata = { title: "Changes" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** Who changed what of a section, when, and why. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/changes", { section });
  const [head, found] = await Promise.all([
    findSectionHead(viewer, section),
    findSectionChanges(section, pageOf(await searchParams)),
  ]);
  if (!head || !found) notFound();
  const { timeZone, changes, page, pages } = found;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Changes" />
      <p className="mt-6 text-muted">
        {changes.length === 0
          ? "Nothing has been changed in this section yet."
          : `Who changed what, newest first. Times are in the section’s time zone, ${timeZone}.`}
      </p>
      {changes.length > 0 ? <ChangeList changes={changes} zone={timeZone} /> : null}
      <PageLinks
        page={page}
        pages={pages}
        href={`/sections/${section}/changes`}
        older="Older changes"
        newer="Newer changes"
      />
    </div>
  );
}
