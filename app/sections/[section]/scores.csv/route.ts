import { requireInstructor } from "@/lib/auth/viewer";
import { scoresCsv } from "@/lib/course/scores-csv";
import { findSectionScores } from "@/lib/course/section";

interface Context {
  params: Promise<{ section: string }>;
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section } = await params;
  await requireInstructor(section, `/sections/${section}`);
  const scores = await findSectionScores(section);
  if (!scores) return new Response("There is no such section.", { status: 404 });
  const name = scores.name.toLowerCase().replace(/[^a-z0-9]+/g, "-") || "section";
  // The mark at the front tells Excel that this is UTF-8.
  return new Response(`\uFEFF${scoresCsv(scores)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-scores.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
