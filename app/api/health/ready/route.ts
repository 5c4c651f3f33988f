import { isReady } from "@/lib/db/ready";

export const dynamic = "force-dynamic";

/** Says whether people can be served now, which takes the database: 200, or 503 while it does not answer. */
export async function GET(): Promise<Response> {
  if (await isReady()) return Response.json({ status: "ok" });
  return Response.json({ status: "unavailable", database: "does not answer" }, { status: 503 });
}
