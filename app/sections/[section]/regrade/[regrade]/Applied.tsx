import type { FoundRegrade } from "@/lib/assessment/regrade/find";
import { StudentTable } from "./StudentTable";
import { Tally } from "./Tally";

/** What a regrade has changed. */
export function Applied({ regrade }: { regrade: FoundRegrade }) {
  const { reason, keepsHigher, students } = regrade;
  return (
    <>
      <p className="mt-3">Applied. Students read: “{reason}”</p>
      <Tally regrade={regrade} />
      {keepsHigher ? (
        <p className="mt-2 text-muted">Anyone who would have lost points has kept theirs.</p>
      ) : null}
      <StudentTable students={students} />
    </>
  );
}
