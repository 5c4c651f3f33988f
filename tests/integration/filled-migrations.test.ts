import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MIGRATIONS, migrate } from "@/lib/db/migrate";
import { startTemporary } from "@/lib/db/temporary";

/** The first migration that has to do with rows that are there already. */
const first = "20261129030235_accounts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const [student, guest, variant] = [id(1), id(2), id(7)];

let client: pg.Client;
let end: () => Promise<void>;

beforeAll(async () => {
  const server = await startTemporary();
  const before = await mkdtemp(path.join(os.tmpdir(), "migrations-"));
  const earlier = (await readdir(MIGRATIONS)).filter((name) => name < first);
  for (const name of earlier) {
    await cp(path.join(MIGRATIONS, name), path.join(before, name), { recursive: true });
  }
  await migrate(server.url, before);
  client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await fill();
  await migrate(server.url);
  end = async () => {
    await client.end();
    await rm(before, { recursive: true });
    await server.end();
  };
});

afterAll(() => end());

async function fill(): Promise<void> {
  await client.query(`
    insert into "user" (id, email, name, password_hash) values ('${student}', 'ada@school.org', 'Ada', 'hash');
    insert into "user" (id, name, guest_token) values ('${guest}', 'Guest', 'token');
    insert into course (id, slug, title, summary) values ('${id(3)}', 'c', 'C', 'S');
    insert into lesson (id, course_id, slug, number, title) values ('${id(4)}', '${id(3)}', 'l', 1, 'L');
    insert into exercise (id, lesson_id, slug, title, possible, place) values ('${id(5)}', '${id(4)}', 'e', 'E', 3, 1);
    insert into exercise_version (id, exercise_id, source) values ('v', '${id(5)}', '');
    insert into variant (id, user_id, exercise_id, version_id, number, seed, engine_version, givens, key, view)
    values ('${variant}', '${student}', '${id(5)}', 'v', 1, 's', '1', '{}', '{}', '{}')`);
  await submit(1, ["a"], { a: "1", b: "two", c: "" });
  await submit(2, ["b"], { a: "1", b: "2", c: " \n" });
  await submit(3, ["b"], { a: "edited", b: "3", c: "typed" });
}

async function submit(n: number, asked: string[], responses: Record<string, string>) {
  await client.query(
    `insert into submission (id, variant_id, idempotency_key, asked, responses, status, result, created_at)
     values ($1, $2, $1, $3, $4, 'graded', '{"parts":[]}', now() + $5 * interval '1 minute')`,
    [id(100 + n), variant, asked, JSON.stringify(responses), n],
  );
}

test("people, their numbers and their answers come over as they were", async () => {
  const { rows } = await client.query(
    `select email, guest_token, guest_ended_at from "user" order by id`,
  );
  expect(rows).toEqual([
    { email: "ada@school.org", guest_token: null, guest_ended_at: null },
    { email: null, guest_token: "token", guest_ended_at: null },
  ]);
  const kept = await client.query("select tries from variant");
  expect(kept.rows).toEqual([{ tries: {} }]);
  const { rowCount } = await client.query("select from submission");
  expect(rowCount).toBe(3);
});

test("what was typed last to a part that was not asked for becomes its draft", async () => {
  const { rows } = await client.query("select part, response, other from draft order by part");
  expect(rows).toEqual([
    { part: "a", response: "edited", other: null },
    { part: "c", response: "typed", other: null },
  ]);
});
