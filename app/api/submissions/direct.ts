import { tellRequestError } from "@/lib/log/request-error";
import { POST } from "./route";

/** What Next does with this route, and no more. */
export async function submissions(request: Request): Promise<Response> {
  try {
    return await POST(request);
  } catch (error) {
    const asked = {
      path: "/api/submissions",
      method: "POST",
      headers: Object.fromEntries(request.headers),
    };
    await tellRequestError(error, asked, {
      routerKind: "App Router",
      routePath: "/api/submissions",
      routeType: "route",
      renderSource: undefined as never,
      revalidateReason: undefined,
    });
    return new Response(null, { status: 500 });
  }
}
