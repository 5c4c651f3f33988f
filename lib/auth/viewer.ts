import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { pool } from "@/lib/db/client";
import { openSession, sessionCookieName } from "./open-session";
import { passwordMark, sessionSeconds } from "./session";

export interface Viewer {
  id: string;
  name: string;
  email: string | null;
  role: "student" | "instructor" | "admin";
  /** The time zone they chose, an IANA name; none for their browser's. */
  timeZone?: string | null;
  /** Whether numbers are shown to them with a decimal comma. */
  decimalComma?: boolean;
  /** Whether they may teach, or write a course. */
  writes?: boolean;
}

/** The account a session token belongs to, as it is in the database now; null for a token that is missing, forged,
 *  expired, or older than the account's password, and for one whose session was ended. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer | null> {
  const session = await openSession(token);
  if (!session) return null;
  const { rows } = await pool.query<Viewer & { passwordHash: string | null }>({
    // Asked with every request, so prepared once a connection.
    name: "find-viewer",
    text: `
      select u.id, u.name, u.email, u.role, u.time_zone as "timeZone",
        u.decimal_comma as "decimalComma", u.password_hash as "passwordHash",
        u.role <> 'student' or exists (select from course_author a where a.user_id = u.id) as writes
      from session s join "user" u on u.id = s.user_id
      where s.id = $1 and s.user_id = $2 and s.created_at > now() - $3 * interval '1 second'`,
    values: [session.id, session.userId, sessionSeconds],
  });
  const [user] = rows;
  if (!user || passwordMark(user.passwordHash) !== session.mark) return null;
  const { passwordHash: _, ...viewer } = user;
  return viewer;
}

/** Who is signed in on this request; null for nobody and for a guest (see getLearner). */
export const getViewer = cache(
  async (): Promise<Viewer | null> =>
    viewerOfToken((await cookies()).get(sessionCookieName())?.value),
);

/** Who is signed in, or a redirect to the sign-in page that leads back to `next`. */
export async function requireViewer(next?: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const back = next ?? (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}
