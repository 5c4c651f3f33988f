/** A file of a section's, for a spreadsheet: "spring-2027-grades.csv". */
export function csvReply({ name }: { name: string }, what: string, csv: string): Response {
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, "-") || "section";
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}-${what}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

/** In place of a file that is not there or not the viewer's. Not notFound(), which answers without a body in a route:
 *  browsers then show an error of their own. */
export const nothingHere = (): Response =>
  new Response("There’s nothing here, or you don’t have access to it.\n", { status: 404 });
