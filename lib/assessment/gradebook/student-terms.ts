import "server-only";
import { type GivenExtension, type Terms, termsOf } from "@/lib/assessment/terms/terms";
import { pool } from "@/lib/db/client";
import type { GradedAssignment } from "./assignments";
import type { GradedStudent } from "./students";

interface Extension extends GivenExtension {
  readonly assignmentId: string;
  readonly userId: string | null;
  readonly group: string | null;
}

type Whose = Pick<GradedStudent, "id" | "group" | "timeFactor">;

/** Gives what holds for a student in an assignment. */
export type TermsFor = (student: Whose, assignment: GradedAssignment) => Terms;

/** What holds for whom in a section, from its extensions as they stand now. */
export async function readTerms(sectionId: string): Promise<TermsFor> {
  const { rows } = await pool.query<Extension>({
    name: "section-extensions",
    text: `
      select x.assignment_id as "assignmentId", x.user_id as "userId", x."group",
        x.due_at as "dueAt", x.closes_at as "closesAt", x.extra_attempts as "extraAttempts",
        x.extra_minutes as "extraMinutes", x.late_days as "lateDays"
      from extension x join assignment a on a.id = x.assignment_id
      where a.section_id = $1 and x.ended_at is null`,
    values: [sectionId],
  });
  const given = new Map<string, Extension[]>();
  for (const row of rows) {
    const key = keyOf(row.assignmentId, row.userId ?? `group ${row.group}`);
    given.set(key, [...(given.get(key) ?? []), row]);
  }
  const extended = new Set(rows.map(({ assignmentId }) => assignmentId));
  const forAll = sharedTerms();
  return (student, assignment) => {
    const { id, group, timeFactor } = student;
    if (!extended.has(assignment.id)) return forAll(assignment, timeFactor);
    const own = given.get(keyOf(assignment.id, id)) ?? [];
    const groups = group === null ? [] : (given.get(keyOf(assignment.id, `group ${group}`)) ?? []);
    if (own.length + groups.length === 0) return forAll(assignment, timeFactor);
    return termsOf(assignment, timeFactor, [...own, ...groups]);
  };
}

/** What holds for everyone without an extension, worked out once for each assignment and time factor. */
function sharedTerms(): (assignment: GradedAssignment, timeFactor: number) => Terms {
  const known = new Map<GradedAssignment, Map<number, Terms>>();
  return (assignment, timeFactor) => {
    const own = known.get(assignment) ?? new Map<number, Terms>();
    known.set(assignment, own);
    const terms = own.get(timeFactor) ?? termsOf(assignment, timeFactor, []);
    own.set(timeFactor, terms);
    return terms;
  };
}

const keyOf = (assignmentId: string, whose: string) => `${assignmentId} ${whose}`;
