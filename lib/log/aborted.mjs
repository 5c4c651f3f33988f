/** What Next, React and Node call it when a browser goes away before its answer is whole. */
const names = ["AbortError", "ResponseAborted"];
const words = /^(aborted|The destination stream closed early\.|The client closed the connection)/;

/**
 * Whether an error, or one behind it, is no more than a browser that went away: its tab was closed while it was answered.
 * @param {unknown} error
 * @returns {boolean}
 */
export function isAborted(error, depth = 0) {
  if (!(error instanceof Error) || depth > 5) return false;
  if (names.includes(error.name) || words.test(error.message)) return true;
  return error.code === "ERR_STREAM_PREMATURE_CLOSE" || isAborted(error.cause, depth + 1);
}
