import { createHash, randomUUID } from "node:crypto";
import type { OwnProduct } from "./own-product";

export const lesson = "/courses/backpropagation/updating-weights-and-biases-1";

export interface Answer {
  readonly key: string;
  readonly typed: string;
}

export interface Guest {
  readonly site: string;
  readonly cookie: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Acknowledged. */
  readonly kept: Answer[];
  /** Sent without hearing of it again. */
  readonly lost: Answer[];
}

/** Someone who opens the lesson for the first time. */
export async function newGuest({ site }: OwnProduct): Promise<Guest> {
  const response = await fetch(site + lesson);
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const html = await response.text();
  const form = html.slice(html.indexOf('id="exercise-ce-loss"'));
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? `no ${name}`;
  const names = ["exercise", "variant", "numbers", "return"];
  const fields = Object.fromEntries(names.map((name) => [name, field(name)]));
  return { site, cookie, fields, kept: [], lost: [] };
}

/** An answer that this guest has not given yet. */
export const newAnswer = ({ kept, lost }: Guest): Answer => ({
  key: randomUUID(),
  typed: String(kept.length + lost.length + 10),
});

export const submissionOf = ({ fields }: Guest, { key, typed }: Answer) =>
  new URLSearchParams({ ...fields, submission: key, "r.loss": typed });

/** What the server says to an answer. Throws when nobody answers. */
export function post(guest: Guest, answer: Answer): Promise<Response> {
  return fetch(`${guest.site}/api/submissions`, {
    method: "POST",
    headers: { cookie: guest.cookie, accept: "application/json" },
    body: submissionOf(guest, answer),
    signal: AbortSignal.timeout(20_000),
  });
}

/** Throws when nobody answers; an answer that is no acknowledgement fails the test. */
export async function send(guest: Guest, answer: Answer): Promise<void> {
  const response = await post(guest, answer);
  const { result } = await response.json();
  if (result?.status !== "graded") throw new Error(`answered ${response.status}`);
}

/** What the database calls a guest. */
export const tokenOf = ({ cookie }: Guest) =>
  createHash("sha256")
    .update(cookie.split("=")[1] ?? "")
    .digest("hex");

/** What the database keeps of a guest's answers, oldest first. */
export async function storedAnswers(product: OwnProduct, guest: Guest): Promise<string[]> {
  const rows = await product.query<{ typed: string }>(
    `select s.responses->>'loss' as typed
     from submission s join variant v on v.id = s.variant_id join "user" u on u.id = v.user_id
     where u.guest_token = $1 order by s.created_at`,
    [tokenOf(guest)],
  );
  return rows.map(({ typed }) => typed);
}
