/** From what is always told to what is told where nobody is disturbed by it. */
export const logLevels = ["silent", "error", "warn", "info"];

/** LOG_LEVEL; else a person at a terminal hears of trouble alone, and a file of everything. */
function chosen() {
  const asked = logLevels.indexOf(process.env.LOG_LEVEL ?? "");
  if (asked >= 0) return asked;
  return logLevels.indexOf(process.stdout.isTTY ? "warn" : "info");
}

let most;

/**
 * Writes one line of JSON to stdout. What people typed, their names and their addresses have no place in it.
 * @param {"error" | "warn" | "info"} level
 * @param {string} message
 * @param {Record<string, unknown>} [details]
 */
export function log(level, message, details = {}) {
  most ??= chosen();
  if (logLevels.indexOf(level) > most) return;
  const time = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ time, level, message, ...details })}\n`);
}
