import "server-only";
import { type AuditEntry, type Records, recordChanges } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { GradedSection } from "./assignments";
import { type MarkPlan, type PlannedMark, planMarks } from "./mark-plan";

export type TakenMarks =
  | { readonly status: "done"; readonly count: number }
  /** What it would change is no longer what was agreed to. */
  | { readonly status: "changed" };

interface Agreed {
  readonly actorId: string;
  /** Of the plan that was agreed to. */
  readonly hash: string;
  readonly reason: string;
}

/** Takes a file's marks, all or none, if they would still change what was agreed to. */
export async function takeMarks(
  section: GradedSection,
  text: string,
  { actorId, hash, reason }: Agreed,
): Promise<TakenMarks> {
  const plan = await planMarks(section, text);
  if ("error" in plan || plan.hash !== hash) return { status: "changed" };
  const taken = await db
    .$transaction((tx) => take(tx, plan), patience)
    .catch((error: unknown) => {
      if (error instanceof ChangedMeanwhile) return false;
      throw error;
    });
  return taken ? { status: "done", count: plan.changes.length } : { status: "changed" };

  async function take(tx: Records, { changes }: MarkPlan): Promise<true> {
    const works = changes.filter(({ assignedId }) => assignedId === null);
    await makeWorks(tx, works);
    const moved = (await moveWorks(tx, works)) + (await moveExercises(tx, changes));
    if (moved !== changes.length) throw new ChangedMeanwhile();
    await recordChanges(
      tx,
      changes.flatMap((change) => entriesOf(change, { actorId, sectionId: section.id, reason })),
    );
    return true;
  }
}

class ChangedMeanwhile extends Error {}

/** Longer than a form's: a file may hold a mark for each of 2,000 students. */
const patience = { timeout: 25_000, maxWait: 10_000 };

/** Makes the rows of works that nobody has begun or marked before. */
async function makeWorks(tx: Records, changes: readonly PlannedMark[]): Promise<void> {
  const rows = changes.map(({ studentId, assignmentId }) => ({
    user: studentId,
    assignment: assignmentId,
  }));
  await tx.$executeRaw`
    insert into assignment_work (id, assignment_id, user_id)
    select gen_random_uuid(), x.assignment, x."user"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("user" uuid, assignment uuid)
    on conflict (assignment_id, user_id) do nothing`;
}

/** Moves what stands as it did when the plan was made, and gives how many. */
function moveWorks(tx: Records, changes: readonly PlannedMark[]): Promise<number> {
  const rows = JSON.stringify(
    changes.map(({ studentId, assignmentId, was, mark }) => ({
      user: studentId,
      assignment: assignmentId,
      ...mark,
      wasOverride: was.override,
      wasExcused: was.excused,
    })),
  );
  return tx.$executeRaw`
    update assignment_work w set override = x.override, excused = x.excused
    from jsonb_to_recordset(${rows}::jsonb) as x(
      "user" uuid, assignment uuid, override float8, excused boolean, "wasOverride" float8, "wasExcused" boolean
    )
    where w.user_id = x."user" and w.assignment_id = x.assignment
      and w.override is not distinct from x."wasOverride" and w.excused = x."wasExcused"`;
}

function moveExercises(tx: Records, changes: readonly PlannedMark[]): Promise<number> {
  const rows = JSON.stringify(
    changes.flatMap(({ assignedId, was, mark }) =>
      assignedId === null
        ? []
        : [{ id: assignedId, ...mark, wasOverride: was.override, wasExcused: was.excused }],
    ),
  );
  return tx.$executeRaw`
    update assigned_exercise e set override = x.override, excused = x.excused
    from jsonb_to_recordset(${rows}::jsonb) as x(
      id uuid, override float8, excused boolean, "wasOverride" float8, "wasExcused" boolean
    )
    where e.id = x.id
      and e.override is not distinct from x."wasOverride" and e.excused = x."wasExcused"`;
}

function entriesOf(
  { studentId, assignmentId, assignedId, column, was, mark }: PlannedMark,
  by: Pick<AuditEntry, "actorId" | "sectionId" | "reason">,
): AuditEntry[] {
  const place = { assignment: assignmentId, ...(assignedId === null ? {} : { column }) };
  const entry = { ...by, personId: studentId };
  return [
    ...(was.override === mark.override
      ? []
      : [
          {
            ...entry,
            action: "grade.override" as const,
            before: { override: was.override },
            after: { ...place, override: mark.override },
          },
        ]),
    ...(was.excused === mark.excused
      ? []
      : [
          {
            ...entry,
            action: "grade.excused" as const,
            before: { excused: was.excused },
            after: { ...place, excused: mark.excused },
          },
        ]),
  ];
}
