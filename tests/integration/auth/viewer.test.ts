import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { admit } from "@/lib/auth/admit";
import { getLearner, guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, newGuestToken } from "@/lib/auth/guest-cookie";
import { mendGuestCookie } from "@/lib/auth/new-guest";
import { serverSecret } from "@/lib/auth/secret";
import { beginSession, sealSession, sessionCookieName } from "@/lib/auth/session";
import { requireViewer, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

let student: User;
let teacher: User;

beforeAll(async () => {
  teacher = await db.user.create({ data: { name: "teacher", role: "instructor" } });
  student = await db.user.create({ data: { name: "student", email: "student@school.test" } });
});

test("a page for those with an account asks everyone else to sign in, and leads back", async () => {
  expect(await endOf(requireViewer("/sections"))).toBe("/sign-in?next=%2Fsections");
  request.headers = new Headers({ "x-path": "/progress?a=1&b=2" });
  expect(await endOf(requireViewer())).toBe("/sign-in?next=%2Fprogress%3Fa%3D1%26b%3D2");
});

describe("a session token", () => {
  const claims = async () => ({ ...(await beginSession(student)) });
  const sealed = (
    token: Record<string, unknown>,
    changed: { secret?: string; maxAge?: number } = {},
  ) => encode({ token, secret: serverSecret(), ...changed });

  test("of ours is its owner's", async () => {
    expect(await viewerOfToken(await sealed(await claims()))).toMatchObject({ name: "student" });
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
    expect(await viewerOfToken(await sealed(await claims(), { secret: "another" }))).toBeNull();
  });

  test("expired is nobody's", async () => {
    expect(await viewerOfToken(await sealed(await claims(), { maxAge: -3600 }))).toBeNull();
  });

  test("that says less, or other things, than ours say is nobody's", async () => {
    const { sub, mark, sid } = await claims();
    for (const token of [
      {},
      { sub },
      { mark },
      { sub, mark },
      { sub, mark: "", sid },
      { sub: "42", mark, sid },
      { sub: "'", mark, sid },
      { sub, mark, sid: "1" },
      { sub, mark, sid: randomUUID() },
      { sub: teacher.id, mark, sid },
    ]) {
      expect(await viewerOfToken(await sealed(token))).toBeNull();
    }
    expect(await viewerOfToken(await sealed({ sub: randomUUID(), mark, sid }))).toBeNull();
  });

  test("without encryption is nobody's", async () => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
    expect(await viewerOfToken(`${part({ alg: "none" })}.${part(await claims())}.`)).toBeNull();
  });
});

describe("a guest", () => {
  const sent = (header?: string) =>
    new Request("http://localhost/", { headers: header === undefined ? {} : { cookie: header } });
  const cookieOf = (token: string) => `${guestCookieName()}=${token}`;

  /** Who is let in with these cookies; null for nobody. */
  const admitted = async (header?: string) => {
    const outcome = await admit(sent(header));
    return "learner" in outcome ? outcome.learner : null;
  };

  test("looks without leaving a trace, and has a row from the first answer on", async () => {
    const token = newGuestToken();
    request.cookies.set(guestCookieName(), token);
    const looking = await getLearner();
    expect(looking).toMatchObject({ userId: null, viewer: null });
    const before = await db.user.count();
    const answering = await admitted(cookieOf(token));
    expect(answering?.seedKey).toBe(looking.seedKey);
    expect(await db.user.count()).toBe(before + 1);
    expect((await getLearner()).userId).toBe(answering?.userId);
  });

  test("who sends many first answers at once has one row", async () => {
    const header = `a=b; ${cookieOf(newGuestToken())}; c=d`;
    const all = await Promise.all(Array.from({ length: 8 }, () => admitted(header)));
    expect(all[0]).not.toBeNull();
    expect(new Set(all.map((learner) => learner?.userId)).size).toBe(1);
  });

  test("is known by the whole cookie, and the database keeps only its hash", async () => {
    const token = newGuestToken();
    const [one, two] = [await admitted(cookieOf(token)), await admitted(cookieOf(newGuestToken()))];
    expect(one?.userId).not.toBe(two?.userId);
    const part = token.split(".")[1];
    expect(await db.user.count({ where: { guestToken: { contains: part } } })).toBe(0);
  });

  test("without a cookie is nobody", async () => {
    for (const header of [undefined, "", "other=1", cookieOf(""), guestCookieName()]) {
      expect(await admitted(header)).toBeNull();
    }
  });

  test("with a cookie that we did not make is nobody, gets no row, and is led to one of ours and back", async () => {
    const token = newGuestToken();
    const [made, name, mark] = token.split(".") as [string, string, string];
    const before = await db.user.count();
    for (const madeUp of [
      "1",
      randomUUID(),
      `${made}.${name}`,
      `${made}.${name}x.${mark}`,
      `1${made}.${name}.${mark}`,
      `${made}.${name}.${mark}0`,
      `${made}.${name}.${"0".repeat(32)}`,
      newGuestToken(new Date("2020-01-01")),
    ]) {
      expect(await admitted(cookieOf(madeUp)), madeUp).toBeNull();
      request.cookies.set(guestCookieName(), madeUp);
      request.headers = new Headers({ "x-path": "/progress?a=1" });
      expect(await endOf(getLearner())).toBe("/api/guest?next=%2Fprogress%3Fa%3D1");
    }
    expect(await db.user.count()).toBe(before);
  });

  test("of before cookies were marked keeps what they did, under a cookie of ours; who only says so gets nothing", async () => {
    const old = randomUUID();
    const { id } = await db.user.create({ data: { name: "Guest", guestToken: guestTokenOf(old) } });
    for (const [cookie, userId] of [
      [old, id],
      [old, null],
      [randomUUID(), null],
    ] as const) {
      request.cookies.set(guestCookieName(), cookie);
      await mendGuestCookie();
      const given = request.cookies.get(guestCookieName()) ?? "";
      expect(given).not.toBe(cookie);
      expect((await getLearner()).userId).toBe(userId);
    }
  });

  test("who is signed in is the account, whatever the guest cookie says", async () => {
    const token = await sealSession(student);
    const learner = await admitted(`${cookieOf("one")}; ${sessionCookieName()}=${token}`);
    expect(learner).toMatchObject({
      userId: student.id,
      seedKey: `user:${student.id}`,
    });
    request.cookies.set(sessionCookieName(), token);
    request.cookies.set(guestCookieName(), "one");
    expect(await getLearner()).toMatchObject({ userId: student.id });
  });
});
