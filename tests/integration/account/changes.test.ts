import { beforeEach, describe, expect, test, vi } from "vitest";
import { newEmail, newPassword, saveName, saveReading } from "@/app/account/actions";
import { beginLinking, unlinkProvider } from "@/app/account/provider-actions";
import { takeEmail } from "@/app/confirm-email/actions";
import { changeEmail } from "@/app/people/[person]/actions";
import { signOutEverywhere } from "@/app/sign-out";
import { changePassword } from "@/lib/account/password";
import { sendAccountMail } from "@/lib/account/send-account-mail";
import { noteLinked } from "@/lib/account/ways-in";
import { authenticate } from "@/lib/auth/authenticate";
import { link } from "@/lib/auth/identity";
import { takeLinking } from "@/lib/auth/linking";
import { hashPassword } from "@/lib/auth/password";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
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

const [password, fresh] = ["correct horse battery", "four other random words"];
let ada: User;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", rate_limit, audit_event cascade`;
  await db.$executeRaw`delete from graphile_worker._private_jobs`.catch(() => {});
  const passwordHash = await hashPassword(password);
  ada = await db.user.create({ data: { name: "Ada", email: "ada@school.test", passwordHash } });
  request.cookies.set(sessionCookieName(), await sealSession(ada));
});

const adaNow = () => db.user.findUniqueOrThrow({ where: { id: ada.id } });
const actions = async () =>
  (await db.auditEvent.findMany({ orderBy: { at: "asc" } })).map(({ action }) => action);

async function deliver(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: AccountMail }[]>`
    delete from graphile_worker._private_jobs returning payload`;
  for (const { payload } of jobs) await sendAccountMail(payload);
}

const linkIn = (text = "") => /\/confirm-email\/([\w-]+)/.exec(text)?.[1] ?? "";

test("a name is changed, and kept plain", async () => {
  expect(await endOf(saveName(untouched, aForm({ name: " Ada \u202e Lovelace " })))).toMatch(
    /said/,
  );
  expect(await adaNow()).toMatchObject({ name: "Ada Lovelace" });
  expect(await saveName(untouched, aForm({ name: "\u200b" }))).toMatchObject({
    errors: { name: expect.any(String) },
  });
  expect(await actions()).toEqual(["account.name"]);
});

test("a time zone and a decimal comma are kept, and nothing that is neither", async () => {
  const save = (timeZone: string, decimals: string) =>
    saveReading(untouched, aForm({ timeZone, decimals }));
  await endOf(save("Europe/Berlin", "comma"));
  expect(await getViewer()).toMatchObject({ timeZone: "Europe/Berlin", decimalComma: true });
  expect(await save("Mars/Base", "comma")).toMatchObject({
    errors: { timeZone: expect.any(String) },
  });
  expect(await save("", "dot")).toMatchObject({ errors: { decimals: expect.any(String) } });
  await endOf(save("", "point"));
  expect(await adaNow()).toMatchObject({ timeZone: null, decimalComma: false });
});

describe("a new email", () => {
  const ask = (email: string, typed = password) =>
    newEmail(untouched, aForm({ email, password: typed }));

  test("is the account's once its owner follows the link that it was sent, and the old one is told", async () => {
    expect(await ask("New@school.test")).toMatchObject({ done: expect.any(String) });
    expect(await adaNow()).toMatchObject({ email: "ada@school.test" });
    await deliver();
    expect(mailbox.received.map(({ to }) => to)).toEqual(["new@school.test"]);
    const token = linkIn(mailbox.received[0]?.text);
    expect(await endOf(takeEmail(untouched, aForm({ token })))).toBe("/account?said=email");
    expect(await adaNow()).toMatchObject({ email: "new@school.test" });
    expect(await takeEmail(untouched, aForm({ token }))).toMatchObject({
      errors: { form: expect.stringMatching(/has been used/) },
    });
    await deliver();
    expect(mailbox.received.at(-1)).toMatchObject({ to: "ada@school.test" });
    expect(await actions()).toEqual(["account.email"]);
  });

  test("needs the password", async () => {
    expect(await ask("new@school.test", "not the password")).toMatchObject({
      values: { email: "new@school.test" },
      errors: { password: expect.any(String) },
    });
  });

  test("that another account has is asked for in the same words; who reads its mail is told", async () => {
    await db.user.create({ data: { name: "Bo", email: "bo@school.test" } });
    const [taken, free] = [await ask("bo@school.test"), await ask("free@school.test")];
    expect(taken.done?.replace("bo@", "free@")).toBe(free.done);
    await ask("bo@school.test");
    await deliver();
    const token = linkIn(mailbox.received.find(({ to }) => to === "bo@school.test")?.text);
    expect(await takeEmail(untouched, aForm({ token }))).toMatchObject({
      errors: { form: expect.stringMatching(/Another account/) },
    });
    expect(await adaNow()).toMatchObject({ email: "ada@school.test" });
  });

  test("asked for by who knew the old password is not to be had once there is a new one, sent late too", async () => {
    await ask("mallory@school.test");
    await changePassword(ada.id, fresh);
    await deliver();
    expect(mailbox.received.map(({ to }) => to)).toEqual(["ada@school.test"]);
  });

  test("is told to be somebody else's to who opens the link signed in to another account", async () => {
    await ask("new@school.test");
    await deliver();
    const bo = await db.user.create({ data: { name: "Bo", email: "bo@school.test" } });
    request.cookies.set(sessionCookieName(), await sealSession(bo));
    const token = linkIn(mailbox.received[0]?.text);
    expect(await endOf(takeEmail(untouched, aForm({ token })))).toBe(
      "/account?said=email-elsewhere",
    );
    expect(await adaNow()).toMatchObject({ email: "new@school.test" });
  });

  test("goes out to five addresses an hour", async () => {
    for (let i = 0; i < 5; i++) expect(await ask(`a${i}@school.test`)).toHaveProperty("done");
    expect((await ask("a6@school.test")).errors.form).toMatch(/Try again in/);
  });

  test("is set by an admin with a reason, where no mail is sent too", async () => {
    vi.stubEnv("SMTP_URL", "");
    const form = (email: string) => aForm({ person: ada.id, email, reason: "Married" });
    expect(await endOf(changeEmail(untouched, form("x@school.test")))).toBe("404");
    const admin = await db.user.create({
      data: { name: "Root", email: "root@school.test", role: "admin" },
    });
    request.cookies.set(sessionCookieName(), await sealSession(admin));
    expect(await changeEmail(untouched, form("root@school.test"))).toMatchObject({
      errors: { email: expect.any(String) },
    });
    expect(await endOf(changeEmail(untouched, form("x@school.test")))).toMatch(/changed=email$/);
    expect(await adaNow()).toMatchObject({ email: "x@school.test" });
    expect(await db.auditEvent.findMany()).toMatchObject([
      {
        action: "account.email",
        actorId: admin.id,
        personId: ada.id,
        reason: "Married",
        before: { email: "ada@school.test" },
      },
    ]);
  });
});

describe("a new password", () => {
  const change = (typed: string, next = fresh) =>
    newPassword(untouched, aForm({ password: typed, next }));

  test("takes the old one, signs every other browser out, and keeps this one in", async () => {
    const elsewhere = await sealSession(ada);
    expect(await change("not the password")).toMatchObject({
      errors: { password: expect.any(String) },
    });
    expect(await viewerOfToken(elsewhere)).not.toBeNull();
    expect(await endOf(change(password))).toBe("/account?said=password");
    expect(await viewerOfToken(elsewhere)).toBeNull();
    expect(await getViewer()).toMatchObject({ id: ada.id });
    expect(await actions()).toEqual(["account.password"]);
  });

  test("is not guessed at: ten wrong ones and it has to wait, as at signing in", async () => {
    for (let i = 0; i < 10; i++) await change(`wrong ${i}`);
    expect((await change(password)).errors.form).toMatch(/too many attempts/);
    const visitor = { address: "unknown" };
    expect((await authenticate({ email: "ada@school.test", password }, visitor)).status).toBe(
      "wait",
    );
  });

  test("is set for an account that has none by who signed in just now, and by nobody else", async () => {
    ada = await db.user.update({ where: { id: ada.id }, data: { passwordHash: null } });
    request.cookies.set(sessionCookieName(), await sealSession(ada));
    await db.session.updateMany({ data: { createdAt: new Date(Date.now() - 11 * 60_000) } });
    expect((await change("")).errors.form).toMatch(/more than 10 minutes ago/);
    request.cookies.set(sessionCookieName(), await sealSession(ada));
    expect(await endOf(change(""))).toBe("/account?said=password");
  });
});

test("signing out everywhere ends all sessions and is kept", async () => {
  const elsewhere = await sealSession(ada);
  await endOf(signOutEverywhere());
  expect(await viewerOfToken(elsewhere)).toBeNull();
  expect(await actions()).toEqual(["account.signed-out"]);
});

describe("a provider", () => {
  const campus = { issuer: "https://login.school.test", subject: "42" };

  beforeEach(async () => {
    vi.stubEnv("OIDC_ISSUER", campus.issuer);
    vi.stubEnv("OIDC_CLIENT_ID", "chainrule");
    vi.stubEnv("OIDC_CLIENT_SECRET", "secret");
    await link(campus, ada.id);
  });

  const take = (one = campus) => unlinkProvider(untouched, aForm(one));

  test("is unlinked where a password is left, and stays where it is the only way in", async () => {
    await db.user.update({ where: { id: ada.id }, data: { passwordHash: null } });
    const signIn = async () =>
      request.cookies.set(sessionCookieName(), await sealSession(await adaNow()));
    await signIn();
    expect((await take()).errors.form).toMatch(/only way/);
    // A provider that signs nobody in here any more is no way in.
    const gone = { issuer: "https://gone.test", subject: "1" };
    await link(gone, ada.id);
    expect((await take()).errors.form).toMatch(/only way/);
    expect(await endOf(take(gone))).toBe("/account?said=unlinked");
    await db.user.update({ where: { id: ada.id }, data: { passwordHash: ada.passwordHash } });
    await signIn();
    expect(await endOf(take())).toBe("/account?said=unlinked");
    expect(await db.identity.count()).toBe(0);
  });

  test("that was linked is told to the account's owner", async () => {
    await noteLinked(ada.id, "https://github.com");
    await deliver();
    expect(mailbox.received[0]).toMatchObject({
      to: "ada@school.test",
      text: expect.stringContaining("just linked"),
    });
  });

  test("of another account is not there to be unlinked", async () => {
    const bo = await db.user.create({ data: { name: "Bo", email: "bo@school.test" } });
    const theirs = { ...campus, subject: "43" };
    await link(theirs, bo.id);
    await endOf(take(theirs));
    expect(await db.identity.count()).toBe(2);
  });

  test("of two taken at once, the last way in stays", async () => {
    const second = { ...campus, subject: "43" };
    await link(second, ada.id);
    await db.user.update({ where: { id: ada.id }, data: { passwordHash: null } });
    request.cookies.set(sessionCookieName(), await sealSession(await adaNow()));
    await Promise.all([endOf(take()), endOf(take(second))]);
    expect(await db.identity.count()).toBe(1);
  });

  test("is linked to who asked for it with their password, once, and only while they are signed in", async () => {
    const begin = (typed: string) =>
      beginLinking(untouched, aForm({ provider: "oidc", password: typed }));
    expect(await begin("wrong")).toMatchObject({ errors: { password: expect.any(String) } });
    expect(await takeLinking()).toBeNull();
    expect(await begin(password)).toMatchObject({ done: "oidc" });
    expect(await takeLinking()).toBe(ada.id);
    expect(await takeLinking()).toBeNull();
    await begin(password);
    request.cookies.delete(sessionCookieName());
    expect(await takeLinking()).toBeNull();
  });
});
