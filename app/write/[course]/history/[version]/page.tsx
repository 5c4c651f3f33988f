import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { compareVersion } from "@/lib/authoring/history/versions";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { CourseHeading } from "../../CourseHeading";
import { FileDifferences } from "../../FileDifferences";
import { restoreVersion } from "./actions";

export const metadata: Metadata = { title: "A version" };

interface Props {
  params: Promise<{ course: string; version: string }>;
  searchParams: Promise<{ against?: string }>;
}

/** What a version changed, or how it differs from the working copy; and the way back to it. */
export default async function VersionPage({ params, searchParams }: Props) {
  const { course: slug, version } = await params;
  await enter("page /write/[course]/history/[version]", { course: slug, version });
  const course = await findWritten(slug);
  const now = (await searchParams).against === "now";
  const found = course && (await compareVersion(course.id, Number(version), now));
  if (!course || !found) notFound();
  const { line, before, after } = found;
  const { number, note, by, approvedBy, at } = line;
  const here = `/write/${slug}/history/${number}`;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="History" />
      <h2 className="mt-6 font-semibold text-lg">
        Version {number}: {note}
      </h2>
      <p className="text-muted text-sm">
        {by ?? "A former author"}
        {approvedBy ? `, approved by ${approvedBy}` : ""}, <LocalTime at={at} zone="UTC" />
      </p>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Choice href={here} chosen={!now}>
          {number > 1
            ? `What it changed since version ${number - 1}`
            : "What the first version contained"}
        </Choice>
        <Choice href={`${here}?against=now`} chosen={now}>
          What has changed since, in your drafts
        </Choice>
      </p>
      <form action={restoreVersion} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Place course={slug} version={number} />
        <Button type="submit" size="small">
          Restore version {number}
        </Button>
        <span className="text-muted text-sm">
          This puts version {number} back into your drafts. It isn’t published.
        </span>
      </form>
      <FileDifferences
        before={before}
        after={after}
        actions={(path) => (
          <form action={restoreVersion}>
            <Place course={slug} version={number} />
            <input type="hidden" name="path" value={path} />
            <Button type="submit" size="small" variant="quiet">
              Restore this file<span className="sr-only"> {path}</span>
            </Button>
          </form>
        )}
      />
    </div>
  );
}

const Place = ({ course, version }: { course: string; version: number }) => (
  <>
    <input type="hidden" name="course" value={course} />
    <input type="hidden" name="version" value={version} />
  </>
);

interface ChoiceProps {
  href: string;
  chosen: boolean;
  children: string | string[];
}

const Choice = ({ href, chosen, children }: ChoiceProps) => (
  <a
    href={href}
    aria-current={chosen ? "true" : undefined}
    className={chosen ? "font-medium" : "text-accent underline underline-offset-2"}
  >
    {children}
  </a>
);
