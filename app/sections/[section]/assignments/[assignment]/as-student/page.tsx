import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { sampleStudent } from "@/lib/assessment/setting/sample";
import { momentText } from "@/lib/assessment/setting/zoned-time";
import { latenessInWords, rulesInWords } from "@/lib/assessment/terms/student-words";
import { termsOf } from "@/lib/assessment/terms/terms";
import { markdownToHtml } from "@/lib/content";
import { PreviewCard } from "@/lib/content/exercise-card/PreviewCard";
import { LinkButton } from "@/lib/ui/button";
import { pageOf } from "@/lib/ui/page-of";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";

export const metadata: Metadata = { title: "As a student sees it" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** An assignment with the exercises and numbers of a made-up student, to be read. Nothing is written. */
export default async function AsStudentPage({ params, searchParams }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/as-student", place);
  const { head, assignment } = await findPagesAssignment(viewer, place.section, place.assignment);
  const student = Math.min(pageOf(await searchParams), 1_000_000);
  const exercises = await sampleStudent(place.assignment, student);
  const { kind, settings, timeZone } = assignment;
  const terms = termsOf({ ...settings, timeZone }, 1, []);
  const rules = [
    `Open from ${momentText(terms.opensAt, timeZone)}, due ${momentText(terms.dueAt, timeZone)}.`,
    ...(terms.closesAt > terms.dueAt
      ? [
          `Late work is accepted until ${momentText(terms.closesAt, timeZone)}. ${latenessInWords({ terms })}`,
        ]
      : []),
    ...(terms.minutes === null ? [] : [`${terms.minutes} minutes from when you begin.`]),
    ...rulesInWords({ kind, terms }),
  ];
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="As a student sees it" />
      <div className="mt-8 max-w-3xl">
        <aside
          className="flex flex-wrap items-center justify-between gap-3 rounded-sm bg-half-soft px-3 py-2 text-sm"
          aria-label="About this view"
        >
          <p className="min-w-0 flex-1 basis-64">
            Made-up student {student}: their exercises, their numbers. You can read it but not
            answer it, and nothing is saved. Times are in {timeZone}; students read them in their
            own zone.
          </p>
          <LinkButton href={`?page=${student + 1}`} size="small">
            Another student
          </LinkButton>
        </aside>
        <h3 className="mt-8 break-words font-semibold font-serif text-3xl">{settings.title}</h3>
        <ul className="mt-3">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {settings.intro ? (
          <div
            className="prose mt-6"
            dangerouslySetInnerHTML={{ __html: markdownToHtml(settings.intro) }}
          />
        ) : null}
        {exercises.map(({ id, ...card }) => (
          <PreviewCard key={id} id={`sample-${id}`} {...card} />
        ))}
        {exercises.length === 0 ? <p className="mt-6 text-muted">No exercises yet.</p> : null}
      </div>
    </div>
  );
}
