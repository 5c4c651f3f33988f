import type { Instrumentation } from "next";

declare global {
  /** How lib/cli/serve-built.mjs, which is no part of Next's bundles, stops what was started here. */
  var chainruleJobs: { readonly stop: () => Promise<void> } | undefined;
  /** Routes by method and path that lib/cli/serving/direct.mjs calls itself. */
  var chainruleRoutes:
    | Readonly<Record<string, (request: Request) => Promise<Response>>>
    | undefined;
}

/** Next calls this once, when a server starts; and builds it for its edge runtime too, where nothing of ours runs: what stands
 *  in these conditions is left out there. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startJobs } = await import("@/lib/jobs/start-jobs");
    globalThis.chainruleJobs = { stop: startJobs() };
    globalThis.chainruleRoutes = {
      "POST /api/submissions": async (request) => {
        const { submissions } = await import("@/app/api/submissions/direct");
        return submissions(request);
      },
    };
  }
}

/** Next calls this with every error that a page, an action or a route did not catch. */
export const onRequestError: Instrumentation.onRequestError = async (...told) => {
  // While developing, Next prints errors well enough itself.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NODE_ENV === "production") {
    const { tellRequestError } = await import("@/lib/log/request-error");
    tellRequestError(...told);
  }
};
