export const dynamic = "force-dynamic";

/** Says that this process answers; asks nobody else. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
