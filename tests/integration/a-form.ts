import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/answering/work";

export interface Sender {
  /** As the browser's header has it. */
  readonly cookie: string;
  readonly address?: string;
}

/** The fields of a page's form of the exercise `copy`, with this typed to it. */
export const fieldsOf = ({ version, number, mark }: Work, typed = "1") => ({
  exercise: version.id,
  variant: String(number),
  numbers: mark,
  submission: randomUUID(),
  return: "/",
  "r.same": typed,
});

/** Sends the form of a page with this work, as its script does. */
export function sendForm(
  act: (request: Request) => Promise<Response>,
  work: Work,
  { cookie, address = "192.0.2.9" }: Sender,
  typed?: string,
): Promise<Response> {
  const headers = { cookie, accept: "application/json", "x-forwarded-for": address };
  const body = new URLSearchParams(fieldsOf(work, typed));
  return act(new Request("http://localhost/", { method: "POST", headers, body }));
}
