import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findSettings } from "@/lib/cohort/settings";
import { ImportForm } from "./ImportForm";

export const metadata: Metadata = { title: "Import a roster" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]/people/import", { section: id });
  const section = await findSettings(id);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-5xl pt-10 font-sans">
      <p className="text-muted text-sm">
        <a href={`/sections/${id}`} className="underline underline-offset-2">
          {section.name}
        </a>{" "}
        · {section.course.title}
      </p>
      <h1 className="font-semibold font-serif text-3xl">Import a roster</h1>
      <ImportForm sectionId={id} />
    </div>
  );
}
