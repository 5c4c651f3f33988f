import { nothingHere } from "@/app/sections/[section]/csv-reply";
import { may } from "@/lib/access/enter";
import { allData } from "@/lib/account/export/all-data";
import { getViewer } from "@/lib/auth/viewer";
import { dataReply } from "../data-reply";

/** Everything that is kept of whoever is signed in. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer || !(await may(viewer, "GET /account/data.json", {}))) return nothingHere();
  return dataReply(viewer.id, {
    name: "chainrule-data.json",
    type: "application/json",
    text: async () => `${JSON.stringify(await allData(viewer.id), null, 2)}\n`,
  });
}
