import "server-only";
import { DateTime } from "luxon";
import { gradingOf } from "@/lib/assessment/gradebook/grading";
import { policySchema, startingPolicies } from "@/lib/assessment/terms/policy";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import type { AssignmentKind } from "@/lib/db/generated/enums";
import type { AssignmentSettings } from "./assignment-form";

/** An assignment in the list of a section's. */
export interface AssignmentEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: AssignmentKind;
  readonly publishedAt: Date | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  /** Exercises that each student is given. */
  readonly exercises: number;
  readonly points: number;
  /** Of the students who are in the section now. */
  readonly begun: number;
  readonly handedIn: number;
}

/** A section's assignments, by when they are due. */
export async function listAssignments(sectionId: string): Promise<AssignmentEntry[]> {
  const [rows, works] = await Promise.all([
    db.assignment.findMany({
      where: { sectionId },
      orderBy: [{ dueAt: "asc" }, { createdAt: "asc" }],
      include: { items: { select: { points: true, draws: true } } },
    }),
    countWorks(sectionId),
  ]);
  const counts = new Map(works.map((row) => [row.id, row]));
  return rows.map(({ id, title, kind, publishedAt, opensAt, dueAt, closesAt, items }) => ({
    ...{ id, title, kind, publishedAt, opensAt, dueAt, closesAt },
    exercises: items.reduce((sum, { draws }) => sum + draws, 0),
    points: items.reduce((sum, { draws, points }) => sum + draws * points, 0),
    begun: counts.get(id)?.begun ?? 0,
    handedIn: counts.get(id)?.handedIn ?? 0,
  }));
}

const countWorks = (sectionId: string) => db.$queryRaw<
  { id: string; begun: number; handedIn: number }[]
>`
  select w.assignment_id as id, count(w.begun_at)::int as begun,
    count(*) filter (where w.begun_at is not null and w.handed_in_at is not null)::int as "handedIn"
  from assignment_work w
  join assignment a on a.id = w.assignment_id
  join enrollment e on e.user_id = w.user_id and e.section_id = a.section_id
    and e.role = 'student' and e.removed_at is null
  where a.section_id = ${sectionId}::uuid
  group by w.assignment_id`;

/** An assignment with all that its staff set of it, but for its exercises. */
export interface StaffAssignment {
  readonly id: string;
  readonly sectionId: string;
  readonly kind: AssignmentKind;
  readonly publishedAt: Date | null;
  readonly settings: AssignmentSettings;
  /** The section's. */
  readonly timeZone: string;
  /** What it can be counted under. */
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  /** How many have begun it, in the section or not. */
  readonly begun: number;
}

/** An assignment for its staff; null when there is no such assignment. */
export async function findStaffAssignment(
  id: string,
  tx: Records = db,
): Promise<StaffAssignment | null> {
  const row = await tx.assignment.findUnique({
    where: { id },
    include: {
      section: { select: { timeZone: true, grading: true } },
      _count: { select: { works: { where: { begunAt: { not: null } } } } },
    },
  });
  if (!row) return null;
  const { title, intro, category, opensAt, dueAt, closesAt, password } = row;
  const policy = policySchema.parse(row.policy);
  return {
    id,
    sectionId: row.sectionId,
    kind: row.kind,
    publishedAt: row.publishedAt,
    settings: { title, intro, category, opensAt, dueAt, closesAt, password, policy },
    timeZone: row.section.timeZone,
    categories: gradingOf(row.section.grading).categories,
    begun: row._count.works,
  };
}

/** Whether an assignment is a section's. */
export async function isAssignmentOf(sectionId: string, id: string): Promise<boolean> {
  return (await db.assignment.count({ where: { id, sectionId } })) > 0;
}

/** Makes a draft of an assignment, with the policy and the dates that its kind begins with: it opens tomorrow; homework is
 *  due a week later and takes late work for another, an exam ends the same evening. Gives its id. */
export async function createAssignment(
  actorId: string,
  sectionId: string,
  { kind, title }: { kind: AssignmentKind; title: string },
): Promise<string> {
  return db.$transaction(async (tx) => {
    const { timeZone } = await tx.section.findUniqueOrThrow({ where: { id: sectionId } });
    const dates = startingDates(kind, await clockNow(), timeZone);
    const data = { sectionId, kind, title, policy: startingPolicies[kind], ...dates };
    const { id } = await tx.assignment.create({ data, select: { id: true } });
    await recordChange(tx, {
      action: "assignment.made",
      actorId,
      sectionId,
      after: { assignment: title },
    });
    return id;
  });
}

function startingDates(kind: AssignmentKind, now: Date, zone: string) {
  const day = DateTime.fromJSDate(now, { zone }).startOf("day");
  const at = (days: number, hour: number, minute: number) =>
    day.plus({ days }).set({ hour, minute }).toJSDate();
  const opensAt = at(1, 8, 0);
  if (kind === "exam") return { opensAt, dueAt: at(1, 20, 0), closesAt: at(1, 20, 0) };
  return { opensAt, dueAt: at(8, 23, 59), closesAt: at(15, 23, 59) };
}
