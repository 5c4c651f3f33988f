import { may } from "@/lib/access/enter";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { gradebookCsv } from "@/lib/assessment/gradebook/csv";
import { csvParts } from "@/lib/assessment/gradebook/csv-columns";
import { requireViewer } from "@/lib/auth/viewer";
import { csvReply, nothingHere } from "../../csv-reply";

interface Context {
  params: Promise<{ section: string }>;
}

/** The gradebook as a file, with the columns that were chosen. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { section: id } = await params;
  const viewer = await requireViewer(`/sections/${id}/gradebook/export`);
  const allowed = await may(viewer, "GET /sections/[section]/gradebook/csv", { section: id });
  const section = allowed ? await findGradedSection(id) : null;
  if (!section) return nothingHere();
  const asked = new URL(request.url).searchParams;
  const chosen = csvParts.filter((part) => asked.getAll("column").includes(part));
  const parts = new Set(chosen.length > 0 ? chosen : csvParts);
  const csv = await gradebookCsv(section, parts, asked.get("removed") === "1");
  return csvReply(section, "grades", csv);
}
