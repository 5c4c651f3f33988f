import { beforeEach, describe, expect, test, vi } from "vitest";
import { signIn, signUp } from "@/app/sign-in/actions";
import { signOut, signOutEverywhere } from "@/app/sign-out";
import { authenticate } from "@/lib/auth/authenticate";
import { deviceCookieName } from "@/lib/auth/device";
import { findGuest, guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, newGuestToken } from "@/lib/auth/guest-cookie";
import { hashPassword } from "@/lib/auth/password";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

const password = "correct horse battery";
const refusal = "That email and password don’t match any account.";

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

  test("folds the letters A to Z of an email and no others: the sign of the kelvin is nobody's k", async () => {
    await db.user.create({ data: { name: "Kim", email: "kim@school.test" } });
    for (const typed of ["\u212Aim@school.test", "kim@school.te\uFF53t", "\uFB01n@school.test"]) {
      expect((await trySignUp({ email: typed, password })).errors.email).toMatch(
        /looks like another/,
      );
    }
    expect(await endOf(trySignUp({ email: "JÜRGEN@Schule.test", password }))).toBe("/");
    expect(await getViewer()).toMatchObject({ email: "jÜrgen@schule.test" });
  });

  test.each([
    "password123",
    "Qwertyuiop",
    "1234567890",
    "Password2024!",
    "aaaaaaaaaaaa",
    "ababababab",
  ])("with %s is refused: it is one of the first that anybody would try", async (common) => {
    const { errors } = await trySignUp({ email, password: common });
    expect(errors).toEqual({ password: expect.stringMatching(/first that attackers try/) });
    expect(await db.user.count()).toBe(0);
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
    expect(state.errors.form).toMatch(/^We couldn’t create an account with this email\./);
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
    const cookie = newGuestToken();
    const guestToken = guestTokenOf(cookie);
    await db.user.create({ data: { name: "Guest", guestToken } });
    request.cookies.set(guestCookieName(), cookie);
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
    expect((await getViewer())?.id).toBe(id);
    expect(await findGuest(cookie)).toEqual({ status: "ended" });
  });
});

describe("too many attempts", () => {
  const from = (address: string) => {
    request.headers = new Headers({ "x-forwarded-for": address });
  };

  test("from one place have to wait, even with the right password, and are told how long", async () => {
    await anAccount();
    for (let i = 0; i < 10; i++) {
      expect((await trySignIn({ email, password: "wrong" })).errors).toEqual({ form: refusal });
    }
    const { errors } = await trySignIn({ email, password });
    expect(errors.form).toBe(
      "There were too many attempts to sign in. Please try again in 15 minutes.",
    );
    expect(request.cookies.size).toBe(0);
  });

  test("by a stranger keep the owner out neither elsewhere nor, in a browser of theirs, at the same school", async () => {
    await anAccount();
    from("10.0.0.1");
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
    const owners = new Map(request.cookies);
    request.cookies.clear();
    for (let i = 0; i < 12; i++) await trySignIn({ email, password: "wrong" });
    expect((await trySignIn({ email, password })).errors.form).toMatch(/too many attempts/);
    from("10.0.0.2");
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
    from("10.0.0.1");
    request.cookies = new Map([[deviceCookieName(), owners.get(deviceCookieName()) ?? ""]]);
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
  });

  test("by strangers from everywhere slow new browsers down, and never one that the owner knows", async () => {
    await anAccount();
    await endOf(trySignIn({ email, password }));
    const device = request.cookies.get(deviceCookieName());
    request.cookies.clear();
    const strangers = Array.from({ length: 101 }, (_, i) => ({ address: `10.1.0.${i}` }));
    const wrong = { email, password: "wrong" };
    await Promise.all(strangers.map((visitor) => authenticate(wrong, visitor)));
    const right = { email, password };
    const elsewhere = await authenticate(right, { address: "10.2.0.1" });
    expect(elsewhere).toMatchObject({ status: "wait" });
    const known = await authenticate(right, { address: "10.1.0.7", device });
    expect(known).toMatchObject({ status: "signed-in" });
  });

  test("from a browser that the account knows are counted too, and knowing one account is no key to another", async () => {
    await anAccount();
    const bob = "bob@school.test";
    await db.user.create({ data: { name: "Bob", email: bob } });
    await endOf(trySignIn({ email, password }));
    const visitor = { address: "10.0.0.1", device: request.cookies.get(deviceCookieName()) };
    for (const tried of [email, bob]) {
      const tries = Array.from({ length: 12 }, () =>
        authenticate({ email: tried, password: "wrong" }, visitor),
      );
      const waits = (await Promise.all(tries)).filter(({ status }) => status === "wait");
      expect(waits, tried).toHaveLength(2);
    }
  });

  test("with a made-up device cookie gain nothing", async () => {
    await anAccount();
    const tries = Array.from({ length: 12 }, (_, i) => {
      const device = `${String(i).padStart(24, "a")}.${"0".repeat(32)}`;
      return authenticate({ email, password: "wrong" }, { address: "10.0.0.1", device });
    });
    const waits = (await Promise.all(tries)).filter(({ status }) => status === "wait");
    expect(waits).toHaveLength(2);
  });

  test("from the many addresses of one IPv6 network are one place's", async () => {
    const tries = Array.from({ length: 12 }, (_, i) =>
      authenticate({ email, password: "wrong" }, { address: `2001:db8:1:2::${i + 1}` }),
    );
    const waits = (await Promise.all(tries)).filter(({ status }) => status === "wait");
    expect(waits).toHaveLength(2);
  });

  test("at an unknown email are limited as at a known one", async () => {
    for (let i = 0; i < 10; i++) await trySignIn({ email, password: "wrong" });
    expect((await trySignIn({ email, password: "wrong" })).errors.form).toMatch(
      /too many attempts/,
    );
  });

  test("go no way round by signing up", async () => {
    await anAccount();
    for (let i = 0; i < 10; i++) await trySignUp({ email, password: `wrong password ${i}` });
    expect((await trySignUp({ email, password })).errors.form).toMatch(/too many attempts/);
    expect((await trySignIn({ email, password })).errors.form).toMatch(/too many attempts/);
  });

  test("keep no other people waiting", async () => {
    await anAccount();
    for (let i = 0; i < 11; i++) await trySignIn({ email: "bob@school.test", password: "wrong" });
    expect(await endOf(trySignIn({ email, password }))).toBe("/");
  });

  test("start anew with a right password", async () => {
    await anAccount();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 6; i++) await trySignIn({ email, password: "wrong" });
      expect(await endOf(trySignIn({ email, password }))).toBe("/");
    }
  });

  test("sent all at once are counted each", async () => {
    await anAccount();
    const tries = Array.from({ length: 20 }, () =>
      authenticate({ email, password: "wrong" }, { address: "10.0.0.1" }),
    );
    const outcomes = (await Promise.all(tries)).map(({ status }) => status);
    expect(outcomes.filter((status) => status === "refused")).toHaveLength(10);
    expect(outcomes.filter((status) => status === "wait")).toHaveLength(10);
  });

  test("are kept without an email or an address", async () => {
    await trySignIn({ email, password: "wrong" });
    const keys = JSON.stringify((await db.rateLimit.findMany()).map(({ key }) => key));
    expect(keys).not.toMatch(/ada|unknown/);
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

  test("ends on the server when its browser signs out, in every copy of its cookie; others go on", async () => {
    await anAccount();
    await endOf(trySignIn({ email, password }));
    const phone = request.cookies.get(sessionCookieName());
    request.cookies.clear();
    await endOf(trySignIn({ email, password }));
    const copied = request.cookies.get(sessionCookieName());
    expect(await viewerOfToken(copied)).toMatchObject({ email });
    expect(await endOf(signOut())).toBe("/");
    expect(request.cookies.get(sessionCookieName())).toBe("");
    expect(await viewerOfToken(copied)).toBeNull();
    expect(await viewerOfToken(phone)).toMatchObject({ email });
  });

  test("ends on every device at once, and nobody else's does", async () => {
    const ada = await anAccount();
    const bob = await db.user.create({ data: { name: "Bob", email: "bob@school.test" } });
    const [one, other, bobs] = [
      await sealSession(ada),
      await sealSession(ada),
      await sealSession(bob),
    ];
    request.cookies.set(sessionCookieName(), one);
    expect(await endOf(signOutEverywhere())).toBe("/");
    expect([await viewerOfToken(one), await viewerOfToken(other)]).toEqual([null, null]);
    expect(await viewerOfToken(bobs)).toMatchObject({ name: "Bob" });
  });

  test("of before ends where somebody signs in again, and every sign-in has another cookie", async () => {
    await anAccount();
    await endOf(trySignIn({ email, password }));
    const before = request.cookies.get(sessionCookieName());
    await endOf(trySignIn({ email, password }));
    const after = request.cookies.get(sessionCookieName());
    expect(after).not.toBe(before);
    expect(await viewerOfToken(before)).toBeNull();
    expect(await viewerOfToken(after)).toMatchObject({ email });
  });

  test("lasts thirty days, however long its cookie is kept", async () => {
    const ada = await anAccount();
    const token = await sealSession(ada);
    const createdAt = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    await db.session.updateMany({ where: { userId: ada.id }, data: { createdAt } });
    expect(await viewerOfToken(token)).toBeNull();
    await sealSession(ada);
    expect(await db.session.count({ where: { userId: ada.id } })).toBe(1);
  });

  test("of an account that is gone is nobody's", async () => {
    const ada = await anAccount();
    const token = await sealSession(ada);
    await db.user.delete({ where: { id: ada.id } });
    expect(await viewerOfToken(token)).toBeNull();
  });
});
