import type { Instrumentation } from "next";

// Next builds this file for its edge runtime too, where nothing of ours runs; and while developing, it prints errors
// well enough itself.
const serves = () => process.env.NEXT_RUNTIME === "nodejs" && process.env.NODE_ENV === "production";

/** Next calls this once, when a server starts. */
export async function register(): Promise<void> {
  if (!serves()) return;
  const { startDailyWork } = await import("@/lib/jobs/daily");
  startDailyWork();
}

/** Next calls this with every error that a page, an action or a route did not catch. */
export const onRequestError: Instrumentation.onRequestError = async (...told) => {
  if (!serves()) return;
  const { tellRequestError } = await import("@/lib/log/request-error");
  tellRequestError(...told);
};
