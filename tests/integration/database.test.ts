import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { db, disconnect, pool } from "@/lib/db/client";
import { difference, migrate } from "@/lib/db/migrate";
import { execute, onServer } from "./global-setup";
import { useDatabase } from "./use-database";

useDatabase();

test("the migrations say what the schema says", async () => {
  expect(
    await difference(process.env.DATABASE_URL!, await readFile("prisma/schema.prisma", "utf8")),
  ).toBe("");
});

test("several processes that migrate an empty database at once apply each migration once", async () => {
  const url = onServer(inject("serverUrl"), "migrated_together");
  await execute(inject("serverUrl"), "create database migrated_together");
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  await execute(inject("serverUrl"), "drop database migrated_together");
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
});

test("a migration edited after it was applied is refused by name", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "migrations-"));
  const url = onServer(inject("serverUrl"), "migration_edited");
  await execute(inject("serverUrl"), "create database migration_edited");
  await mkdir(path.join(folder, "1_first"));
  await writeFile(path.join(folder, "1_first/migration.sql"), "create table a (n int);");
  await migrate(url, folder);
  await writeFile(path.join(folder, "1_first/migration.sql"), "create table b (n int);");
  await expect(migrate(url, folder)).rejects.toThrow(/1_first was edited/);
  await execute(inject("serverUrl"), "drop database migration_edited");
  await rm(folder, { recursive: true });
});

test("db and pool speak to this file's database, and connect again after disconnect", async () => {
  await db.user.create({ data: { name: "Ada" } });
  await disconnect();
  const { rows } = await pool.query('select name from "user"');
  expect(rows).toEqual([{ name: "Ada" }]);
});
