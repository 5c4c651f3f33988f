import "server-only";
import { pool } from "@/lib/db/client";

/** Takes everything away that opens the account with this email (its password, the links to accounts elsewhere, its
 *  sessions, and links by mail that would give it a password or another email), so that whoever next signs in through a provider that vouches for the email gets it, with all that was
 *  answered. False when there is no such account. */
export async function releaseAccount(email: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with released as (
      update "user" set password_hash = null where email = $1 returning id
    ), links as (
      delete from identity using released where user_id = released.id
    ), sessions as (
      delete from session using released where user_id = released.id
    ), mailed as (
      delete from one_time_link using released where user_id = released.id
    )
    select id from released`,
    [email],
  );
  return rowCount === 1;
}
