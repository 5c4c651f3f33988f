import { Readable } from "node:stream";
import { may } from "@/lib/access/enter";
import { bytesOf } from "@/lib/auth/body";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { getViewer } from "@/lib/auth/viewer";
import { findWritten, type WrittenCourse } from "@/lib/authoring/course/courses";
import { eachFile } from "@/lib/authoring/files/files";
import type { IncomingAnswer } from "@/lib/authoring/sync/preview";
import { planFiles, takeFiles } from "@/lib/authoring/sync/take-files";
import { largestZip, unzipped, ZipRefused, zipOf } from "@/lib/authoring/sync/zip";
import { inMegabytes } from "@/lib/content";

interface Context {
  params: Promise<{ course: string }>;
}

/** A course's files as its authors have them now, as a zip. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const viewer = await getViewer();
  const allowed = viewer && (await may(viewer, "GET /api/write/[course]/zip", { course: slug }));
  const course = allowed ? await findWritten(slug) : null;
  if (!course) return new Response("There’s no such course here.\n", { status: 404 });
  const server = process.env.NEXTAUTH_URL ?? new URL(request.url).origin;
  const zip = zipOf({ ...course, files: eachFile(course.id), server });
  return new Response(Readable.toWeb(zip) as ReadableStream, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${slug}.zip"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Says what would change if a zip came in, and brings it in where the address says what was seen: `?seen=…`, with `take=…` for
 *  each conflict in which the zip's side is to be taken. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const viewer = await getViewer();
  const allowed = viewer && (await may(viewer, "POST /api/write/[course]/zip", { course: slug }));
  const course = allowed ? await findWritten(slug) : null;
  if (!viewer || !course) return refuse(404, "There’s no such course here, or you’re signed out.");
  if (!isSameOrigin(request.headers))
    return refuse(403, "This was sent from another site, so we didn’t read it.");
  const bytes = await bytesOf(request, largestZip);
  if (!bytes) return refuse(413, `The zip is larger than ${inMegabytes(largestZip)}.`);
  try {
    return answer(200, await answerTo(bytes, { course, userId: viewer.id, url: request.url }));
  } catch (error) {
    if (error instanceof ZipRefused) return refuse(400, error.message);
    throw error;
  }
}

interface Asked {
  readonly course: WrittenCourse;
  readonly userId: string;
  readonly url: string;
}

async function answerTo(
  bytes: Uint8Array,
  { course, userId, url }: Asked,
): Promise<IncomingAnswer> {
  const { incoming, foreign } = await unzipped(bytes, course.slug);
  const { searchParams } = new URL(url);
  const [seen, take] = [searchParams.get("seen"), searchParams.getAll("take")];
  if (seen === null)
    return { status: "preview", plan: await planFiles(course.id, incoming), foreign };
  const { status, plan } = await takeFiles({ courseId: course.id, userId, incoming, seen, take });
  return { status, plan, foreign };
}

const answer = (status: number, json: IncomingAnswer | { readonly message: string }) =>
  Response.json(json, { status, headers: { "Cache-Control": "no-store" } });

const refuse = (status: number, message: string) => answer(status, { message });
