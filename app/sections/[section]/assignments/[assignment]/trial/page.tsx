import type { Metadata } from "next";
import { Suspense } from "react";
import { enter } from "@/lib/access/enter";
import { madeUp, tryAssignment } from "@/lib/assessment/trial/trial";
import { AssignmentHeading } from "../AssignmentHeading";
import { findPagesAssignment } from "../find-pages-assignment";
import { TrialView } from "./TrialView";

export const metadata: Metadata = { title: "Made-up students" };

interface Props {
  params: Promise<{ section: string; assignment: string }>;
}

/** An assignment drawn for made-up students: how long it takes, and how alike their draws are. Nothing is written. */
export default async function TrialPage({ params }: Props) {
  const place = await params;
  const viewer = await enter("page /sections/[section]/assignments/[assignment]/trial", place);
  const { head, assignment } = await findPagesAssignment(viewer, place.section, place.assignment);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <AssignmentHeading section={head} assignment={assignment} here="Made-up students" />
      <p className="mt-6 max-w-3xl text-muted">
        The assignment as {madeUp} made-up students would be given it: each draws from the pools and
        gets numbers of their own. Nothing is saved.
      </p>
      <Suspense
        fallback={
          <p role="status" className="mt-6">
            Drawing for {madeUp} students. With many exercises this takes up to half a minute, the
            first time.
          </p>
        }
      >
        <Trial section={place.section} assignment={place.assignment} />
      </Suspense>
    </div>
  );
}

async function Trial({ section, assignment }: { section: string; assignment: string }) {
  return <TrialView section={section} trial={await tryAssignment(assignment)} />;
}
