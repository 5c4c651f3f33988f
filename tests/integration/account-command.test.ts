import { execFile } from "node:child_process";
import { beforeEach, expect, test } from "vitest";
import { listAccountChanges } from "@/lib/cohort/account-role";
import { db } from "@/lib/db/client";
import { useDatabase } from "./use-database";

useDatabase();

beforeEach(async () => {
  await db.$executeRaw`truncate "user", audit_event cascade`;
});

/** How npm run account ends with these words, and what it said. */
function account(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["lib/cli/account.mjs", ...words], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

const roleOf = async (email: string) =>
  (await db.user.findUniqueOrThrow({ where: { email } })).role;

/** Each command brings up a program of its own. */
const long = { timeout: 180_000 };

test(
  "the first admin is made at the command line, and the change is kept as nobody's",
  long,
  async () => {
    const ada = await db.user.create({ data: { name: "Ada", email: "ada@school.test" } });
    expect(await account("role", " Ada@School.test", "admin")).toMatchObject({
      code: 0,
      out: "The account ada@school.test has the role admin now.\n",
    });
    expect(await roleOf("ada@school.test")).toBe("admin");
    expect(await listAccountChanges(ada.id)).toMatchObject([
      { actor: null, before: { role: "student" }, after: { role: "admin" } },
    ]);

    const last = await account("role", "ada@school.test", "student");
    expect(last).toMatchObject({ code: 1, err: expect.stringMatching(/is the only admin/) });
    expect(await roleOf("ada@school.test")).toBe("admin");
  },
);

test(
  "an account that there is not, a role that there is not, and too few or too many words change nothing and say so",
  long,
  async () => {
    await db.user.create({ data: { name: "Ada", email: "ada@school.test" } });
    const nobody = await account("role", "bob@school.test", "admin");
    expect(nobody).toMatchObject({
      code: 1,
      err: expect.stringMatching(/No account has the email/),
    });
    for (const words of [
      ["role"],
      ["role", "ada@school.test", "owner"],
      ["release", "ada@school.test", "admin"],
    ]) {
      const said = await account(...words);
      expect(said, words.join(" ")).toMatchObject({
        code: 2,
        err: expect.stringMatching(/student\|instructor\|admin/),
      });
    }
    expect(await roleOf("ada@school.test")).toBe("student");
    expect(await db.auditEvent.count()).toBe(0);
  },
);
