import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { getGradePage } from "@/lib/assessment/gradebook/page";
import { rowsAPage, searchOf } from "@/lib/assessment/gradebook/query";
import { gradeQueryIn } from "@/lib/assessment/gradebook/read-query";
import { findSectionHead, type SectionHead } from "@/lib/cohort/section";
import { LinkButton } from "@/lib/ui/button";
import { PageLinks } from "@/lib/ui/PageLinks";
import { SectionHeading } from "../SectionHeading";
import { columnsOf } from "./columns-of";
import { Gradebook } from "./Gradebook";

export const metadata: Metadata = { title: "Gradebook" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GradebookPage({ params, searchParams }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/gradebook", { section: id });
  const query = gradeQueryIn(await searchParams);
  const [head, section] = await Promise.all([findSectionHead(viewer, id), findGradedSection(id)]);
  if (!head || !section) notFound();
  const first = await getGradePage(section, query);
  const pages = Math.max(1, Math.ceil(first.count / rowsAPage));
  return (
    <div className="mx-auto max-w-7xl pt-10 font-sans">
      <SectionHeading section={head} here="Gradebook">
        <div className="flex flex-wrap gap-2">
          {head.mayChange ? (
            <LinkButton href={`/sections/${id}/gradebook/settings`} size="small">
              Weights and letters
            </LinkButton>
          ) : null}
          <LinkButton href={`/sections/${id}/gradebook/import`} size="small">
            Import marks
          </LinkButton>
          <LinkButton href={`/sections/${id}/gradebook/export`} size="small">
            Export as CSV
          </LinkButton>
        </div>
      </SectionHeading>
      <h2 className="sr-only">Grades</h2>
      {section.assignments.length > 0 ? (
        <Gradebook sectionId={id} columns={columnsOf(section)} query={query} first={first} />
      ) : (
        <NothingGraded section={head} />
      )}
      <noscript>
        <PageLinks
          page={query.offset / rowsAPage + 1}
          pages={pages}
          href={`/sections/${id}/gradebook${searchOf({ ...query, offset: 0 })}`}
          newer="Previous students"
          older="Students after"
        />
      </noscript>
    </div>
  );
}

/** What stands here until there is an assignment, and what to do next. */
function NothingGraded({ section: { id, mayChange } }: { section: SectionHead }) {
  return (
    <div className="mt-8 max-w-xl">
      <p className="text-muted">
        Nothing is graded yet. Once you publish an assignment, each student’s grade appears here.
      </p>
      {mayChange ? (
        <p className="mt-4">
          <LinkButton href={`/sections/${id}/assignments/new`} variant="primary">
            New assignment
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}
