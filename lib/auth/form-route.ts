import "server-only";
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
  /** Seconds until it is worth another try. */
  readonly retryAfter?: number;
}

type Outcome = { readonly json: unknown } | { readonly refusal: Refusal };

/** Characters of a form: room for several matrices pasted whole, and no more. */
const largest = 64_000;

/** The one way in for forms: it must come from a page of this site, be of a sane size and fit the schema. Scripts
 *  get JSON; a plain form is led back to the page it names in `return`. */
export function formRoute<Schema extends z.ZodType<{ return: string }>>(
  schema: Schema,
  act: (call: FormCall<z.infer<Schema>>) => Promise<Outcome>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const refuse = (status: number, message: string) => answer(request, { status, message });
    if (!isSameOrigin(request.headers))
      return refuse(403, "This form was sent from another site, so we didn’t read it.");
    const body = await bodyOf(request, largest);
    if (body === null)
      return refuse(
        413,
        "This is more than one form can hold, so nothing was checked. Shorten the longest answer and check again.",
      );
    // Much cheaper than request.formData(), and forms with files are none of ours.
    const form = new URLSearchParams(body);
    const parsed = schema.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      return refuse(400, "This form is incomplete. Reload the page and send it again.");
    }
    const outcome = await act({ input: parsed.data, form, request });
    if ("refusal" in outcome) return answer(request, outcome.refusal);
    return wantsJson(request) ? Response.json(outcome.json) : seeOther(parsed.data.return);
  };
}

const wantsJson = (request: Request) =>
  request.headers.get("accept")?.includes("application/json") ?? false;

function answer(request: Request, { status, message, retryAfter }: Refusal): Response {
  const headers = new Headers(retryAfter ? { "Retry-After": String(retryAfter) } : {});
  if (wantsJson(request)) return Response.json({ message }, { status, headers });
  headers.set("Content-Type", "text/plain; charset=utf-8");
  return new Response(`${message}\n\nGo back with your browser: what you typed is still there.\n`, {
    status,
    headers,
  });
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
