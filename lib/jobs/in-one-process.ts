import "server-only";
import { pool } from "@/lib/db/client";

/** Does `work` unless another process, or another call, is at work under this name. The name is free again when the work
 *  ends, also when its process is killed. */
export async function inOneProcess(name: string, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  // The connection may be lost while the work goes on; the name is free then too.
  client.on("error", () => {});
  let broken = true;
  try {
    const { rows } = await client.query(
      "select pg_try_advisory_lock(hashtext('chainrule job'), hashtext($1)) as held",
      [name],
    );
    if (rows[0].held) {
      await work();
      await client.query("select pg_advisory_unlock(hashtext('chainrule job'), hashtext($1))", [
        name,
      ]);
    }
    broken = false;
  } finally {
    client.release(broken);
  }
}
