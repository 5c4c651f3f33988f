import { cookies } from "next/headers";
import { may } from "@/lib/access/enter";
import { sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { liveEvents } from "@/lib/cohort/live/event-stream";
import { findOpenLive } from "@/lib/cohort/live/session";
import { isFull } from "@/lib/cohort/live/watch";

interface Context {
  params: Promise<{ section: string }>;
}

/** What is open in the section, as it is answered. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section } = await params;
  const viewer = await getViewer();
  if (!viewer || !(await may(viewer, "GET /sections/[section]/live/events", { section })))
    return new Response("There’s nothing here, or you don’t have access to it.\n", { status: 404 });
  const live = await findOpenLive(section);
  // The browser asks no more.
  if (!live) return new Response(null, { status: 204 });
  if (isFull(live.id))
    return new Response("Too many windows are watching this already.\n", {
      status: 503,
      headers: { "Retry-After": "60", "Cache-Control": "no-store" },
    });
  const token = (await cookies()).get(sessionCookieName())?.value;
  const mayStay = async () => {
    const now = await viewerOfToken(token);
    return now !== null && may(now, "GET /sections/[section]/live/events", { section });
  };
  return new Response(liveEvents(live.id, { who: viewer.id, mayStay }), { headers });
}

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Nothing on the way keeps it or packs it: each event is to arrive when it is sent.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};
