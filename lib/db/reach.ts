import pg from "pg";
import { checkDatabaseUrl } from "./database-url.mjs";

/** Resolves when the database at `url` answers; throws one sentence that says what is wrong, without the password. */
export async function reach(url: string): Promise<void> {
  checkDatabaseUrl(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Error(
      `The database ${pathname.slice(1)} at ${host} cannot be reached (${reason(error)}): check DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** A host with two addresses fails with an error for each and no message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
