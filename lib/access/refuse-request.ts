import { bodyOf } from "@/lib/auth/body";
import { hasOurOrigin, isSameOrigin } from "@/lib/auth/same-origin";
import { limits } from "@/lib/content/limits";
import { isActionForm } from "./action-form";
import { largestBody } from "./largest-body.mjs";

/** Larger than any form that an action of ours reads. */
const largest = 100_000;

/** The pages whose forms hold a file. It is sent with what was read from it, and what would come of it. */
const filePage = /^\/(sections\/[^/]+\/(people|gradebook)\/import|write\/[^/]+\/files)$/;

/** A lesson's text as JSON, of whose characters each may be six, and what is asked of it. */
const largestLesson = 6 * limits.characters + 80_000;

/** The page where a lesson is written: its whole text is sent, to be seen as its readers will. */
const lessonPage = /^\/write\/[^/]+\/lessons\/[^/]+$/;

function largestOf(request: Request): number {
  const { pathname } = new URL(request.url);
  if (filePage.test(pathname)) return largestBody;
  return lessonPage.test(pathname) ? largestLesson : largest;
}

/** The answer to a request for a page that can only be a mistake or an attack; null when the page may answer it. What is
 *  not refused here would come back as an error of ours. */
export async function refusalOf(request: Request): Promise<Response | null> {
  const { method, headers } = request;
  if (!["GET", "HEAD", "POST"].includes(method))
    return refuse(405, "Pages answer to GET, HEAD and POST alone.");
  if (!isReadable(new URL(request.url).pathname)) {
    return refuse(
      400,
      "This address cannot be read. Check it for a typing slip, or start from the home page.",
    );
  }
  const type = headers.get("content-type") ?? "";
  const asked = headers.has("next-action");
  if (method !== "POST" || !(asked || type.startsWith("multipart/form-data"))) return null;
  if (!isSameOrigin(headers) || !hasOurOrigin(headers)) {
    return refuse(403, "This form was sent from another site, so we didn’t read it.");
  }
  const body = await bodyOf(request, largestOf(request));
  if (body === null) return refuse(413, "This is more than one form can hold.");
  if (await isActionForm(body, type, asked)) return null;
  return refuse(400, "We couldn’t read this form. Reload the page and send it again.");
}

/** Whether a path is text that a record could be kept under: PostgreSQL has no character 0. */
function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

function refuse(status: number, message: string): Response {
  const headers = new Headers({ "Content-Type": "text/plain; charset=utf-8" });
  if (status === 405) headers.set("Allow", "GET, HEAD, POST");
  return new Response(`${message}\n`, { status, headers });
}
