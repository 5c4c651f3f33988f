import { may } from "@/lib/access/enter";
import { tooFast } from "@/lib/auth/admit";
import { bodyOf } from "@/lib/auth/body";
import { countAction } from "@/lib/auth/pace";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { getViewer } from "@/lib/auth/viewer";
import { findWritten } from "@/lib/authoring/course/courses";
import { write, writingForm } from "@/lib/authoring/text/writing";

interface Context {
  params: Promise<{ course: string }>;
}

/** Bytes of what a window sends at once: a whole lesson pasted in, as JSON. */
const largest = 1_000_000;

/** Keeps what an author types, and tells what others have typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const viewer = await getViewer();
  if (!viewer) return answer(401, { message: "You’re signed out. Sign in again to go on." });
  const allowed = await may(viewer, "POST /write/[course]/text", { course: slug });
  const course = allowed ? await findWritten(slug) : null;
  if (!course) return answer(404, { message: "There’s nothing here, or you don’t have access." });
  if (!isSameOrigin(request.headers))
    return answer(403, { message: "This was sent from another site, so we didn’t read it." });
  const seconds = await countAction({ userId: viewer.id }, "write");
  if (seconds !== null) return answer(429, { message: tooFast(seconds).message });
  const body = await bodyOf(request, largest);
  const sent = body === null ? null : writingForm.safeParse(parsed(body));
  if (!sent) return answer(413, { message: "This is more than a lesson can hold." });
  if (!sent.success) return answer(400, { message: unreadable });
  const { status, ...written } = await write(course.id, viewer.id, sent.data);
  switch (status) {
    case "news":
      return answer(200, written);
    case "gone":
      return answer(404, { message: "This file isn’t in the course any more." });
    case "too-long":
      return answer(413, { message: "This is more than a lesson can hold." });
    case "unreadable":
      return answer(400, { message: unreadable });
  }
}

const unreadable =
  "We couldn’t read this change, so we didn’t keep it. Reload the page and try again.";

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const answer = (status: number, json: object) =>
  Response.json(json, { status, headers: { "Cache-Control": "no-store" } });
