import "server-only";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What is kept of changes, by name, and how it reads after the name of who did it. */
export const auditActions = {
  "section.made": "made the section",
  "section.copied": "copied the section from another",
  "section.settings": "changed the settings",
  "section.code": "changed the join code",
  "person.added": "added",
  "person.joined": "joined",
  "person.role": "changed the role of",
  "person.campus-id": "changed the campus id of",
  "person.group": "changed the group of",
  "person.time": "changed the time limits of",
  "person.removed": "removed",
  "person.restored": "restored",
  "person.moved": "moved to another section",
  "person.link": "looked at the invitation link of",
  "person.invited": "invited",
  "person.claimed": "claimed their account",
  "assignment.made": "made an assignment",
  "assignment.changed": "changed an assignment",
  "assignment.items": "changed the exercises of an assignment",
  "assignment.published": "published an assignment",
  "assignment.unpublished": "took back an assignment that nobody had begun",
  "assignment.removed": "removed an assignment that nobody had begun",
  "extension.given": "gave an extension",
  "extension.ended": "took an extension back",
  "grade.regrade": "had graded work judged anew",
  "grade.regraded": "judged anew what was handed in by",
  "report.answered": "answered a report by",
  "grade.override": "changed a mark of",
  "grade.excused": "changed what is excused for",
  "grade.comment": "commented on the work of",
  "grade.weights": "changed the categories and letters",
  "assignment.late-day": "spent a late day",
  "account.role": "changed the account’s role of",
  "account.name": "changed the name of their account",
  "account.email": "changed the email of",
  "account.password": "changed the password of their account",
  "account.reset-link": "made a link for a new password for",
  "account.reset": "chose a new password by a link",
  "account.linked": "linked another way to sign in",
  "account.unlinked": "removed a way to sign in",
  "account.token-made": "made an access token",
  "account.token-ended": "ended an access token",
  "account.signed-out": "signed out everywhere",
  "account.downloaded": "downloaded their data",
  "account.deleted": "deleted their account",
  "course.author": "changed who writes a course:",
  "course.reviewed": "changed whether a course is reviewed before it is published",
} as const;

export type AuditAction = keyof typeof auditActions;

/** A change as it is kept. `before` and `after` hold what changed and nothing else. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Null for the product itself. */
  readonly actorId: string | null;
  readonly sectionId?: string;
  readonly personId?: string;
  readonly before?: Prisma.InputJsonObject;
  readonly after?: Prisma.InputJsonObject;
  readonly reason?: string;
}

/** A connection, or a transaction on one. */
export type Records = Prisma.TransactionClient;

/** Keeps that something was changed, in the transaction of the change itself. */
export async function recordChange(tx: Records, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: entry });
}

/** Keeps many changes at once, in one statement: a file of marks may hold thousands. */
export async function recordChanges(tx: Records, entries: readonly AuditEntry[]): Promise<void> {
  await tx.$executeRaw`
    insert into audit_event (id, action, actor_id, section_id, person_id, before, after, reason)
    select gen_random_uuid(), x.action, x."actorId", x."sectionId", x."personId", x.before, x.after, x.reason
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as x(
      action text, "actorId" uuid, "sectionId" uuid, "personId" uuid, before jsonb, after jsonb, reason text
    )`;
}

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  /** Null for the product itself. */
  readonly actor: string | null;
  readonly person: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

const perPage = 50;

/** A page of what was changed in a section, the newest first. */
export async function listChanges(
  sectionId: string,
  wanted = 1,
): Promise<{ lines: AuditLine[]; page: number; pages: number }> {
  const count = await db.auditEvent.count({ where: { sectionId } });
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages);
  const rows = await db.auditEvent.findMany({
    where: { sectionId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: perPage * (page - 1),
    take: perPage,
    include: namesOfPeople,
  });
  return { lines: rows.map(lineOf), page, pages };
}

export const namesOfPeople = {
  actor: { select: { name: true } },
  person: { select: { name: true } },
} as const satisfies Prisma.AuditEventInclude;

/** A change with the names of the people in it. */
export function lineOf({
  id,
  at,
  action,
  actor,
  person,
  before,
  after,
  reason,
}: Prisma.AuditEventGetPayload<{ include: typeof namesOfPeople }>): AuditLine {
  return {
    id,
    at,
    action: action as AuditAction,
    actor: actor?.name ?? null,
    person: person?.name ?? null,
    before,
    after,
    reason,
  };
}
