import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { sealSession } from "@/lib/auth/session";
import { viewerOfToken } from "@/lib/auth/viewer";
import { keepBackup } from "@/lib/db/backup/keep-backup";
import { restore } from "@/lib/db/backup/restore";
import { writeBackup } from "@/lib/db/backup/write-backup";
import { db, disconnect } from "@/lib/db/client";
import { difference, MIGRATIONS, migrate } from "@/lib/db/migrate";
import { exerciseNamed, lesson, load, twice } from "./a-course";
import { aLearner, answer } from "./a-learner";
import { execute, onServer } from "./global-setup";
import { useDatabase } from "./use-database";

useDatabase();

let folder: string;
let whole: string;
/** Of a session that there was when the backup was made. */
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "chainrule-backup-"));
  whole = path.join(folder, "whole.backup.gz");
  await load({ maths: { "01-one": lesson(twice) } });
  const learner = await aLearner(awkward);
  await answer(learner, { two: awkward, three: "21" });
  await answer(learner, { two: "1", three: "2" });
  const who = { userId: learner.userId };
  const { id: courseId } = await db.course.findFirstOrThrow();
  const section = await db.section.create({
    data: { courseId, name: "λ", enrollments: { create: who }, invitations: { create: who } },
  });
  await db.auditEvent.create({
    data: { action: "person.added", sectionId: section.id, after: { campusId: awkward } },
  });
  const exerciseId = (await exerciseNamed("twice")).id;
  const lastAt = new Date("1999-12-31T23:59:59.123Z");
  await db.mistake.create({ data: { ...who, exerciseId, rule: awkward, count: 3, lastAt } });
  const card = { due: lastAt, stability: 0.1 + 0.2, difficulty: 1e-300, rating: 1, reps: 1 };
  await db.reviewCard.create({
    data: { ...who, courseId, skill: "s", reviewedAt: lastAt, ...card },
  });
  await db.rateLimit.create({ data: { key: awkward, points: 1, expire: 2n ** 53n + 1n } });
  token = await sealSession({ id: learner.userId, passwordHash: null });
  await writeBackup(process.env.DATABASE_URL!, whole);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** All that COPY gives a meaning to, and what looks like the end of a table. */
const awkward = "\\.\n\\N\t\r\n\\\\.\n\\.\n“λ” 🦆";

const withRows = [
  "course",
  "audit_event",
  "enrollment",
  "exercise",
  "exercise_version",
  "invitation",
  "lesson",
  "lesson_version",
  "mistake",
  "rate_limit",
  "review_card",
  "score",
  "section",
  "submission",
  "user",
  "variant",
];

/** A database of this name on the test server for as long as `use` takes. */
async function withDatabase<T>(name: string, use: (url: string) => Promise<T>): Promise<T> {
  await execute(inject("serverUrl"), `create database ${name}`);
  try {
    return await use(onServer(inject("serverUrl"), name));
  } finally {
    await execute(inject("serverUrl"), `drop database ${name} with (force)`);
  }
}

/** Every row of every table, in an order of their own. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const found = await client.query(`select t::text as row from "${name}" t order by 1`);
      rows[name] = found.rows.map(({ row }) => row);
    }
    return rows;
  } finally {
    await client.end();
  }
}

test("a backup restored into an empty database brings back every row of every table but the sessions, and the tables themselves", async () => {
  await withDatabase("restored", async (url) => {
    await restore(url, whole);
    const [before, after] = [await everything(process.env.DATABASE_URL!), await everything(url)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(before.session).toHaveLength(1);
    for (const [table, rows] of Object.entries({ ...before, session: [] }))
      expect(after[table], table).toEqual(rows);
    const filled = Object.keys(after).filter((table) => after[table]?.length);
    expect(filled).toEqual(expect.arrayContaining(withRows));
    expect(await difference(url, await readFile("prisma/schema.prisma", "utf8"))).toBe("");
    expect(await migrate(url)).toEqual([]);
  });
});

test("a session that was ended after the backup does not come back to life; whoever signs in again has everything", async () => {
  const before = process.env.DATABASE_URL!;
  expect(await viewerOfToken(token)).toMatchObject({ name: awkward });
  const { id } = (await viewerOfToken(token))!;
  await withDatabase("signed_out", async (url) => {
    await restore(url, whole);
    try {
      await disconnect();
      process.env.DATABASE_URL = url;
      expect(await viewerOfToken(token)).toBeNull();
      const again = await sealSession({ id, passwordHash: null });
      expect(await viewerOfToken(again)).toMatchObject({ id, name: awkward });
      expect(await db.submission.count({ where: { variant: { userId: id } } })).toBe(2);
    } finally {
      await disconnect();
      process.env.DATABASE_URL = before;
    }
  });
});

test("a database with anything in it is left as it is, unless it may be replaced", async () => {
  await withDatabase("held", async (url) => {
    await migrate(url);
    await execute(url, `insert into "user" (id, name) values (gen_random_uuid(), 'Ada')`);
    const before = await everything(url);
    await expect(restore(url, whole)).rejects.toThrow("The database is not empty");
    expect(await everything(url)).toEqual(before);
    await restore(url, whole, { replace: true });
    expect(await everything(url)).toEqual({
      ...(await everything(process.env.DATABASE_URL!)),
      session: [],
    });
  });
});

test("a database that Chainrule runs on is not restored", async () => {
  await db.user.count();
  await expect(restore(process.env.DATABASE_URL!, whole, { replace: true })).rejects.toThrow(
    "Chainrule is running on this database: stop it, then restore.",
  );
  await disconnect();
});

async function altered(name: string, alter: (text: string) => string): Promise<string> {
  const file = path.join(folder, name);
  const text = gunzipSync(await readFile(whole)).toString("utf8");
  await writeFile(file, gzipSync(alter(text)));
  return file;
}

test("a file that is no whole backup restores nothing, and is told in one sentence", async () => {
  const cut = path.join(folder, "cut.backup.gz");
  await writeFile(cut, await readFile(whole));
  await truncate(cut, 2_000);
  const words = path.join(folder, "words.txt");
  await writeFile(words, "These are words.\n");
  const wordsZipped = path.join(folder, "words.gz");
  await writeFile(wordsZipped, gzipSync("These are words.\n"));
  const empty = path.join(folder, "empty");
  await writeFile(empty, "");
  const cases: [file: string, said: RegExp][] = [
    [path.join(folder, "nowhere"), /^There is no file .*nowhere\.$/],
    [folder, /cannot be read \(EISDIR\)/],
    [words, /is no backup made with npm run backup/],
    [wordsZipped, /is no backup made with npm run backup/],
    [empty, /is damaged or cut short/],
    [cut, /is damaged or cut short: nothing was restored/],
    [await altered("shorter.gz", (text) => text.slice(0, -90)), /is damaged or cut short/],
    [
      await altered("edited.gz", (text) => text.replace("@school.test", "@other.test")),
      /is damaged/,
    ],
    [
      await altered("newer.gz", (text) => text.replace("_review", "_from_the_future")),
      /made by a newer Chainrule \(its database had the migration \w+_from_the_future\): update/,
    ],
    [
      await altered("format.gz", (text) => text.replace('"version":1', '"version":2')),
      /written by a newer Chainrule \(format 2\)/,
    ],
  ];
  await withDatabase("untouched", async (url) => {
    for (const [file, said] of cases) await expect(restore(url, file)).rejects.toThrow(said);
    expect(await everything(url)).toEqual({});
  });
});

test("a program that is older than its database says so and changes nothing", async () => {
  const older = path.join(folder, "older");
  const [first = ""] = (await readdir(MIGRATIONS)).sort();
  await mkdir(path.join(older, first), { recursive: true });
  const sql = await readFile(path.join(MIGRATIONS, first, "migration.sql"));
  await writeFile(path.join(older, first, "migration.sql"), sql);
  await expect(migrate(process.env.DATABASE_URL!, older)).rejects.toThrow(
    /^This database belongs to a newer Chainrule \(it has the migration \w+, which this one does not know\): update Chainrule, or use another database\.$/,
  );
});

test("a database in use can be backed up before its first new migration, and an empty one has nothing to lose", async () => {
  const more = path.join(folder, "more");
  await mkdir(path.join(more, "1_a"), { recursive: true });
  await writeFile(path.join(more, "1_a/migration.sql"), "create table a (n int);");
  const asked: string[] = [];
  const before = async (migration: string) => asked.push(migration);
  await withDatabase("upgraded", async (url) => {
    await migrate(url, more, before);
    await migrate(url, more, before);
    expect(asked).toEqual([]);
    await mkdir(path.join(more, "2_b"));
    await writeFile(path.join(more, "2_b/migration.sql"), "create table b (n int);");
    await migrate(url, more, before);
    expect(asked).toEqual(["2_b"]);
  });
});

test("of the backups made by themselves the newest five stay", async () => {
  const kept = path.join(folder, "kept");
  await mkdir(kept);
  const old = Array.from({ length: 5 }, (_, n) => `2026-01-0${n + 1}T000000Z-before-x.backup.gz`);
  for (const name of [...old, "my-own.backup.gz"]) await writeFile(path.join(kept, name), "");
  const made = await keepBackup(process.env.DATABASE_URL!, kept, "a_migration");
  expect((await readdir(kept)).sort()).toEqual(
    [...old.slice(1), path.basename(made), "my-own.backup.gz"].sort(),
  );
});
