import { may } from "@/lib/access/enter";
import { requireViewer } from "@/lib/auth/viewer";
import { scoresCsv } from "@/lib/course/scores-csv";
import { findSectionScores } from "@/lib/course/section";

interface Context {
  params: Promise<{ section: string }>;
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section } = await params;
  const viewer = await requireViewer(`/sections/${section}`);
  const allowed = await may(viewer, "GET /sections/[section]/scores.csv", { section });
  const scores = allowed ? await findSectionScores(section) : null;
  // Not notFound(), which answers without a body here: browsers then show an error of their own.
  if (!scores) return new Response(nothingHere, { status: 404 });
  const name = scores.name.toLowerCase().replace(/[^a-z0-9]+/g, "-") || "section";
  return new Response(scoresCsv(scores), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-scores.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

const nothingHere = "There is nothing here, or it is not yours to see.\n";
