import { freshMinutes, type Proof } from "@/lib/account/prove-owner";
import { waitMessage } from "@/lib/auth/rate-limit";

type NotProved = Exclude<Proof, { status: "proved" }>;

/** What a form says to somebody who has not shown that the account is theirs. */
export function proofErrors(proof: NotProved): { password?: string; form?: string } {
  if (proof.status === "wait") return { form: waitMessage(proof.seconds) };
  if (proof.status === "refused") return { password: "That isn’t your password." };
  return {
    form: `You signed in more than ${freshMinutes} minutes ago. Sign out, sign in again, and come back to this page.`,
  };
}
