import type { Instrumentation } from "next";

// Next builds this file for its edge runtime too, where nothing of ours runs.

/** Next calls this with every error that a page, an action or a route did not catch. While developing it prints them
 *  well enough itself. */
export const onRequestError: Instrumentation.onRequestError = async (...told) => {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const { tellRequestError } = await import("@/lib/log/request-error");
  tellRequestError(...told);
};
