import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findGradedSection, type GradedSection } from "@/lib/assessment/gradebook/assignments";
import { WorkPath } from "../WorkPath";
import { GradingForm } from "./GradingForm";

export const metadata: Metadata = { title: "Weights and letters" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function GradingPage({ params }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]/gradebook/settings", { section: id });
  const section = await findGradedSection(id);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <WorkPath section={section} />
      <h1 className="mt-2 font-semibold font-serif text-3xl">Weights and letters</h1>
      <Uncounted {...section} />
      <GradingForm section={id} grading={section.grading} />
    </div>
  );
}

/** Assignments that count for nothing, since they are in no category. */
function Uncounted({ grading: { categories }, assignments }: GradedSection) {
  const known = categories.map(({ id }) => id);
  const none = assignments.filter(({ category }) => !category || !known.includes(category));
  if (categories.length === 0 || none.length === 0) return null;
  return (
    <p className="mt-4 rounded-sm bg-half-soft px-3 py-2 text-sm">
      In no category, so not in the total: {none.map(({ title }) => title).join(", ")}. Choose one
      on the assignment’s own page.
    </p>
  );
}
