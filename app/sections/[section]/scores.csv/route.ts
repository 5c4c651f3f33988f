import { may } from "@/lib/access/enter";
import { requireViewer } from "@/lib/auth/viewer";
import { scoresCsv } from "@/lib/cohort/scores-csv";
import { findSectionScores } from "@/lib/cohort/section-scores";
import { csvReply, nothingHere } from "../csv-reply";

interface Context {
  params: Promise<{ section: string }>;
}

/** The section's scores of practice as a file. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { section } = await params;
  const viewer = await requireViewer(`/sections/${section}`);
  const allowed = await may(viewer, "GET /sections/[section]/scores.csv", { section });
  const scores = allowed ? await findSectionScores(section) : null;
  return scores ? csvReply(scores, "practice-scores", scoresCsv(scores)) : nothingHere();
}
