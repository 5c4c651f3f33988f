import { nothingHere } from "@/app/sections/[section]/csv-reply";
import { may } from "@/lib/access/enter";
import { listAnswers } from "@/lib/account/export/answers";
import { answersCsv } from "@/lib/account/export/answers-csv";
import { getViewer } from "@/lib/auth/viewer";
import { dataReply } from "../data-reply";

/** Every answer of whoever is signed in, for a spreadsheet. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer || !(await may(viewer, "GET /account/answers.csv", {}))) return nothingHere();
  return dataReply(viewer.id, {
    name: "chainrule-answers.csv",
    type: "text/csv",
    text: async () => answersCsv(await listAnswers(viewer.id)),
  });
}
