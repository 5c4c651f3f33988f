import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { startEmbedded } from "@/lib/db/embedded";
import type { Result } from "@/lib/exercise";

/** A frozen variant as the database keeps it, key and all, and what came of it. */
export interface StoredVariant {
  readonly exerciseId: string;
  readonly slug: string;
  /** The exercise, MDX. */
  readonly source: string;
  readonly number: number;
  readonly seed: string;
  readonly givens: Readonly<Record<string, unknown>>;
  readonly key: Readonly<Record<string, unknown>>;
  readonly view: Readonly<Record<string, unknown>>;
  readonly submissions: readonly {
    readonly responses: Readonly<Record<string, string>>;
    readonly result: Result;
  }[];
}

let pool: Promise<pg.Pool> | undefined;

/** The database of the product under test, which playwright.config.ts put into this folder. */
async function connect(): Promise<pg.Pool> {
  const { url } = await startEmbedded(path.resolve("test-results/e2e-data"));
  return new pg.Pool({ connectionString: url, max: 1 });
}

/** Asks the database of the product under test. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  pool ??= connect();
  return (await (await pool).query<Row>(text, [...values])).rows;
}

/** Every variant of the account that has this email, or of the guest who has this cookie. */
export async function storedVariants(
  who: { readonly email: string } | { readonly guest: string },
): Promise<StoredVariant[]> {
  pool ??= connect();
  const [column, value] =
    "email" in who
      ? ["email", who.email]
      : ["guest_token", createHash("sha256").update(who.guest).digest("hex")];
  const { rows } = await (await pool).query<StoredVariant>(
    `select e.id as "exerciseId", e.slug, ev.source, v.number, v.seed, v.givens, v.key, v.view, coalesce(
       (select json_agg(json_build_object('responses', s.responses, 'result', s.result))
        from submission s where s.variant_id = v.id), '[]') as submissions
     from variant v join exercise e on e.id = v.exercise_id
       join exercise_version ev on ev.id = v.version_id join "user" u on u.id = v.user_id
     where u.${column} = $1`,
    [value],
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

/** Hands out an assignment of one exercise in a section, without its pages: open now, due then. */
export async function handOut(
  sectionId: string,
  { title, dueAt }: { readonly title: string; readonly dueAt: Date },
): Promise<void> {
  pool ??= connect();
  const id = randomUUID();
  await (await pool).query(
    `with made as (
      insert into assignment (id, section_id, title, published_at, opens_at, due_at, closes_at, policy)
      values ($1, $2, $3, now(), now(), $4, $4, $5)
    )
    insert into assignment_item (id, assignment_id, place, points) values ($6, $1, 0, 3)`,
    [id, sectionId, title, dueAt, JSON.stringify(startingPolicies.homework), randomUUID()],
  );
}
