import "server-only";
import { keyedHash } from "@/lib/auth/secret";
import { db } from "@/lib/db/client";
import { log } from "@/lib/log/log.mjs";
import { type Delivery, sendMail, sendsMail } from "@/lib/mail/send-mail";
import { type InvitationMail, invitationMail } from "./invitation-mail";
import { claimLink } from "./invitations";

/** Few enough to be sent before others may take them: see `take`. */
const batch = 10;

/** How long to wait after the n-th failure. After the last it is not tried again. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440];

/** Sends the invitations that are due, until none is. Any process may, and several at once: each invitation is taken by
 *  one of them. One whose sender was killed is due again after ten minutes, so a mail may come twice, with the same link
 *  and message id, and never not at all. Gives how many were sent. */
export async function sendInvitations(): Promise<number> {
  if (!sendsMail()) return 0;
  let sent = 0;
  for (let due = await take(); due.length > 0; due = await take()) {
    const each = await Promise.all(due.map(send));
    sent += each.filter(Boolean).length;
  }
  return sent;
}

interface Due extends Omit<InvitationMail, "link"> {
  readonly nonce: string;
  readonly tries: number;
}

/** Takes some of those that are due, so that nobody else does for ten minutes. */
const take = () => db.$queryRaw<Due[]>`
  with due as (
    select i.id, u.name, u.email, s.name as section, c.title as course, e.role::text as role
    from invitation i
    join "user" u on u.id = i.user_id and u.password_hash is null
    join section s on s.id = i.section_id
    join course c on c.id = s.course_id
    join enrollment e on e.user_id = u.id and e.section_id = s.id and e.removed_at is null
    where i.mail_due_at <= now() and i.claimed_at is null
      and not exists (select from identity o where o.user_id = u.id)
    order by i.mail_due_at limit ${batch}
    for update of i skip locked)
  update invitation i
  set mail_due_at = now() + interval '10 minutes', mail_tries = mail_tries + 1
  from due where due.id = i.id
  returning due.*, i.nonce, i.mail_tries as tries`;

/** Whether it was sent. */
async function send(due: Due): Promise<boolean> {
  const link = claimLink(due, "mail");
  const id = keyedHash("mail", due.id, due.nonce).slice(0, 32);
  const delivery = await sendMail(invitationMail({ ...due, link, id }));
  // A new link that was asked for meanwhile is still due.
  const where = { id: due.id, nonce: due.nonce };
  await db.invitation.updateMany({ where, data: after(due, delivery) });
  if (delivery.status === "sent") return true;
  log("warn", "An invitation could not be sent", { forGood: delivery.forGood, tries: due.tries });
  return false;
}

function after({ tries }: Due, delivery: Delivery) {
  if (delivery.status === "sent")
    return { sentAt: new Date(), mailDueAt: null, mailTries: 0, mailFault: null };
  const wait = delivery.forGood ? undefined : waits[tries - 1];
  return wait === undefined
    ? { mailDueAt: null, mailFault: delivery.fault }
    : { mailDueAt: new Date(Date.now() + wait * 60_000) };
}
