import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { findCalendarAddress } from "@/lib/assessment/due/calendar";
import { listDue } from "@/lib/assessment/due/due";
import { CalendarAddress } from "./CalendarAddress";
import { DueList } from "./DueList";

export const metadata: Metadata = { title: "Assignments" };

/** What is due for the viewer, in all their sections. */
export default async function AssignmentsPage() {
  const viewer = await enter("page /assignments", {});
  const [works, address] = await Promise.all([listDue(viewer.id), findCalendarAddress(viewer.id)]);
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Assignments</h1>
      {works.length === 0 ? (
        <p className="mt-4 text-muted">
          Nothing is due. Anything your instructors assign in your sections will appear here.
        </p>
      ) : (
        <DueList works={works} level={2} showsSection links />
      )}
      <CalendarAddress address={address} />
    </div>
  );
}
