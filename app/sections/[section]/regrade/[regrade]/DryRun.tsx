import type { FoundRegrade } from "@/lib/assessment/regrade/find";
import { Button } from "@/lib/ui/button";
import { drop } from "../actions";
import { ApplyForm } from "./ApplyForm";
import { StudentTable } from "./StudentTable";
import { Tally } from "./Tally";

/** What a regrade would change, before anything counts, and the choices that are left. */
export function DryRun({ section, regrade }: { section: string; regrade: FoundRegrade }) {
  const { id, students, voids } = regrade;
  const anyLost = students.some(({ lost }) => lost !== null);
  return (
    <>
      <p className="mt-3 text-muted">Nothing counts yet: this is what it would change.</p>
      <Tally regrade={{ ...regrade, keepsHigher: false }} />
      {students.length === 0 ? (
        <p className="mt-6">
          Nobody’s answers were graded by an older version, so there’s nothing to do.
        </p>
      ) : (
        <ApplyForm section={section} regrade={id} anyLost={anyLost} voids={voids} />
      )}
      <form action={drop} className="mt-3">
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="regrade" value={id} />
        <Button type="submit" variant="quiet">
          Drop it
        </Button>
      </form>
      <StudentTable students={students} />
    </>
  );
}
