import "server-only";
import { pool } from "./client";

/** The time that deadlines and time limits go by: PostgreSQL's, the same for all app processes, and ahead of it by what
 *  `clock_shift` says, which only tests write. SQL calls `clock_now()` for it. */
export async function clockNow(): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>({
    name: "clock-now",
    text: "select clock_now() as now",
  });
  return rows[0]!.now;
}
