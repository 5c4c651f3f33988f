import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listExtensions, listReceivers } from "@/lib/assessment/setting/extensions";
import { momentText } from "@/lib/assessment/setting/zoned-time";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";
import { ExtensionForm } from "./ExtensionForm";
import { ExtensionList } from "./ExtensionList";

export const metadata: Metadata = { title: "Extensions" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** Who has more time or more attempts in an assignment, and where it is given. */
export default async function ExtensionsPage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/extensions", place);
  const [{ head, assignment }, extensions, receivers] = await Promise.all([
    findPagesAssignment(viewer, place.section, place.assignment),
    listExtensions(place.assignment),
    listReceivers(place.section),
  ]);
  const { settings, timeZone, kind } = assignment;
  const dates = `It is due ${momentText(settings.dueAt, timeZone)} and closes ${momentText(settings.closesAt, timeZone)} for everybody.`;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Extensions" />
      <div className="mt-8 grid grid-cols-1 items-start gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <section>
          <h3 className="font-semibold text-lg">Give more time or attempts</h3>
          <p className="mt-1 text-muted text-sm">
            {dates} A student’s extensions all add up. For a student who always gets more time, such
            as time and a half, set it under People.
          </p>
          <ExtensionForm
            section={place.section}
            assignment={place.assignment}
            receivers={receivers}
            zone={timeZone}
            hasLimit={kind === "exam"}
          />
        </section>
        <section className="min-w-0">
          <h3 className="font-semibold text-lg">Given so far</h3>
          <ExtensionList
            section={place.section}
            assignment={place.assignment}
            extensions={extensions.map((one) => ({ ...one, words: wordsOf(one, timeZone) }))}
          />
        </section>
      </div>
    </div>
  );
}

function wordsOf(
  {
    dueAt,
    closesAt,
    extraAttempts,
    extraMinutes,
    lateDays,
  }: Awaited<ReturnType<typeof listExtensions>>[number],
  zone: string,
): string {
  return [
    dueAt && `due ${momentText(dueAt, zone)}`,
    closesAt && `closes ${momentText(closesAt, zone)}`,
    extraAttempts > 0 && `${extraAttempts} more ${extraAttempts === 1 ? "attempt" : "attempts"}`,
    extraMinutes > 0 && `${extraMinutes} more minutes`,
    lateDays > 0 && `${lateDays} late ${lateDays === 1 ? "day" : "days"} spent by the student`,
  ]
    .filter(Boolean)
    .join("; ");
}
