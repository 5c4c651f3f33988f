import { GET as ready } from "./ready/route";

export const dynamic = "force-dynamic";

/** The same as /api/health/ready, under the name that tools try first. */
export const GET = ready;
