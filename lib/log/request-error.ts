import "server-only";
import type { Instrumentation } from "next";
import { databaseTrouble } from "@/lib/db/trouble";
import { isAborted } from "./aborted.mjs";
import { markTold, noteTrouble, tellError, troubleOf } from "./told.mjs";

/** Logs an error that Next gave up on, with the id of its request, and remembers for the answer to that request
 *  whether the database is the reason. `digest` is what app/error.tsx shows. */
export const tellRequestError: Instrumentation.onRequestError = (error, request, { routePath }) => {
  // Nobody waits for the answer any more.
  if (isAborted(error)) return markTold(error);
  const id = String(request.headers["x-request-id"]);
  const trouble = databaseTrouble(error);
  if (trouble) {
    // Every query of a page fails for the same reason.
    if (troubleOf(id)) return markTold(error);
    noteTrouble(id, trouble);
  }
  const { digest } = error as { digest?: string };
  tellError(error, {
    id,
    digest,
    method: request.method,
    route: routePath,
    ...(trouble && { database: trouble }),
  });
};
