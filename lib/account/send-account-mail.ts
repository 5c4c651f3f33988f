import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { AccountMail } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log/log.mjs";
import { sendMail, sendsMail } from "@/lib/mail/send-mail";
import { confirmLetter, mailOf, newsLetters, resetLetter } from "./account-mail";
import { addressOf, linkMinutes, makeLink, makeLinkAsked } from "./one-time-link";

/** Sends a mail about an account. Its link is made here, so that no queue and no log has one; sent again, it is a new link,
 *  and the old one is dead. Whether there is an account is found out here too: who asks hears nothing of it. Throws where
 *  it is worth another try. */
export async function sendAccountMail(asked: AccountMail, askedAt = new Date()): Promise<void> {
  // Whoever asked for a link hours ago has asked again, or found another way.
  if (asked.about !== "news" && Date.now() - askedAt.getTime() > linkMinutes * 60_000) return;
  const mail = sendsMail() ? await mailFor(asked) : null;
  if (!mail) return;
  const delivery = await sendMail(mail);
  if (delivery.status === "sent") return;
  const { forGood } = delivery;
  log("warn", "A mail about an account could not be sent", { about: asked.about, forGood });
  // What the mail server says has addresses in it, which are not the log's.
  if (!forGood) throw new Error("The mail server took no mail about an account.");
}

async function mailFor(asked: AccountMail) {
  const id = randomUUID();
  if (asked.about === "news") return mailOf(asked.to, newsLetters[asked.news], id);
  if (asked.about === "reset") {
    const user = await db.user.findUnique({
      where: { email: asked.email },
      select: { id: true, name: true },
    });
    if (!user) return null;
    const link = addressOf("reset", await makeLink(user.id, "reset"));
    return mailOf({ name: user.name, email: asked.email }, resetLetter(link), id);
  }
  const { userId, email } = asked;
  const user = await db.user.findUnique({ where: { id: userId }, select: { name: true } });
  if (!user) return null;
  const token = await makeLinkAsked(userId, email);
  return token && mailOf({ name: user.name, email }, confirmLetter(addressOf("email", token)), id);
}
