import "server-only";
import { type AuditLine, lineOf, namesOfPeople } from "@/lib/cohort/audit";
import { type ToldChange, tellChange } from "@/lib/cohort/change-words";
import { namesIn } from "@/lib/cohort/changes";
import { db } from "@/lib/db/client";

export type GradeChange = AuditLine & ToldChange;

/** What was changed in a student's grades in a section, in words, the newest first. What concerns one of the hidden
 *  assignments is not among it, and while there are some, nor is what names no assignment. */
export async function listGradeChanges(
  sectionId: string,
  personId: string,
  hidden: readonly string[] = [],
): Promise<GradeChange[]> {
  const rows = await db.auditEvent.findMany({
    where: { sectionId, personId, action: { startsWith: "grade." } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
    include: namesOfPeople,
  });
  const lines = rows.map(lineOf).filter(({ after }) => {
    const assignment = assignmentOf(after);
    return hidden.length === 0 || (assignment !== null && !hidden.includes(assignment));
  });
  const names = await namesIn(lines);
  return lines.map((line) => ({ ...line, ...tellChange(line, names) }));
}

function assignmentOf(after: unknown): string | null {
  if (typeof after !== "object" || after === null || !("assignment" in after)) return null;
  return typeof after.assignment === "string" ? after.assignment : null;
}
