import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { makeResetLink } from "@/app/people/[person]/actions";
import { choosePassword, sendResetLink } from "@/app/reset-password/actions";
import { findLink, makeLink } from "@/lib/account/one-time-link";
import { askReset } from "@/lib/account/reset/ask-reset";
import { resetPassword } from "@/lib/account/reset/reset-password";
import { sendAccountMail } from "@/lib/account/send-account-mail";
import { authenticate } from "@/lib/auth/authenticate";
import { findLinked, link } from "@/lib/auth/identity";
import { hashPassword } from "@/lib/auth/password";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db, pool } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import type { AccountMail } from "@/lib/jobs/enqueue";
import { untouched } from "@/lib/ui/filled-form";
import { aForm } from "../a-fields";
import { useMailbox } from "../a-mailbox";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();
const mailbox = useMailbox();

const [old, fresh] = ["correct horse battery", "four other random words"];
let ada: User;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", rate_limit, audit_event cascade`;
  await db.$executeRaw`delete from graphile_worker._private_jobs`.catch(() => {});
  const passwordHash = await hashPassword(old);
  ada = await db.user.create({ data: { name: "Ada", email: "ada@school.test", passwordHash } });
});

const signsIn = async (password: string) =>
  (await authenticate({ email: "ada@school.test", password }, { address: randomUUID() })).status;

const ask = (email: string) => sendResetLink(untouched, aForm({ email }));

/** Does the mails that wait, as the job does. */
async function deliver(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: AccountMail }[]>`
    delete from graphile_worker._private_jobs returning payload`;
  for (const { payload } of jobs) await sendAccountMail(payload);
}

const tokenIn = (text: string) => /\/reset-password\/([\w-]+)/.exec(text)?.[1] ?? "";

describe("a forgotten password", () => {
  test("is chosen anew by the link in the mail, which signs in and ends every session there was", async () => {
    const before = await sealSession(ada);
    expect(await ask(" Ada@School.test ")).toMatchObject({ done: expect.stringMatching(/^If an/) });
    await deliver();
    const [mail] = mailbox.received;
    expect(mail).toMatchObject({ to: "ada@school.test" });
    expect(mail?.text).toContain("https://chainrule.school.test/reset-password/");
    const token = tokenIn(mail!.text);
    expect(await endOf(choosePassword(untouched, aForm({ token, password: fresh })))).toMatch(
      /^\/account/,
    );
    expect(await getViewer()).toMatchObject({ id: ada.id });
    expect(await viewerOfToken(before)).toBeNull();
    expect([await signsIn(old), await signsIn(fresh)]).toEqual(["refused", "signed-in"]);
    await deliver();
    expect(mailbox.received.at(-1)?.text).toContain("Your password was changed");
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: "account.reset", actorId: ada.id, personId: ada.id },
    ]);
  });

  test("is asked for in the same words and the same statements whether or not an account has the email", async () => {
    const said = async (email: string) => {
      const query = vi.spyOn(pool, "query");
      const raw = vi.spyOn(db, "$executeRaw");
      const { done } = await ask(email);
      const statements = [query.mock.calls.length, raw.mock.calls.length];
      query.mockRestore();
      raw.mockRestore();
      return [done?.replace(email, "…"), ...statements];
    };
    await said("first@school.test");
    expect(await said("nobody@school.test")).toEqual(await said("ada@school.test"));
    await deliver();
    expect(mailbox.received.map(({ to }) => to)).toEqual(["ada@school.test"]);
  });

  test("takes as long for an email without an account as for one with it", async () => {
    const address = "192.0.2.1";
    await askReset("warm@school.test", address);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 25; i++) {
      const email = `p${i}@school.test`;
      await db.user.create({ data: { name: "P", email } });
      for (const [who, to] of [
        ["known", email],
        ["unknown", `q${i}@school.test`],
      ] as const) {
        const begun = performance.now();
        await askReset(to, address);
        times[who].push(performance.now() - begun);
      }
    }
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[12]!;
    expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.5);
    expect(median(times.known) / median(times.unknown)).toBeLessThan(2);
  });

  test("can be asked for five times an hour for one email, with or without an account", async () => {
    for (const email of ["ada@school.test", "nobody@school.test"]) {
      for (let i = 0; i < 5; i++) expect(await ask(email)).toHaveProperty("done");
      const sixth = await ask(email);
      expect(sixth.done).toBeUndefined();
      expect(sixth.errors.form).toMatch(/try again in 60 minutes/);
    }
  });

  test("says whom to ask where no mail is sent", async () => {
    vi.stubEnv("SMTP_URL", "");
    expect(await ask("ada@school.test")).toMatchObject({
      errors: { form: expect.stringMatching(/Ask an admin/) },
    });
  });
});

describe("a link for a new password", () => {
  test("works once, and of two at once only one goes through", async () => {
    const token = await makeLink(ada.id, "reset");
    const both = await Promise.all([
      resetPassword(token, fresh),
      resetPassword(token, "another one"),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["gone", "reset"]);
    expect(await resetPassword(token, "a third password")).toEqual({ status: "gone" });
  });

  test("works for an hour, and no longer once a newer one is made or the password is changed", async () => {
    const first = await makeLink(ada.id, "reset");
    const second = await makeLink(ada.id, "reset");
    expect(await findLink(first, "reset")).toBeNull();
    expect(await findLink(second, "reset")).toMatchObject({ userId: ada.id });
    await db.oneTimeLink.updateMany({ data: { endsAt: new Date(Date.now() - 1000) } });
    expect(await resetPassword(second, fresh)).toEqual({ status: "gone" });
    expect(await signsIn(old)).toBe("signed-in");
  });

  test("that was made up, cut or made for an email does nothing", async () => {
    const token = await makeLink(ada.id, "reset");
    const other = await makeLink(ada.id, "email", { email: "new@school.test" });
    for (const wrong of ["", "x", token.slice(1), `${token}A`, other, "' or true --"])
      expect(await resetPassword(wrong, fresh), wrong).toEqual({ status: "gone" });
    expect(await signsIn(old)).toBe("signed-in");
  });

  test("is kept as a hash, so that a copy of the table opens nothing", async () => {
    const token = await makeLink(ada.id, "reset");
    const rows = await db.oneTimeLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await findLink(rows[0]!.hash, "reset")).toBeNull();
  });

  test("unlinks what somebody else may have linked who signed up with the email first", async () => {
    await link({ issuer: "https://github.com", subject: "mallory" }, ada.id);
    expect((await resetPassword(await makeLink(ada.id, "reset"), fresh)).status).toBe("reset");
    expect(await findLinked({ issuer: "https://github.com", subject: "mallory" })).toBeNull();
  });

  test("is not used up by a password that is refused", async () => {
    const token = await makeLink(ada.id, "reset");
    for (const password of ["short", "password1234"])
      expect(await choosePassword(untouched, aForm({ token, password }))).toMatchObject({
        errors: { password: expect.any(String) },
      });
    expect((await resetPassword(token, fresh)).status).toBe("reset");
  });

  test("is made by an admin, who is kept with it, and by nobody else", async () => {
    const admin = await db.user.create({
      data: { name: "Root", email: "root@school.test", role: "admin" },
    });
    request.cookies.set(sessionCookieName(), await sealSession(ada));
    const none = { link: null };
    const person = aForm({ person: ada.id });
    expect(await endOf(makeResetLink(none, person))).toBe("404");
    request.cookies.set(sessionCookieName(), await sealSession(admin));
    const { link } = await makeResetLink(none, person);
    expect(await findLink(tokenIn(link ?? ""), "reset")).toMatchObject({ userId: ada.id });
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: "account.reset-link", actorId: admin.id, personId: ada.id },
    ]);
    const guest = await db.user.create({ data: { name: "Guest", guestToken: "x" } });
    for (const id of [guest.id, randomUUID(), "nonsense"])
      expect(await makeResetLink(none, aForm({ person: id }))).toMatchObject({ link: null });
  });

  test("is sent again where the mail server cannot take it now, and not where it never will", async () => {
    mailbox.refuses = 451;
    const asked = { about: "reset", email: "ada@school.test" } as const;
    const failure = sendAccountMail(asked);
    await expect(failure).rejects.toThrow(/took no mail/);
    await expect(failure).rejects.not.toThrow(/ada@/);
    mailbox.refuses = 550;
    await sendAccountMail(asked);
    mailbox.refuses = null;
    await sendAccountMail(asked, new Date(Date.now() - 2 * 60 * 60_000));
    expect(mailbox.received).toEqual([]);
  });
});
