import "server-only";
import type { z } from "zod";

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
    if (!isSameOrigin(request))
      return refuse(403, "This form was sent from another site, so it was not read.");
    const tooLong = () =>
      refuse(
        413,
        "This is more than one form can hold, so nothing was checked. Shorten the longest answer and check again.",
      );
    if (Number(request.headers.get("content-length") ?? 0) > largest) return tooLong();
    const body = await textOf(request);
    if (body === null) return tooLong();
    // Much cheaper than request.formData(), and forms with files are none of ours.
    const form = new URLSearchParams(body);
    const parsed = schema.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      return refuse(400, "This form is not complete. Reload the page and send it again.");
    }
    const outcome = await act({ input: parsed.data, form, request });
    if ("refusal" in outcome) return answer(request, outcome.refusal);
    return wantsJson(request) ? Response.json(outcome.json) : seeOther(parsed.data.return);
  };
}

/** The body; null when it is too long, which a request that does not tell its length shows only as it comes. */
async function textOf(request: Request): Promise<string | null> {
  if (request.headers.has("content-length")) return request.text();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
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

/** Browsers say where a form comes from; whoever says nothing is no browser, and carries no one's cookies. */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === host);
}
