import type { PublicResult } from "./public-result";

/** What the server answers to a submission. */
export interface SubmissionReply {
  readonly result: PublicResult;
  /** Points kept so far in this variant. */
  readonly standing: { readonly earned: number; readonly possible: number };
  /** When it was received, in milliseconds since 1970, where no verdict says so. */
  readonly receivedAt?: number;
  /** HTML: the names of the parts asked for that are still blank. */
  readonly open: readonly string[];
  /** The idempotency key of the next submission. */
  readonly next: string;
}

/** `signed-out`: nobody is signed in any more, and the page is an account's. `blank`: there was nothing to judge. */
export type Refused = "signed-out" | "blank" | "other-numbers" | "failed";

export type Sent<Reply = SubmissionReply> =
  | { readonly status: "answered"; readonly reply: Reply }
  | { readonly status: "refused"; readonly why: Refused; readonly message: string };

const unreachable =
  "We couldn’t reach the server. What you typed is safe here: check your connection and try again.";
const slow = 20_000;
/** Browsers send no more than 64 kB on after a page is gone. */
const mostKeptAlive = 60_000;
const reasons: Readonly<Record<number, Refused>> = {
  401: "signed-out",
  404: "other-numbers",
  409: "other-numbers",
  422: "blank",
};

/** Sends a form and waits for the reply. Whatever goes wrong comes back as a sentence for the learner. */
export async function send<Reply = SubmissionReply>(
  action: string,
  form: Iterable<readonly [string, unknown]>,
): Promise<Sent<Reply>> {
  // Not multipart: the server then reads it the way it reads a form sent without JavaScript.
  const body = new URLSearchParams([...form] as [string, string][]).toString();
  try {
    const response = await fetch(action, {
      method: "POST",
      body,
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      keepalive: body.length < mostKeptAlive,
      signal: AbortSignal.timeout(slow),
    });
    const reply = await response.json();
    if (response.ok) return { status: "answered", reply };
    const why = reasons[response.status] ?? "failed";
    return { status: "refused", why, message: reply.message ?? unreachable };
  } catch {
    return { status: "refused", why: "failed", message: unreachable };
  }
}
