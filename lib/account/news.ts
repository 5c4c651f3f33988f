import "server-only";
import { randomUUID } from "node:crypto";
import { enqueue } from "@/lib/jobs/enqueue";
import { sendsMail } from "@/lib/mail/send-mail";
import type { Addressee, News } from "./account-mail";

/** Writes to an account's owner that something was changed, where mail is sent. */
export async function tellOwner(news: News, { name, email }: Addressee): Promise<void> {
  if (!sendsMail()) return;
  const mail = { about: "news", news, to: { name, email } } as const;
  await enqueue("account mail", mail, { key: `account mail ${randomUUID()}` });
}
