export const dynamic = "force-dynamic";

/** Says that the process answers; asks the database nothing. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
