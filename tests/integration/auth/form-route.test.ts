import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as draft, GET as newest } from "@/app/api/drafts/route";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { ownerMark } from "@/lib/answering/page-owner";
import { listWork } from "@/lib/answering/work";
import { guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, newGuestToken } from "@/lib/auth/guest-cookie";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { exerciseNamed, lesson, load, twice } from "../a-course";
import { aLearner } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(twice) } });
});

let cookie: string;
let fields: Record<string, string>;

/** A new browser with the exercise before it, filled in. */
beforeEach(async () => {
  const guest = newGuestToken();
  cookie = `${guestCookieName()}=${guest}`;
  const exercise = await exerciseNamed("twice");
  const learner = { userId: null, seedKey: `guest:${guestTokenOf(guest)}`, viewer: null };
  const work = (await listWork(learner, [exercise])).get(exercise.id)!;
  fields = {
    exercise: work.version.id,
    variant: "1",
    numbers: work.mark,
    submission: randomUUID(),
    return: "/courses/course/a#twice",
    "r.two": "14",
    "r.three": "oops",
  };
});

const json = { accept: "application/json" };

function post(
  changed: Record<string, string | undefined> = {},
  headers: Record<string, string> = {},
): Request {
  const sent = Object.entries({ ...fields, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new Request("http://localhost:3000/api/submissions", {
    method: "POST",
    headers: { cookie, host: "localhost:3000", ...headers },
    body: new URLSearchParams(sent),
  });
}

const kept = () => db.submission.count();

describe("a form sent by a script", () => {
  test("gets its result as JSON, with the public fields and no others", async () => {
    const response = await submit(post({ "r.three": "20" }, json));
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(Object.keys(body).sort()).toEqual(["next", "open", "result", "standing"]);
    expect(Object.keys(body.result).sort()).toEqual(["parts", "status"]);
    for (const part of body.result.parts) {
      const told = [
        "part",
        "status",
        "verdict",
        "earned",
        "possible",
        "counts",
        "feedback",
        "why",
        "unexplained",
        "marks",
        "readOn",
      ];
      expect(told).toEqual(expect.arrayContaining(Object.keys(part)));
    }
    expect(body.standing).toEqual({ earned: 1, possible: 3 });
    expect(JSON.stringify(body)).not.toMatch(/seed|key|"21"|answer/);
  });

  test("is told what could not be read, and nothing of the rest", async () => {
    const { result } = await (await submit(post({}, json))).json();
    expect(result.status).toBe("unreadable");
    expect(result.parts).toHaveLength(1);
    expect(Object.keys(result.parts[0]).sort()).toEqual(["message", "part", "status"]);
  });

  test("gets back markup as text, in JSON that no browser takes for a page", async () => {
    const response = await submit(post({ "r.three": "<img src=x onerror=alert(1)>" }, json));
    expect(response.headers.get("content-type")).toContain("application/json");
    expect((await response.json()).result.parts[0].message).toContain("“<img src=x");
  });

  test("asks for one part by its name", async () => {
    const { result } = await (await submit(post({ part: "two" }, json))).json();
    expect(result).toMatchObject({ status: "graded", parts: [{ part: "two", verdict: "right" }] });
  });

  test("draws new numbers", async () => {
    const response = await draw(post({}, json));
    expect(await response.json()).toMatchObject({ standing: { earned: 0, possible: 3 } });
    const token = guestTokenOf(cookie.split("=")[1] ?? "");
    expect(await db.variant.count({ where: { user: { guestToken: token }, number: 2 } })).toBe(1);
  });
});

describe("a plain form", () => {
  test("is led back to its page", async () => {
    const response = await submit(post());
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/courses/course/a#twice");
  });

  test.each([
    "https://evil.test/",
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "/..//evil.test",
    "javascript:alert(1)",
    "\r\nLocation: https://evil.test",
    "/a\r\nSet-Cookie: x=1",
    "",
  ])("is led to no other site by %j", async (to) => {
    const response = await submit(post({ return: to }));
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(new URL(location, "http://localhost:3000").origin).toBe("http://localhost:3000");
    expect(location).toMatch(/^\/(?![/\\])/);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("that is refused says so as text a person can read", async () => {
    const response = await submit(post({ numbers: "0".repeat(16) }));
    expect(response.status).toBe(409);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(/These numbers were given to someone else/);
  });
});

describe("the page of an account", () => {
  const signedIn = async (id: string) =>
    `${sessionCookieName()}=${await sealSession({ id, passwordHash: null })}`;

  test("is answered by nobody else: not by the guest of a browser whose session ended, nor by another account", async () => {
    const [ada, ben] = [await aLearner("Ada"), await aLearner("Ben")];
    const viewer = { id: ada.userId, name: "Ada", email: null, role: "student" } as const;
    const owner = ownerMark({ ...ada, viewer });
    const before = await kept();
    for (const route of [submit, draw, draft]) {
      const ended = await route(post({ owner }, json));
      expect(ended.status).toBe(401);
      expect((await ended.json()).message).toMatch(/You are signed out/);
      const nobody = await route(post({ owner }, { ...json, cookie: "" }));
      expect(nobody.status).toBe(401);
      const other = await route(post({ owner }, { ...json, cookie: await signedIn(ben.userId) }));
      expect(other.status).toBe(409);
    }
    expect(await kept()).toBe(before);
    expect(await db.variant.count({ where: { userId: ben.userId } })).toBe(0);
  });

  test("says that its numbers have changed where they have", async () => {
    const ada = await aLearner("Ada");
    const viewer = { id: ada.userId, name: "Ada", email: null, role: "student" } as const;
    const owner = ownerMark({ ...ada, viewer });
    const cookie = await signedIn(ada.userId);
    const response = await submit(post({ owner }, { ...json, cookie }));
    expect(response.status).toBe(409);
    expect((await response.json()).message).toMatch(/have changed since you opened this page/);
  });
});

describe("what is typed", () => {
  test("is kept, and what another window had there comes back", async () => {
    const type = (two: string) =>
      draft(post({ "r.two": two, "r.three": undefined, "known.two": "" }, json));
    expect(await (await type("1")).json()).toEqual({ others: {} });
    expect(await (await type("2")).json()).toEqual({ others: { two: "1" } });
  });

  test("more often than anyone types is refused for a while", async () => {
    const replies = await Promise.all(Array.from({ length: 260 }, () => draft(post({}, json))));
    const statuses = new Set(replies.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 429]);
  });

  test("is not asked for without end", async () => {
    const headers = { cookie: `${guestCookieName()}=${newGuestToken()}` };
    const ask = () => newest(new Request("http://localhost:3000/api/drafts", { headers }));
    const replies = await Promise.all(Array.from({ length: 260 }, ask));
    expect([...new Set(replies.map(({ status }) => status))].sort()).toEqual([400, 429]);
    const refused = replies.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await refused.json()).message).toMatch(/too fast/);
  });
});

describe("a form from another site", () => {
  test.each<[string, Record<string, string>]>([
    ["as the browser says", { "sec-fetch-site": "cross-site" }],
    ["on a neighbouring host", { "sec-fetch-site": "same-site" }],
    ["by its origin", { origin: "https://evil.test" }],
    ["by its port", { origin: "http://localhost:4000" }],
    ["that hides its origin", { origin: "null" }],
    ["whose origin is nonsense", { origin: "localhost:3000" }],
  ])("is not read: %s", async (_, headers) => {
    const before = await kept();
    const response = await submit(post({}, { ...json, ...headers }));
    expect(response.status).toBe(403);
    expect((await response.json()).message).toMatch(/another site/);
    expect(await kept()).toBe(before);
  });

  test.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin" },
    { origin: "http://localhost:3000" },
    { origin: "https://chainrule.school", "x-forwarded-host": "chainrule.school" },
  ])("is told from one of ours: %j", async (headers) => {
    expect((await submit(post({}, { ...json, ...headers }))).status).toBe(200);
  });
});

describe("a form that is not as our pages send it", () => {
  test.each<[string, Record<string, string | undefined>]>([
    ["no exercise", { exercise: undefined }],
    ["an exercise that is no id", { exercise: "'; drop table submission" }],
    ["an exercise with the character 0", { exercise: "a\0b" }],
    ["no variant", { variant: undefined }],
    ["an empty variant", { variant: "" }],
    ["variant 0", { variant: "0" }],
    ["half a variant", { variant: "1.5" }],
    ["too large a variant", { variant: "1e9" }],
    ["no numbers", { numbers: undefined }],
    ["no idempotency key", { submission: undefined }],
    ["an idempotency key of another shape", { submission: "1" }],
    ["no page to go back to", { return: undefined }],
    ["a long way back", { return: `/${"a".repeat(600)}` }],
  ])("is refused: %s", async (_, changed) => {
    const before = await kept();
    const response = await submit(post(changed, json));
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(/incomplete/);
    expect(await kept()).toBe(before);
  });

  test.each(["application/json", "text/plain", "multipart/form-data; boundary=x"])(
    "is refused: a body of %s",
    async (type) => {
      const request = new Request("http://localhost:3000/api/submissions", {
        method: "POST",
        headers: { cookie, "content-type": type, ...json },
        body: JSON.stringify(fields),
      });
      expect((await submit(request)).status).toBe(400);
    },
  );

  test("is told that the exercise is gone, where it is", async () => {
    const response = await submit(post({ exercise: "0".repeat(32) }, json));
    expect(response.status).toBe(404);
  });

  test("is refused when another person's numbers are in it", async () => {
    const bob = await db.user.findUniqueOrThrow({ where: { id: (await aLearner("Bob")).userId } });
    cookie = `${sessionCookieName()}=${await sealSession(bob)}`;
    expect((await submit(post({}, json))).status).toBe(409);
  });

  test("is refused without a cookie, with the reason", async () => {
    cookie = "";
    const response = await submit(post({}, json));
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(/cookie/);
  });

  test("with odd characters in its answers is read like any other", async () => {
    const response = await submit(post({ "r.three": "2\u00001 😀😀😀😀😀😀😀😀😀😀😀😀😀" }, json));
    expect(response.status).toBe(200);
  });

  test("with fields named like parts of Object harms nothing", async () => {
    const hostile = { __proto__x: "1", constructor: "x", "r.__proto__": "1", "r.constructor": "2" };
    const response = await submit(post({ ...hostile, part: "__proto__" }, json));
    expect(response.status).toBe(422);
  });
});

describe("a form too long", () => {
  const long = "1".repeat(400_000);

  test("is refused by the length it tells", async () => {
    const headers = { ...json, "content-length": "400000" };
    expect((await submit(post({ "r.two": long }, headers))).status).toBe(413);
  });

  test("that does not tell its length is refused as soon as it is too long", async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new TextEncoder().encode(`r.two=${"1".repeat(50_000)}&`));
        if (sent > 1_000) controller.close();
      },
    });
    const response = await submit(
      new Request("http://localhost:3000/api/submissions", {
        method: "POST",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...json },
        body,
        duplex: "half",
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  test("nearly too long is read", async () => {
    const response = await submit(post({ "r.two": "1".repeat(60_000) }, json));
    expect((await response.json()).result.status).toBe("unreadable");
  });
});
