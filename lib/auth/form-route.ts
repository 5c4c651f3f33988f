import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { bodyOf } from "./body";
import { isSameOrigin } from "./same-origin";

export interface FormCall<Input> {
  readonly input: Input;
  readonly form: URLSearchParams;
  readonly request: Request;
}

/** A failure to tell: a sentence for the person at the form, and its HTTP status. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  /** By what our log knows it, where the failure is ours. */
  readonly request?: string;
}

type Outcome = { readonly json: unknown } | { readonly refusal: Refusal };

const largest = 300_000;

/** The one way in for forms: it must come from a page of this site, be of a sane size and fit the schema. Scripts
 *  get JSON, also where something breaks; a plain form is led back to the page it names in `return`. */
export function formRoute<Schema extends z.ZodType<{ return: string }>>(
  schema: Schema,
  act: (call: FormCall<z.infer<Schema>>) => Promise<Outcome>,
): (request: Request) => Promise<Response> {
  return (request) => replyTo(request, schema, act).catch((error) => broken(request, error));
}

async function replyTo<Schema extends z.ZodType<{ return: string }>>(
  request: Request,
  schema: Schema,
  act: (call: FormCall<z.infer<Schema>>) => Promise<Outcome>,
): Promise<Response> {
  const refuse = (status: number, message: string) => answer(request, { status, message });
  if (!isSameOrigin(request.headers))
    return refuse(403, "This form was sent from another site, so it was not read.");
  const body = await bodyOf(request, largest);
  if (body === null) return refuse(413, "This is more than one form can hold.");
  // Much cheaper than request.formData(), and forms with files are none of ours.
  const form = new URLSearchParams(body);
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    return refuse(400, "This form is not complete. Reload the page and send it again.");
  }
  const outcome = await act({ input: parsed.data, form, request });
  if ("refusal" in outcome) return answer(request, outcome.refusal);
  return wantsJson(request) ? Response.json(outcome.json) : seeOther(parsed.data.return);
}

/** What is said where the failure is ours. The id finds in our log what is told to nobody else. */
function broken(request: Request, error: unknown): Response {
  const id = randomUUID();
  console.error(`request ${id}`, error);
  return answer(request, {
    status: 500,
    message: `Something broke on our side, so this was not taken. What you typed is kept here: try again in a moment. If it goes on, tell us this number: ${id}.`,
    request: id,
  });
}

const wantsJson = (request: Request) =>
  request.headers.get("accept")?.includes("application/json") ?? false;

function answer(asked: Request, { status, message, request }: Refusal): Response {
  if (wantsJson(asked)) return Response.json({ message, request }, { status });
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return new Response(`${message}\n\nGo back with your browser: what you typed is still there.\n`, {
    status,
    headers,
  });
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
