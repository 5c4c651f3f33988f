import pg from "pg";

/** Holds the built-in database for this process until the process ends, however it ends; null when another process
 *  holds it. This tells a server that a killed process left behind from one that is in use. `lost` resolves when the
 *  database closes the connection, as when it is killed. */
export async function claim(url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
    keepAlive: true,
  });
  client.on("error", () => {});
  const lost = new Promise((resolve) => client.on("end", resolve));
  await client.connect();
  const { rows } = await client.query(
    "select pg_try_advisory_lock(hashtext('chainrule server')) as held",
  );
  if (rows[0].held) return { lost, release: () => client.end() };
  await client.end();
  return null;
}

export const inUse = (folder) =>
  `Another Chainrule is using the data folder ${folder}: stop it, or set DATA_DIR to another folder.`;
