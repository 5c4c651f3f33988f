import { beforeEach, describe, expect, test, vi } from "vitest";
import { confirmLink } from "@/app/confirm-link/actions";
import { findLink, makeLink } from "@/lib/account/one-time-link";
import { authenticate } from "@/lib/auth/authenticate";
import { findLinked, link, openAccount } from "@/lib/auth/identity";
import { hashPassword } from "@/lib/auth/password";
import { findPendingLink, keepPendingLink } from "@/lib/auth/pending-link";
import { releaseAccount } from "@/lib/auth/release-account";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { getViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

const email = "ada@school.test";
const password = "correct horse battery";
const person = { issuer: "https://login.school.test", subject: "42", email, name: "Ada" };

let owner: User;

/** An account with a password, and in this browser somebody whom a provider vouched for with its email. */
beforeEach(async () => {
  await db.$executeRaw`truncate "user", rate_limit cascade`;
  const passwordHash = await hashPassword(password);
  owner = await db.user.create({ data: { name: "Ada", email, passwordHash } });
  await keepPendingLink(person, email, "oidc");
});

const confirm = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return confirmLink({ values: {}, errors: {} }, form);
};

const signInAsOwner = async () => {
  const token = await sealSession(owner);
  request.cookies.set(sessionCookieName(), token);
  return token;
};

describe("confirming that an account is theirs", () => {
  test("links the provider to it, by its password or as who is signed in to it", async () => {
    expect(await endOf(confirm({ password }))).toBe("/");
    expect(await findLinked(person)).toMatchObject({ id: owner.id });
    expect(await getViewer()).toMatchObject({ email });
    await db.identity.deleteMany();
    await keepPendingLink(person, email, "oidc");
    expect(await endOf(confirm({}))).toBe("/");
    expect(await findLinked(person)).toMatchObject({ id: owner.id });
  });

  test.each(["its password", "a session"])(
    "by %s says so where the provider opens another account for them, and changes nothing",
    async (proof) => {
      const other = await db.user.create({ data: { name: "Ada", email: "other@school.test" } });
      expect(await link(person, other.id)).toBe(true);
      if (proof === "a session") await signInAsOwner();
      const { errors } = await confirm(proof === "a session" ? {} : { password });
      expect(errors.form).toMatch(
        /already opens another account here for you, so it can’t open this one too\. Nothing has changed: sign in to this one as you did before\./,
      );
      expect(await findLinked(person)).toMatchObject({ id: other.id });
      expect(Boolean(await getViewer())).toBe(proof === "a session");
      expect(await findPendingLink()).toMatchObject({ email });
    },
  );

  test("twice, in two windows, is no trouble", async () => {
    expect(await link(person, owner.id)).toBe(true);
    expect(await endOf(confirm({ password }))).toBe("/");
    expect(await db.identity.count()).toBe(1);
  });
});

describe("an account that its owner cannot confirm", () => {
  test("once released is opened by nothing of before, and by the provider that vouches for its email", async () => {
    await link({ issuer: "https://gone.test", subject: "1" }, owner.id);
    const token = await signInAsOwner();
    expect(await openAccount(person)).toEqual({ status: "confirm", email });
    const mailed = await makeLink(owner.id, "email", { email: "mallory@school.test" });
    expect(await releaseAccount(email)).toBe(true);
    expect(await viewerOfToken(token)).toBeNull();
    expect(await findLink(mailed, "email")).toBeNull();
    expect(await authenticate({ email, password }, { address: "10.0.0.1" })).toEqual({
      status: "refused",
    });
    expect(await findLinked({ issuer: "https://gone.test", subject: "1" })).toBeNull();
    expect(await openAccount(person)).toMatchObject({
      status: "opened",
      account: { id: owner.id },
    });
  });

  test("leaves every other account as it is", async () => {
    const data = { name: "Ben", email: "ben@school.test", passwordHash: "x" };
    const other = await db.user.create({ data });
    await link(person, other.id);
    const token = await sealSession(other);
    expect(await releaseAccount("nobody@school.test")).toBe(false);
    expect(await releaseAccount(email)).toBe(true);
    expect(await viewerOfToken(token)).toMatchObject({ id: other.id });
    expect(await findLinked(person)).toMatchObject({ id: other.id });
  });
});
