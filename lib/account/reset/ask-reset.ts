import "server-only";
import { countReset } from "@/lib/auth/rate-limit";
import { keyedHash } from "@/lib/auth/secret";
import { enqueue } from "@/lib/jobs/enqueue";

export type Asked =
  | { readonly status: "asked" }
  | { readonly status: "wait"; readonly seconds: number };

/** Has a link for a new password sent to a folded email, where an account has it. What is done here is the same for every
 *  email, so neither the answer nor its time tells who has an account: that is looked up when the mail is sent. */
export async function askReset(email: string, address: string): Promise<Asked> {
  const seconds = await countReset(email, address);
  if (seconds !== null) return { status: "wait", seconds };
  const key = `account mail ${keyedHash("reset", email).slice(0, 32)}`;
  await enqueue("account mail", { about: "reset", email }, { key });
  return { status: "asked" };
}
