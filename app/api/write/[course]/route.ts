import { may } from "@/lib/access/enter";
import { bearerOf } from "@/lib/account/access-token";
import { bytesOf } from "@/lib/auth/body";
import { inMinutes } from "@/lib/auth/rate-limit";
import { findWritten, type WrittenCourse } from "@/lib/authoring/course/courses";
import { largestPush } from "@/lib/authoring/sync/exchange";
import { readSent } from "@/lib/authoring/sync/incoming-work";
import { pulledStream } from "@/lib/authoring/sync/pulled";
import { takePush } from "@/lib/authoring/sync/push";

interface Context {
  params: Promise<{ course: string }>;
}

/** A course's files, for `npm run author -- pull`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const coming = await enterByToken(request, "GET /api/write/[course]", slug);
  if ("refusal" in coming) return coming.refusal;
  return new Response(pulledStream(coming.course), {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}

/** Takes the files of `npm run author -- push`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const coming = await enterByToken(request, "POST /api/write/[course]", slug);
  if ("refusal" in coming) return coming.refusal;
  const { course, userId } = coming;
  const body = await bytesOf(request, largestPush);
  if (body === null) return answer(413, { message: "This is more than a course can hold." });
  const sent = await readSent(userId, body);
  if (!sent) return answer(429, busy, { "Retry-After": "60" });
  if (!sent.push) {
    const message =
      "We couldn’t read this. Is your copy of the author’s tools as new as the server?";
    return answer(400, { message });
  }
  const pushed = await takePush({ course, userId }, sent.push);
  return answer(pushed.status === "taken" ? 200 : 409, pushed);
}

type Coming =
  | { readonly course: WrittenCourse; readonly userId: string }
  | { readonly refusal: Response };

/** Who comes in by their token, and the course; or the answer to whom may not. A token is no cookie: no other site can send it
 *  along. */
async function enterByToken(
  { headers }: Request,
  door: "GET /api/write/[course]" | "POST /api/write/[course]",
  slug: string,
): Promise<Coming> {
  const bearer = await bearerOf(headers);
  if (bearer.status === "wait") {
    const message = `That was too often. Try again in ${inMinutes(bearer.seconds)}.`;
    return { refusal: answer(429, { message }, { "Retry-After": String(bearer.seconds) }) };
  }
  if (bearer.status === "unknown") {
    const message = "The token opens nothing here. Make one on your account’s page.";
    return { refusal: answer(401, { message }, { "WWW-Authenticate": "Bearer" }) };
  }
  const allowed = await may(bearer.viewer, door, { course: slug });
  const course = allowed ? await findWritten(slug) : null;
  if (course) return { course, userId: bearer.viewer.id };
  return { refusal: answer(404, { message: `There’s no course ${slug} that you write here.` }) };
}

const busy = { message: "The server has too much to read already. Try again in a minute." };

const answer = (status: number, json: object, headers: Record<string, string> = {}) =>
  Response.json(json, { status, headers: { "Cache-Control": "no-store", ...headers } });
