import { createHash } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";

/** A frozen variant as the database keeps it, key and all. */
export interface StoredVariant {
  readonly slug: string;
  readonly number: number;
  readonly seed: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly givens: unknown;
}

let pool: Promise<pg.Pool> | undefined;

/** The database of the product under test, which playwright.config.ts put into this folder. */
async function connect(): Promise<pg.Pool> {
  const { url } = await startEmbedded(path.resolve("test-results/e2e-data"));
  return new pg.Pool({ connectionString: url, max: 1 });
}

/** Every variant of the guest whose cookie this is. */
export async function storedVariants(guestCookie: string): Promise<StoredVariant[]> {
  pool ??= connect();
  const token = createHash("sha256").update(guestCookie).digest("hex");
  const { rows } = await (await pool).query<StoredVariant>(
    `select e.slug, v.number, v.seed, v.key, v.givens
     from variant v join exercise e on e.id = v.exercise_id join "user" u on u.id = v.user_id
     where u.guest_token = $1`,
    [token],
  );
  return rows;
}

/** What a variant's row keeps that its page shows too: what was drawn, and the ids of options and steps. */
export interface DrawnVariant {
  readonly slug: string;
  readonly givens: Readonly<Record<string, unknown>>;
  readonly view: Readonly<Record<string, unknown>>;
}

/** The variants of one person's exercises in a lesson, without their keys. */
export async function drawnVariants(email: string, lesson: string): Promise<DrawnVariant[]> {
  pool ??= connect();
  const { rows } = await (await pool).query<DrawnVariant>(
    `select e.slug, v.givens, v.view
     from variant v join exercise e on e.id = v.exercise_id join lesson l on l.id = e.lesson_id
       join "user" u on u.id = v.user_id
     where u.email = $1 and l.slug = $2`,
    [email, lesson],
  );
  return rows;
}

/** Brings what this guest reviewed so many days into the past, as if they came back after them. */
export async function ageReviews(guestCookie: string, days: number): Promise<void> {
  pool ??= connect();
  const token = createHash("sha256").update(guestCookie).digest("hex");
  await (await pool).query(
    `update review_card set due = due - $2 * interval '1 day', reviewed_at = reviewed_at - $2 * interval '1 day'
     where user_id = (select id from "user" where guest_token = $1)`,
    [token, days],
  );
}

export async function closeRecords(): Promise<void> {
  await (await pool)?.end();
  pool = undefined;
}
