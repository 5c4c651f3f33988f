import { may } from "@/lib/access/enter";
import { countGitPull, inMinutes } from "@/lib/auth/rate-limit";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { getViewer } from "@/lib/auth/viewer";
import { findWritten } from "@/lib/authoring/course/courses";
import { GitRefused } from "@/lib/authoring/sync/git/git-refused";
import { pullRemote } from "@/lib/authoring/sync/git/pull-remote";
import { findRemote } from "@/lib/authoring/sync/git/remote";

interface Context {
  params: Promise<{ course: string }>;
}

/** Says what would change if a course took in what the repository that it follows has now, and takes it in where the address
 *  says what was seen: see the zip's. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course: slug } = await params;
  const viewer = await getViewer();
  const allowed = viewer && (await may(viewer, "POST /api/write/[course]/git", { course: slug }));
  const course = allowed ? await findWritten(slug) : null;
  if (!viewer || !course) return refuse(404, "There’s no such course here, or you’re signed out.");
  if (!isSameOrigin(request.headers))
    return refuse(403, "This was sent from another site, so we didn’t read it.");
  const seconds = await countGitPull(viewer.id);
  if (seconds !== null) return refuse(429, `That was often. Try again in ${inMinutes(seconds)}.`);
  const remote = await findRemote(course.id);
  if (!remote) return refuse(404, "The course follows no repository any more.");
  const { searchParams } = new URL(request.url);
  const [seen, take] = [searchParams.get("seen"), searchParams.getAll("take")];
  const pulling = { courseId: course.id, userId: viewer.id, remote, seen, take };
  try {
    return answer(200, await pullRemote(pulling));
  } catch (error) {
    if (error instanceof GitRefused) return refuse(400, error.message);
    throw error;
  }
}

const answer = (status: number, json: object) =>
  Response.json(json, { status, headers: { "Cache-Control": "no-store" } });

const refuse = (status: number, message: string) => answer(status, { message });
