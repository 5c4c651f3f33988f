import { beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "@/lib/auth/authenticate";
import { findLinked, link, openAccount, personOf } from "@/lib/auth/identity";
import { hashPassword } from "@/lib/auth/password";
import { sealSession } from "@/lib/auth/session";
import { viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";

useDatabase();

beforeEach(async () => {
  await db.$executeRaw`truncate "user", rate_limit cascade`;
});

const email = "ada@school.test";
const password = "correct horse battery";
const ada = { issuer: "https://login.school.test", subject: "42", email, name: "Ada" };

const idOf = async (person: typeof ada) => {
  const opened = await openAccount(person);
  return opened.status === "opened" ? opened.account.id : opened.status;
};

const withPassword = async () =>
  db.user.create({ data: { name: "Ada", email, passwordHash: await hashPassword(password) } });

describe("who a provider says is there", () => {
  const account = { type: "oauth", provider: "oidc", providerAccountId: "42" } as const;
  const said = (profile: object) => personOf(account, { iss: ada.issuer, ...profile });

  test("is known by issuer and subject, and by an email only if it vouches for it", () => {
    const profile = { email: " Ada@School.test", email_verified: true, name: "Ada" };
    expect(said(profile)).toEqual(ada);
    for (const email_verified of [false, undefined, "true", 1]) {
      expect(said({ ...profile, email_verified })?.email).toBeNull();
    }
    expect(said({ email_verified: true })?.email).toBeNull();
    expect(said({ ...profile, email: "ad\u212A@school.test" })?.email).toBeNull();
  });

  test("is nobody where the answer names no issuer, or came by no provider", () => {
    expect(personOf(account, { email })).toBeNull();
    expect(personOf({ ...account, type: "credentials" }, { email })).toBeNull();
    expect(personOf(null, { email })).toBeNull();
  });

  test("is GitHub's where GitHub says so, whatever its profile says", () => {
    const github = { ...account, provider: "github" };
    const person = personOf(github, { iss: ada.issuer } as object);
    expect(person?.issuer).toBe("https://github.com");
  });
});

describe("a first sign-in through a provider", () => {
  test("makes a student's account, and the next one opens it, whatever the email is by then", async () => {
    const id = await idOf(ada);
    expect(await db.user.findMany()).toMatchObject([{ id, email, role: "student", name: "Ada" }]);
    expect(await idOf({ ...ada, email: "ada@elsewhere.test" })).toBe(id);
    expect(await openAccount({ ...ada, email: null })).toMatchObject({ status: "opened" });
  });

  test("several times at once makes one account with one link", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => idOf(ada)));
    expect(new Set(ids).size).toBe(1);
    expect([await db.user.count(), await db.identity.count()]).toEqual([1, 1]);
  });

  test("without an email that is vouched for makes none", async () => {
    expect(await openAccount({ ...ada, email: null })).toEqual({ status: "unverified" });
    expect(await db.user.count()).toBe(0);
  });

  test("opens an account that a provider made before links were kept", async () => {
    const { id } = await db.user.create({ data: { name: "Ada", email, role: "instructor" } });
    expect(await idOf(ada)).toBe(id);
    expect(await findLinked(ada)).toMatchObject({ id });
  });
});

describe("an account that somebody opens already", () => {
  test("with a password waits for its owner to confirm, and keeps the password and its sessions", async () => {
    const owner = await withPassword();
    const token = await sealSession(owner);
    expect(await openAccount(ada)).toEqual({ status: "confirm", email });
    expect(await findLinked(ada)).toBeNull();
    await link(ada, owner.id);
    expect(await idOf(ada)).toBe(owner.id);
    expect(await viewerOfToken(token)).toMatchObject({ id: owner.id });
    const again = await authenticate({ email, password }, { address: "10.0.0.1" });
    expect(again).toMatchObject({ status: "signed-in" });
  });

  test("through one provider is not opened by another that vouches for the same email", async () => {
    await idOf(ada);
    const other = { ...ada, issuer: "https://evil.test" };
    expect(await openAccount(other)).toEqual({ status: "confirm", email });
  });

  test("is not opened by the same subject of another issuer, nor by another subject of the same", async () => {
    const id = await idOf(ada);
    for (const [i, other] of [
      { ...ada, issuer: "https://other.test" },
      { ...ada, subject: "43" },
    ].entries()) {
      const theirs = await idOf({ ...other, email: `other-${i}@school.test` });
      expect(theirs).not.toBe(id);
    }
    expect(await db.identity.count()).toBe(3);
  });

  test("of two providers at once that vouch for one new email, one has to be confirmed", async () => {
    const other = { ...ada, issuer: "https://other.test" };
    const opened = await Promise.all([openAccount(ada), openAccount(other)]);
    expect(opened.map(({ status }) => status).toSorted()).toEqual(["confirm", "opened"]);
  });
});
