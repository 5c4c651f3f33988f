import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ensureLearner, getLearner } from "@/lib/auth/guest";
import { guestCookie } from "@/lib/auth/guest-cookie";
import { serverSecret } from "@/lib/auth/secret";
import { passwordMark, sealSession, sessionCookieName } from "@/lib/auth/session";
import { requireInstructor, requireViewer, teaches, viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

const people: Record<string, User> = {};
let mine: string;
let other: string;

beforeAll(async () => {
  const course = await db.course.create({ data: { slug: "c", title: "C", summary: "S" } });
  const sectionOf = async (name: string) =>
    (await db.section.create({ data: { courseId: course.id, name } })).id;
  [mine, other] = [await sectionOf("Mine"), await sectionOf("Other")];
  const person = async (name: string, role: User["role"]) => {
    people[name] = await db.user.create({ data: { name, email: `${name}@school.test`, role } });
    return people[name].id;
  };
  const enrol = async (userId: string, sectionId: string, role: User["role"]) =>
    db.enrollment.create({ data: { userId, sectionId, role } });
  await enrol(await person("teacher", "instructor"), mine, "instructor");
  await enrol(await person("colleague", "instructor"), other, "instructor");
  await enrol(await person("student", "student"), mine, "student");
  // Teaches one section, learns in another.
  await enrol(await person("assistant", "student"), other, "instructor");
  await enrol(people.assistant!.id, mine, "student");
  await person("admin", "admin");
});

const signedIn = async (name: string) => {
  request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
};

describe("a section", () => {
  test.each([
    ["teacher", true],
    ["colleague", false],
    ["student", false],
    ["assistant", false],
    ["admin", true],
  ])("is open to %s: %s", async (name, open) => {
    const viewer = await viewerOfToken(await sealSession(people[name]!));
    expect(await teaches(viewer!, mine)).toBe(open);
    await signedIn(name);
    expect(await endOf(requireInstructor(mine))).toBe(open ? "it went on" : "404");
  });

  test("closes to an instructor the moment their enrollment ends", async () => {
    const { id: userId } = people.teacher!;
    await signedIn("teacher");
    const where = { userId_sectionId: { userId, sectionId: mine } };
    await db.enrollment.update({ where, data: { role: "student" } });
    expect(await endOf(requireInstructor(mine))).toBe("404");
    await db.enrollment.update({ where, data: { role: "instructor" } });
  });

  test.each(["", "undefined", "1", "../admin", "%00", "' or true --", randomUUID()])(
    "at the address %j is not there, for anybody who is no admin",
    async (id) => {
      await signedIn("teacher");
      expect(await endOf(requireInstructor(id))).toBe("404");
    },
  );

  test("whose address is no id is not there for an admin either", async () => {
    await signedIn("admin");
    for (const id of ["", "nonsense", "\0"]) expect(await endOf(requireInstructor(id))).toBe("404");
  });

  test("asks whoever is not signed in to sign in, and leads back", async () => {
    const here = `/sections/${mine}`;
    expect(await endOf(requireViewer(here))).toBe(`/sign-in?next=${encodeURIComponent(here)}`);
    request.headers = new Headers({ "x-path": "/progress?a=1&b=2" });
    for (const asked of [requireViewer(), requireInstructor(mine)])
      expect(await endOf(asked)).toBe("/sign-in?next=%2Fprogress%3Fa%3D1%26b%3D2");
  });
});

describe("a session token", () => {
  const claims = (name = "student") => ({
    sub: people[name]!.id,
    mark: passwordMark(people[name]!.passwordHash),
  });
  const sealed = (
    token: Record<string, unknown>,
    changed: { secret?: string; maxAge?: number } = {},
  ) => encode({ token, secret: serverSecret(), ...changed });

  test("of ours is its owner's", async () => {
    expect(await viewerOfToken(await sealed(claims()))).toMatchObject({ name: "student" });
  });

  test("missing, made up, cut or changed is nobody's", async () => {
    const token = await sealSession(people.student!);
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
    const token = await sealSession(people.student!);
    const learner = await ensureLearner(
      cookies(`${guestCookie}=one; ${sessionCookieName()}=${token}`),
    );
    expect(learner).toMatchObject({
      userId: people.student!.id,
      seedKey: `user:${people.student!.id}`,
    });
    await signedIn("student");
    request.cookies.set(guestCookie, "one");
    expect(await getLearner()).toMatchObject({ userId: people.student!.id });
  });
});
