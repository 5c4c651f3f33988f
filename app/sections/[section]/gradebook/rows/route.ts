import { may } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { getGradePage } from "@/lib/assessment/gradebook/page";
import { gradeQueryIn } from "@/lib/assessment/gradebook/read-query";
import { requireViewer } from "@/lib/auth/viewer";

interface Context {
  params: Promise<{ section: string }>;
}

/** A window of the gradebook's rows, asked for as its page is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { section: id } = await params;
  const viewer = await requireViewer(`/sections/${id}/gradebook`);
  const allowed = await may(viewer, "GET /sections/[section]/gradebook/rows", { section: id });
  const section = allowed ? await findGradedSection(id) : null;
  if (!section)
    return Response.json(
      { message: "There’s nothing here, or you don’t have access to it." },
      gone,
    );
  const page = await getGradePage(section, gradeQueryIn(paramsOf(new URL(request.url))));
  return Response.json(page, { headers: { "Cache-Control": "no-store" } });
}

const gone = { status: 404, headers: { "Cache-Control": "no-store" } };

const paramsOf = ({ searchParams }: URL): Record<string, string[]> =>
  Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
