import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listItems } from "@/lib/assessment/setting/item-list";
import { momentText } from "@/lib/assessment/setting/zoned-time";
import { tellPolicy } from "@/lib/assessment/terms/policy-words";
import { markdownToHtml } from "@/lib/content";
import { AssignmentHeading } from "./AssignmentHeading";
import { findPagesAssignment } from "./find-pages-assignment";
import { ItemSummary } from "./ItemSummary";
import { StateForm } from "./StateForm";

export const metadata: Metadata = { title: "Assignment" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** An assignment for a section's staff: where it stands, its dates and rules, and its exercises. */
export default async function AssignmentPage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]", place);
  const [{ head, assignment }, items] = await Promise.all([
    findPagesAssignment(viewer, place.section, place.assignment),
    listItems(place.assignment),
  ]);
  const { settings, timeZone, categories } = assignment;
  const { opensAt, dueAt, closesAt, category, intro, password } = settings;
  const facts = [
    { what: "Opens", words: momentText(opensAt, timeZone) },
    { what: "Due", words: momentText(dueAt, timeZone) },
    { what: "Closes", words: momentText(closesAt, timeZone) },
    { what: "Category", words: categories.find(({ id }) => id === category)?.name ?? "none" },
    ...tellPolicy(settings.policy),
    { what: "Password", words: password ? "needed to begin" : "none" },
  ];
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Overview" />
      {head.mayChange ? (
        <StateForm
          section={place.section}
          assignment={place.assignment}
          published={assignment.publishedAt !== null}
          begun={assignment.begun}
        />
      ) : null}
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <section>
          <h3 className="font-semibold text-lg">Exercises</h3>
          <ItemSummary items={items} />
          {intro ? (
            <>
              <h3 className="mt-8 font-semibold text-lg">Introduction</h3>
              <div
                className="mt-2 font-serif"
                dangerouslySetInnerHTML={{ __html: markdownToHtml(intro) }}
              />
            </>
          ) : null}
        </section>
        <section>
          <h3 className="font-semibold text-lg">Dates and rules</h3>
          <dl className="mt-2 border-line border-t text-sm">
            {facts.map(({ what, words }) => (
              <div
                key={what}
                className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3 border-line border-b py-1.5"
              >
                <dt className="text-muted">{what}</dt>
                <dd className="break-words">{words}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-muted text-sm">
            Times are in the section’s time zone, {timeZone}.
          </p>
        </section>
      </div>
    </div>
  );
}
