/** What is wrong with the database when a query failed for no fault of its own: it cannot be reached or does not
 *  answer, or its disk is full. */
export type DatabaseTrouble = "away" | "full";

/** What a query fails with where the database does not answer. */
export class DatabaseAway extends Error {
  readonly code = "DATABASE_AWAY";
  constructor() {
    super("the database does not answer");
    this.name = "DatabaseAway";
  }
}

/** Codes of Node's sockets, of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of
 *  Prisma. */
const away =
  /^(DATABASE_AWAY|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[123]|57014|53300|P1001|P1002|P1008|P1017|P2024)$/;
const full = /^(53100|ENOSPC)$/;

/** What pg says without a code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;
const fullWords = /No space left on device/;

/** The database's trouble behind an error, wherever in its causes it is told; null for any other error. */
export function databaseTrouble(error: unknown, depth = 0): DatabaseTrouble | null {
  if (typeof error !== "object" || error === null || depth > 5) return null;
  const told = error as Record<string, unknown>;
  // Node says so of a browser that goes away while it sends.
  if (told.message === "aborted" && told.code === "ECONNRESET") return null;
  const codes = [told.code, told.originalCode].filter((code) => typeof code === "string");
  const words = [told.message, told.originalMessage].filter((text) => typeof text === "string");
  if (codes.some((code) => full.test(code)) || words.some((text) => fullWords.test(text)))
    return "full";
  if (codes.some((code) => away.test(code)) || words.some((text) => awayWords.test(text)))
    return "away";
  const causes = [told.cause, told.meta, told.driverAdapterError, ...listOf(told.errors)];
  for (const cause of causes) {
    const trouble = databaseTrouble(cause, depth + 1);
    if (trouble) return trouble;
  }
  return null;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
