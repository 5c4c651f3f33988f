/**
 * Whether an error, or one behind it, is no more than a browser that went away while it sent or was answered: its tab was
 * closed.
 * @param {unknown} error
 * @returns {boolean}
 */
export function isAborted(error, depth = 0) {
  if (!(error instanceof Error) || depth > 5) return false;
  // Node says so of what comes in, and Next of what goes out.
  if (error.message === "aborted" && error.code === "ECONNRESET") return true;
  return error.name === "ResponseAborted" || isAborted(error.cause, depth + 1);
}
