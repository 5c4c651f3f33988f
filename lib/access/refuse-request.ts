import { bodyOf } from "@/lib/auth/body";
import { readCookies } from "@/lib/auth/cookies";
import { openSession, sessionCookieName } from "@/lib/auth/open-session";
import { hasOurOrigin, isSameOrigin } from "@/lib/auth/same-origin";
import { fileLimits } from "@/lib/content/file-limits";
import { limits } from "@/lib/content/limits";
import { isActionForm } from "./action-form";
import { largestBody } from "./largest-body.mjs";

/** Larger than any form that an action of ours reads. */
const largest = 100_000;

/** The pages that are sent more, and bytes of it. A roster is sent with what was read from it, and what would come of it; a file
 *  for a course goes alone; a lesson's whole text is sent where it is written, as JSON, of whose characters each may be six. */
const largePages: readonly [RegExp, number][] = [
  [/^\/sections\/[^/]+\/(people|gradebook)\/import$/, largestBody],
  [/^\/write\/[^/]+\/files$/, fileLimits.file + largest],
  [/^\/write\/[^/]+\/lessons\/[^/]+$/, 6 * limits.characters + largest],
];

const largestFor = (pathname: string): number =>
  largePages.find(([page]) => page.test(pathname))?.[1] ?? largest;

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
  const body = await formOf(request);
  if (body instanceof Response) return body;
  if (await isActionForm(body, type, asked)) return null;
  return refuse(400, "We couldn’t read this form. Reload the page and send it again.");
}

/** A form's body, or why it isn't read. Files are read of those alone who are signed in. */
async function formOf(request: Request): Promise<string | Response> {
  const most = largestFor(new URL(request.url).pathname);
  const isOpen = most === largest || (await isSignedIn(request.headers));
  const body = await bodyOf(request, isOpen ? most : largest);
  if (body !== null) return body;
  return isOpen
    ? refuse(413, "This is more than one form can hold.")
    : refuse(401, "You’re signed out, so we didn’t read what you sent. Sign in and send it again.");
}

/** Whether a request brings a session of ours. That it has not been ended since is asked where something is done. */
const isSignedIn = async (headers: Headers): Promise<boolean> =>
  (await openSession(readCookies(headers.get("cookie") ?? "").get(sessionCookieName()))) !== null;

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
