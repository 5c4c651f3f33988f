import "server-only";
import { z } from "zod";
import { withoutInvisible } from "@/lib/auth/plain-name";
import { db } from "@/lib/db/client";
import type { AccountRole } from "./accounts";
import { type AuditLine, lineOf, namesOfPeople, recordChange } from "./audit";

/** What accounts can be. */
export const accountRoles = ["student", "instructor", "admin"] as const satisfies AccountRole[];

/** Why an admin changes something of an account. */
export const reasonField = z
  .string()
  .transform((text) => withoutInvisible(text).replaceAll("\0", "").trim())
  .pipe(
    z
      .string()
      .min(1, "Say why, in a few words: it stays with the change.")
      .max(300, "Please use at most 300 characters."),
  );

export const accountRoleForm = z.object({
  person: z.uuid(),
  role: z.enum(accountRoles, "Choose what the account is to be."),
  reason: reasonField,
});

export interface RoleChange {
  /** Null for whoever runs the server, who is nobody here. */
  readonly actorId: string | null;
  readonly personId: string;
  readonly role: AccountRole;
  readonly reason: string;
}

export type RoleOutcome =
  | { readonly status: "changed" | "unchanged" }
  /** There is no such account. */
  | { readonly status: "gone" }
  /** Without an admin nobody could make one. */
  | { readonly status: "last-admin" };

/** Makes an account a student's, an instructor's or an admin's, and keeps who did it and why. */
export function changeAccountRole(change: RoleChange): Promise<RoleOutcome> {
  const { personId, role, ...by } = change;
  return db.$transaction(async (tx) => {
    // Two admins who take each other's role away must not both succeed.
    await tx.$queryRaw`
      select 1 from "user" where role = 'admin' or id = ${personId}::uuid order by id for update`;
    const now = await tx.user.findFirst({ where: { id: personId, email: { not: null } } });
    if (!now) return { status: "gone" };
    if (now.role === role) return { status: "unchanged" };
    if (now.role === "admin" && (await tx.user.count({ where: { role: "admin" } })) === 1)
      return { status: "last-admin" };
    await tx.user.update({ where: { id: personId }, data: { role } });
    await recordChange(tx, {
      ...by,
      personId,
      action: "account.role",
      before: { role: now.role },
      after: { role },
    });
    return { status: "changed" };
  });
}

/** The same for the account with this email. */
export async function changeRoleOf(
  email: string,
  change: Omit<RoleChange, "personId">,
): Promise<RoleOutcome> {
  const account = await db.user.findUnique({ where: { email }, select: { id: true } });
  return account ? changeAccountRole({ ...change, personId: account.id }) : { status: "gone" };
}

/** What was changed of an account itself, the newest first. */
export async function listAccountChanges(personId: string): Promise<AuditLine[]> {
  const rows = await db.auditEvent.findMany({
    where: { personId, action: { startsWith: "account." } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: namesOfPeople,
  });
  return rows.map(lineOf);
}
