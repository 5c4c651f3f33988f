import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { execute, onServer } from "./global-setup";

/** Gives a test file a database of its own, migrated and empty, behind DATABASE_URL. Call it once, at the top of the
 *  file; import `db`, `pool` and what uses them as usual: they connect at their first use, which must be in a test or
 *  a hook after this one.
 *
 *      useDatabase();
 *      test("…", async () => { await db.user.create({ data: { name: "Ada" } }); });
 */
export function useDatabase(): void {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const serverUrl = inject("serverUrl");
  beforeAll(async () => {
    await execute(serverUrl, `create database ${name} template ${inject("template")}`);
    process.env.DATABASE_URL = onServer(serverUrl, name);
    process.env.NEXTAUTH_SECRET ??= "the secret of a test run";
  });
  afterAll(async () => {
    await disconnect();
    await execute(serverUrl, `drop database ${name} with (force)`);
  });
}
