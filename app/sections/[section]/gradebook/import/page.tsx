import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { WorkPath } from "../WorkPath";
import { ImportForm } from "./ImportForm";

export const metadata: Metadata = { title: "Import marks" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]/gradebook/import", { section: id });
  const section = await findGradedSection(id);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-4xl pt-10 font-sans">
      <WorkPath section={section} />
      <h1 className="mt-2 font-semibold font-serif text-3xl">Import marks</h1>
      <p className="mt-4 max-w-2xl">
        <a href={`/sections/${id}/gradebook/export`} className="text-accent underline">
          Export the grades
        </a>
        , change marks in that file, and bring it back here. Write points, a share such as 85 %, or
        “excused”. What you leave as it is, or empty, stays as it is. You see what would change
        before anything does.
      </p>
      <ImportForm sectionId={id} />
    </div>
  );
}
