import { submissionForm } from "@/lib/answering/exercise-form";
import { findNewest } from "@/lib/answering/newest";
import { keepAnswer } from "@/lib/assessment/sitting/answer-form";
import { tellWorks } from "@/lib/assessment/sitting/tell-works";
import { countVisit } from "@/lib/auth/admit";
import { formRoute } from "@/lib/auth/form-route";

/** Keeps what is being typed. */
export const POST = formRoute(submissionForm, keepAnswer);

/** What stands in a page's forms by now, for a window that comes to the front. */
export async function GET(request: Request): Promise<Response> {
  const refusal = await countVisit(request, "read");
  if (refusal) {
    const headers = { "Retry-After": String(refusal.retryAfter), "Cache-Control": "no-store" };
    return Response.json({ message: refusal.message }, { status: refusal.status, headers });
  }
  const newest = await findNewest(new URL(request.url).searchParams, tellWorks);
  const status = newest === undefined ? 400 : newest === null ? 401 : 200;
  return Response.json(newest ?? {}, { status, headers: { "Cache-Control": "no-store" } });
}
