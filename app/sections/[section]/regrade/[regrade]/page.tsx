import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findRegrade } from "@/lib/assessment/regrade/find";
import { isId } from "@/lib/db/id";
import { Applied } from "./Applied";
import { DryRun } from "./DryRun";
import { Underway } from "./Underway";

export const metadata: Metadata = { title: "Regrade" };

interface Props {
  params: Promise<{ section: string; regrade: string }>;
}

/** One regrade: under way, waiting to be applied, or applied. */
export default async function RegradePage({ params }: Props) {
  const { section, regrade: id } = await params;
  await enter("page /sections/[section]/regrade/[regrade]", { section, regrade: id });
  const regrade = isId(id) ? await findRegrade(section, id) : null;
  if (!regrade) notFound();
  const { status, exercise } = regrade;
  return (
    <div className="mx-auto max-w-5xl pt-10 font-sans">
      <p className="text-sm">
        <a
          href={`/sections/${section}/regrade`}
          className="text-accent underline underline-offset-2"
        >
          Regrade
        </a>
      </p>
      <h1 className="mt-2 font-semibold font-serif text-3xl">{exercise}</h1>
      {status === "planning" || status === "applying" ? <Underway regrade={regrade} /> : null}
      {status === "planned" ? <DryRun section={section} regrade={regrade} /> : null}
      {status === "applied" ? <Applied regrade={regrade} /> : null}
    </div>
  );
}
