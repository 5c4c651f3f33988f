import type { PublicResult } from "./public-result";

/** What the server answers to a submission. */
export interface SubmissionReply {
  readonly result: PublicResult;
  /** Points kept so far in this variant. */
  readonly standing: { readonly earned: number; readonly possible: number };
  /** The idempotency key of the next submission. */
  readonly next: string;
}

export type Sent =
  | { readonly status: "answered"; readonly reply: SubmissionReply }
  | { readonly status: "refused"; readonly message: string };

const unreachable =
  "The server could not be reached. What you typed is kept here: check your connection and try again.";
const slow = 20_000;

/** Sends a form and waits for the reply. Whatever goes wrong comes back as a sentence for the learner. */
export async function send(action: string, form: FormData): Promise<Sent> {
  try {
    const response = await fetch(action, {
      method: "POST",
      // Not multipart: the server then reads it the way it reads a form sent without JavaScript.
      body: new URLSearchParams([...form] as [string, string][]),
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(slow),
    });
    const body = await response.json();
    if (response.ok) return { status: "answered", reply: body };
    return { status: "refused", message: body.message ?? unreachable };
  } catch {
    return { status: "refused", message: unreachable };
  }
}
