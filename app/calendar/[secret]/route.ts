import { calendarOf, findCalendarOwner } from "@/lib/assessment/due/calendar";
import { countCalendar } from "@/lib/auth/rate-limit";

interface Context {
  params: Promise<{ secret: string }>;
}

/** What is due for whoever has this secret address, for a calendar program. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { secret } = await params;
  const owner = await findCalendarOwner(secret);
  if (!owner) return answer(404, "No calendar is at this address. It may have got a new one.\n");
  const wait = await countCalendar(owner.nonce);
  if (wait !== null)
    return answer(429, "This calendar was asked for too often.\n", { "Retry-After": String(wait) });
  return answer(200, await calendarOf(owner.id), {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="chainrule.ics"',
  });
}

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", ...headers },
  });
