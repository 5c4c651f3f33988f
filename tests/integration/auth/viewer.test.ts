import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ensureLearner, getLearner } from "@/lib/auth/guest";
import { guestCookie } from "@/lib/auth/guest-cookie";
import { serverSecret } from "@/lib/auth/secret";
import { passwordMark, sealSession, sessionCookieName } from "@/lib/auth/session";
import { requireViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

let student: User;

beforeAll(async () => {
  student = await db.user.create({ data: { name: "student", email: "student@school.test" } });
});

test("a page for those with an account asks everyone else to sign in, and leads back", async () => {
  expect(await endOf(requireViewer("/sections"))).toBe("/sign-in?next=%2Fsections");
  request.headers = new Headers({ "x-path": "/progress?a=1&b=2" });
  expect(await endOf(requireViewer())).toBe("/sign-in?next=%2Fprogress%3Fa%3D1%26b%3D2");
});

describe("a session token", () => {
  const claims = () => ({ sub: student.id, mark: passwordMark(student.passwordHash) });
  const sealed = (
    token: Record<string, unknown>,
    changed: { secret?: string; maxAge?: number } = {},
  ) => encode({ token, secret: serverSecret(), ...changed });

  test("of ours is its owner's", async () => {
    expect(await viewerOfToken(await sealed(claims()))).toMatchObject({ name: "student" });
  });

  test("missing, made up, cut or changed is nobody's", async () => {
    const token = await sealSession(student);
    const last = token.at(-1) === "A" ? "B" : "A";
    for (const forged of [
      undefined,
      "",
      "x",
      "a.b.c.d.e",
      token.slice(0, -9),
      token.slice(0, -9) + last,
    ]) {
      expect(await viewerOfToken(forged)).toBeNull();
    }
  });

  test("sealed with another secret is nobody's", async () => {
    expect(await viewerOfToken(await sealed(claims(), { secret: "another" }))).toBeNull();
  });

  test("expired is nobody's", async () => {
    expect(await viewerOfToken(await sealed(claims(), { maxAge: -3600 }))).toBeNull();
  });

  test("that says less, or other things, than ours say is nobody's", async () => {
    const { sub, mark } = claims();
    for (const token of [
      {},
      { sub },
      { mark },
      { sub, mark: "" },
      { sub: "42", mark },
      { sub: "'", mark },
    ]) {
      expect(await viewerOfToken(await sealed(token))).toBeNull();
    }
    expect(await viewerOfToken(await sealed({ sub: randomUUID(), mark }))).toBeNull();
  });

  test("without encryption is nobody's", async () => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
    expect(await viewerOfToken(`${part({ alg: "none" })}.${part(claims())}.`)).toBeNull();
  });
});

describe("a guest", () => {
  const cookies = (header?: string) =>
    new Request("http://localhost/", { headers: header === undefined ? {} : { cookie: header } });

  test("looks without leaving a trace, and has a row from the first answer on", async () => {
    request.cookies.set(guestCookie, "one");
    const looking = await getLearner();
    expect(looking).toMatchObject({ userId: null, viewer: null });
    const before = await db.user.count();
    const answering = await ensureLearner(cookies(`${guestCookie}=one`));
    expect(answering?.seedKey).toBe(looking.seedKey);
    expect(await db.user.count()).toBe(before + 1);
    expect((await getLearner()).userId).toBe(answering?.userId);
  });

  test("who sends many first answers at once has one row", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => ensureLearner(cookies(`a=b; ${guestCookie}=many; c=d`))),
    );
    expect(new Set(all.map((learner) => learner?.userId)).size).toBe(1);
  });

  test("is known by the whole cookie, and the database keeps only its hash", async () => {
    const [one, two] = [
      await ensureLearner(cookies(`${guestCookie}=x=1`)),
      await ensureLearner(cookies(`${guestCookie}=x=2`)),
    ];
    expect(one?.userId).not.toBe(two?.userId);
    expect(await db.user.count({ where: { guestToken: { contains: "x=" } } })).toBe(0);
  });

  test("without a cookie is nobody", async () => {
    for (const header of [undefined, "", "other=1", `${guestCookie}=`, `${guestCookie}`]) {
      expect(await ensureLearner(cookies(header))).toBeNull();
    }
  });

  test("who is signed in is the account, whatever the guest cookie says", async () => {
    const token = await sealSession(student);
    const learner = await ensureLearner(
      cookies(`${guestCookie}=one; ${sessionCookieName()}=${token}`),
    );
    expect(learner).toMatchObject({
      userId: student.id,
      seedKey: `user:${student.id}`,
    });
    request.cookies.set(sessionCookieName(), token);
    request.cookies.set(guestCookie, "one");
    expect(await getLearner()).toMatchObject({ userId: student.id });
  });
});
