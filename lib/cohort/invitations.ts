import "server-only";
import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "@/lib/auth/secret";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sendsMail } from "@/lib/mail/send-mail";
import { type Records, recordChange, recordChanges } from "./audit";

/** How a link came to somebody: by mail, which proves that the address is theirs, or handed on by an instructor. */
export type Way = "mail" | "copy";

interface Secret {
  readonly id: string;
  readonly nonce: string;
}

const macOf = ({ id, nonce }: Secret, way: Way) => keyedHash("invitation", id, nonce, way);

/** The link that opens an invitation. The same each time, until the invitation has a new nonce. */
export const claimLink = (secret: Secret, way: Way): string =>
  `${process.env.NEXTAUTH_URL ?? ""}/claim/${secret.id}.${macOf(secret, way)}`;

/** By which way a link came that has this mac; null where it is none of this invitation's, or of its earlier nonce. */
export function wayOf(secret: Secret, mac: string): Way | null {
  const ways: readonly Way[] = ["mail", "copy"];
  return ways.find((way) => isSame(macOf(secret, way), mac)) ?? null;
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Invites these people to claim their accounts, by mail where mail is sent. Who is invited already stays invited under the
 *  same link; a link that was used opens nothing again. */
export async function invite(
  tx: Records,
  sectionId: string,
  userIds: readonly string[],
): Promise<void> {
  const mailDueAt = sendsMail() ? new Date() : null;
  await tx.$executeRaw`
    insert into invitation (id, user_id, section_id, nonce, mail_due_at)
    select gen_random_uuid(), id, ${sectionId}::uuid, gen_random_uuid(), ${mailDueAt}
    from unnest(${userIds}::uuid[]) as asked(id)
    on conflict (user_id, section_id)
    do update set claimed_at = null, nonce = excluded.nonce, mail_due_at = excluded.mail_due_at
    where invitation.claimed_at is not null`;
}

/** That nothing opens an account `u` yet. */
const unopened = Prisma.sql`
  u.password_hash is null and not exists (select from identity o where o.user_id = u.id)`;

/** Whether an account `u` holds more than places as a student and what a section `s` gave it: work, or what it may do in
 *  other sections or everywhere. An instructor's copy of a link must not open that to them. */
const holdsMore = Prisma.sql`(
  u.role <> 'student'
  or exists (select from variant v where v.user_id = u.id)
  or exists (select from enrollment x where x.user_id = u.id and x.section_id <> s.id
    and x.removed_at is null and x.role <> 'student'))`;

export interface Invited {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly sentAt: Date | null;
  /** Whether a mail to them is on its way. */
  readonly isDue: boolean;
  /** Why no mail reaches them; null where none failed for good. */
  readonly fault: string | null;
  /** Whether their link may be copied. */
  readonly copies: boolean;
}

type Row = Invited & Secret;

const listOpen = (sectionId: string) => db.$queryRaw<Row[]>`
  select i.id, i.nonce, u.id as "personId", u.name, u.email, i.sent_at as "sentAt",
    i.mail_due_at is not null as "isDue", i.mail_fault as fault, not ${holdsMore} as copies
  from invitation i
  join section s on s.id = i.section_id
  join "user" u on u.id = i.user_id
  join enrollment e on e.user_id = u.id and e.section_id = s.id and e.removed_at is null
  where i.section_id = ${sectionId}::uuid and i.claimed_at is null and ${unopened}
  order by u.name, u.id`;

/** Who in a section was invited and has not claimed their account, by name. Without links. */
export async function listInvited(sectionId: string): Promise<Invited[]> {
  const rows = await listOpen(sectionId);
  return rows.map(({ id: _, nonce: __, ...row }) => row);
}

export interface PersonLink {
  readonly name: string;
  readonly email: string;
  readonly link: string;
}

/** The links of those who have not claimed their accounts, for an instructor to hand on; that they were looked at is kept.
 *  `who` picks some of them. */
export async function lookAtLinks(
  actorId: string,
  sectionId: string,
  who: (row: Invited) => boolean = () => true,
): Promise<PersonLink[]> {
  const rows = (await listOpen(sectionId)).filter((row) => row.copies && who(row));
  const entries = rows.map(({ personId }) => ({
    action: "person.link" as const,
    actorId,
    sectionId,
    personId,
  }));
  await recordChanges(db, entries);
  return rows.map((row) => ({
    name: row.name,
    email: row.email,
    link: claimLink(row, "copy"),
  }));
}

/** Gives somebody a new link, and sends it where mail is sent; the old one opens nothing any more. False where they have
 *  none to renew. */
export async function renewInvitation(
  actorId: string,
  sectionId: string,
  personId: string,
): Promise<boolean> {
  const rows = await listOpen(sectionId);
  if (!rows.some((row) => row.personId === personId)) return false;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      update invitation
      set nonce = gen_random_uuid(), sent_at = null, mail_tries = 0, mail_fault = null,
        mail_due_at = ${sendsMail() ? new Date() : null}
      where user_id = ${personId}::uuid and section_id = ${sectionId}::uuid`;
    await recordChange(tx, { action: "person.invited", actorId, sectionId, personId });
  });
  return true;
}

interface InvitationRow extends Secret {
  readonly claimedAt: Date | null;
  readonly userId: string;
  readonly email: string;
  readonly section: { readonly id: string; readonly name: string };
  readonly course: { readonly slug: string; readonly title: string };
  readonly role: "student" | "assistant" | "instructor" | null;
  readonly removed: boolean;
  readonly unopened: boolean;
  readonly holdsMore: boolean;
}

/** An invitation with all that decides whether it can be claimed; null where there is none with this id. */
export async function findInvitation(id: string, tx: Records = db): Promise<InvitationRow | null> {
  const [row] = await tx.$queryRaw<InvitationRow[]>`
    select i.id, i.nonce, i.claimed_at as "claimedAt", u.id as "userId", u.email,
      json_build_object('id', s.id, 'name', s.name) as section,
      json_build_object('slug', c.slug, 'title', c.title) as course,
      e.role::text as role, e.removed_at is not null as removed,
      (${unopened}) as unopened, ${holdsMore} as "holdsMore"
    from invitation i
    join section s on s.id = i.section_id
    join course c on c.id = s.course_id
    join "user" u on u.id = i.user_id
    left join enrollment e on e.user_id = u.id and e.section_id = s.id
    where i.id = ${id}::uuid`;
  return row ?? null;
}
