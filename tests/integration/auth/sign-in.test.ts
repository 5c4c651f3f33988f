import { beforeEach, describe, expect, test, vi } from "vitest";
import { signIn, signUp } from "@/app/sign-in/actions";
import { authenticate } from "@/lib/auth/authenticate";
import { guestTokenOf } from "@/lib/auth/guest";
import { guestCookie } from "@/lib/auth/guest-cookie";
import { accountForVerifiedEmail, verifiedEmail } from "@/lib/auth/link-account";
import { hashPassword } from "@/lib/auth/password";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

const password = "correct horse battery";
const refusal = "No account has this email with this password.";

beforeEach(async () => {
  await db.$executeRaw`truncate "user", rate_limit cascade`;
});

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const empty = { values: {}, errors: {} };
const trySignIn = (fields: Record<string, string>) => signIn(empty, formOf(fields));
const trySignUp = (fields: Record<string, string>) =>
  signUp(empty, formOf({ name: "Ada", ...fields }));

const email = "ada@school.test";
const anAccount = async () =>
  db.user.create({ data: { name: "Ada", email, passwordHash: await hashPassword(password) } });

describe("signing up", () => {
  test("makes a student's account, signs in, and goes where the visitor was", async () => {
    const next = "/courses/backpropagation";
    expect(await endOf(trySignUp({ email, password, next }))).toBe(next);
    expect(await getViewer()).toMatchObject({ name: "Ada", email, role: "student" });
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { email } });
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    expect(passwordHash).not.toContain(password);
  });

  test("keeps an email in lower case, however it was typed", async () => {
    await endOf(trySignUp({ email: "  Ada@School.TEST ", password }));
    expect(await db.user.findUnique({ where: { email } })).not.toBeNull();
  });

  test("asks for a role or an id to no avail", async () => {
    await endOf(trySignUp({ email, password, role: "admin", id: "1" }));
    expect(await getViewer()).toMatchObject({ role: "student" });
  });

  test("says under each field what to mend, keeps what was typed, and never the password", async () => {
    const state = await trySignUp({ name: " ", email: "nonsense", password: "short" });
    expect(Object.keys(state.errors).sort()).toEqual(["email", "name", "password"]);
    expect(JSON.stringify(state)).not.toContain("short");
    expect(state.values.email).toBe("nonsense");
    expect(await db.user.count()).toBe(0);
  });

  test("with an email that has an account and another password changes nothing and does not sign in", async () => {
    const { passwordHash } = await anAccount();
    const state = await trySignUp({ name: "Mallory", email, password: "another password" });
    expect(state.errors.form).toMatch(/^No account could be made with this email\./);
    expect(request.cookies.size).toBe(0);
    expect(await db.user.findMany()).toMatchObject([{ name: "Ada", passwordHash }]);
  });

  test("with an email that has an account and its own password signs in to it", async () => {
    const { id } = await anAccount();
    expect(await endOf(trySignUp({ name: "Ada again", email, password }))).toBe("/");
    expect(await getViewer()).toMatchObject({ id, name: "Ada" });
  });

  test("several times at once makes one account", async () => {
    const tries = Array.from({ length: 5 }, () => endOf(trySignUp({ email, password })));
    expect(await Promise.all(tries)).toEqual(["/", "/", "/", "/", "/"]);
    expect(await db.user.count()).toBe(1);
  });
});

describe("signing in", () => {
  test("with the right password signs in, however the email is typed", async () => {
    const { id } = await anAccount();
    expect(await endOf(trySignIn({ email: " ADA@school.test", password }))).toBe("/");
    expect(await getViewer()).toMatchObject({ id });
  });

  test("with a wrong password and with an unknown email says one and the same", async () => {
    await anAccount();
    const wrong = await trySignIn({ email, password: "wrong" });
    const unknown = await trySignIn({ email: "bob@school.test", password: "wrong" });
    expect(wrong.errors).toEqual({ form: refusal });
    expect(unknown.errors).toEqual(wrong.errors);
    expect(request.cookies.size).toBe(0);
  });

  test("to an account without a password, which a provider opens, is refused with the same words", async () => {
    await db.user.create({ data: { name: "Ada", email } });
    for (const typed of ["anything", "undefined", "null"]) {
      expect((await trySignIn({ email, password: typed })).errors).toEqual({ form: refusal });
    }
  });

  test("leads to no other site", async () => {
    await anAccount();
    for (const next of ["//evil.test", "/\\evil.test", "https://evil.test"]) {
      expect(await endOf(trySignIn({ email, password, next }))).toBe("/");
    }
  });

  test("gives the account what this browser's guest answered", async () => {
    const { id } = await anAccount();
    const guestToken = guestTokenOf("a cookie");
    const guest = await db.user.create({ data: { name: "Guest", guestToken } });
    request.cookies.set(guestCookie, "a cookie");
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
    expect(await db.user.findMany()).toMatchObject([{ id }]);
    expect(await db.user.findUnique({ where: { id: guest.id } })).toBeNull();
  });
});

describe("too many tries", () => {
  const from = (address: string) => {
    request.headers = new Headers({ "x-forwarded-for": address });
  };

  test("after ten wrong passwords even the right one has to wait, and the message says how long", async () => {
    await anAccount();
    for (let i = 0; i < 10; i++) {
      from(`10.0.0.${i}`);
      expect((await trySignIn({ email, password: "wrong" })).errors).toEqual({ form: refusal });
    }
    const { errors } = await trySignIn({ email, password });
    expect(errors.form).toBe(
      "There were too many tries to sign in. Please try again in 15 minutes.",
    );
    expect(request.cookies.size).toBe(0);
  });

  test("an unknown email is limited as a known one is", async () => {
    for (let i = 0; i < 10; i++) await trySignIn({ email, password: "wrong" });
    expect((await trySignIn({ email, password: "wrong" })).errors.form).toMatch(/too many tries/);
  });

  test("signing up is no way round", async () => {
    await anAccount();
    for (let i = 0; i < 10; i++) await trySignUp({ email, password: `wrong password ${i}` });
    expect((await trySignUp({ email, password })).errors.form).toMatch(/too many tries/);
    expect((await trySignIn({ email, password })).errors.form).toMatch(/too many tries/);
  });

  test("other people are not kept waiting by them", async () => {
    await anAccount();
    for (let i = 0; i < 11; i++) await trySignIn({ email: "bob@school.test", password: "wrong" });
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
  });

  test("a right password starts the count anew", async () => {
    await anAccount();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 6; i++) await trySignIn({ email, password: "wrong" });
      expect(await endOf(trySignIn({ email, password }))).toBe("/");
    }
  });

  test("tries sent all at once are counted each", async () => {
    await anAccount();
    const tries = Array.from({ length: 20 }, () =>
      authenticate({ email, password: "wrong" }, new Headers()),
    );
    const outcomes = (await Promise.all(tries)).map(({ status }) => status);
    expect(outcomes.filter((status) => status === "refused")).toHaveLength(10);
    expect(outcomes.filter((status) => status === "wait")).toHaveLength(10);
  });

  test("the table of counts holds no emails", async () => {
    await trySignIn({ email, password: "wrong" });
    expect(JSON.stringify((await db.rateLimit.findMany()).map(({ key }) => key))).not.toContain(
      email,
    );
  });
});

describe("a session", () => {
  test("ends when the password changes", async () => {
    const ada = await anAccount();
    const token = await sealSession(ada);
    expect(await viewerOfToken(token)).toMatchObject({ id: ada.id });
    const passwordHash = await hashPassword(password);
    await db.user.update({ where: { id: ada.id }, data: { passwordHash } });
    expect(await viewerOfToken(token)).toBeNull();
  });

  test("tells the role and name of this moment, not of its beginning", async () => {
    const ada = await anAccount();
    request.cookies.set(sessionCookieName(), await sealSession(ada));
    await db.user.update({ where: { id: ada.id }, data: { role: "admin", name: "Ada L." } });
    expect(await getViewer()).toMatchObject({ role: "admin", name: "Ada L." });
  });

  test("of an account that is gone is nobody's", async () => {
    const ada = await anAccount();
    const token = await sealSession(ada);
    await db.user.delete({ where: { id: ada.id } });
    expect(await viewerOfToken(token)).toBeNull();
  });
});

describe("a provider", () => {
  test("vouches for an email or it is not taken", () => {
    const account = { type: "oauth", provider: "oidc", providerAccountId: "1" } as const;
    const said = (profile: object) => verifiedEmail(account, profile);
    expect(said({ email: "Ada@School.test", email_verified: true })).toBe(email);
    for (const email_verified of [false, undefined, "true", 1]) {
      expect(said({ email, email_verified })).toBeNull();
    }
    expect(said({ email_verified: true })).toBeNull();
    expect(verifiedEmail({ ...account, type: "credentials" }, { email })).toBeNull();
    expect(verifiedEmail(null, { email })).toBeNull();
  });

  test("opens the account that has the email, and a password nobody proved is dropped with its sessions", async () => {
    const stranger = await anAccount();
    const token = await sealSession(stranger);
    const { id, passwordHash } = await accountForVerifiedEmail(email, "The real Ada");
    expect({ id, passwordHash }).toEqual({ id: stranger.id, passwordHash: null });
    expect(await viewerOfToken(token)).toBeNull();
    expect((await trySignIn({ email, password })).errors).toEqual({ form: refusal });
  });

  test("opens the same account at each sign-in, and a session of before goes on", async () => {
    const first = await accountForVerifiedEmail(email, "Ada");
    const token = await sealSession(first);
    const again = await accountForVerifiedEmail(email, "Another name");
    expect(again).toEqual(first);
    expect(await viewerOfToken(token)).toMatchObject({
      id: first.id,
      name: "Ada",
      role: "student",
    });
  });
});
