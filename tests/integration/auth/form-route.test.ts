import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { formRoute } from "@/lib/auth/form-route";
import { guestTokenOf } from "@/lib/auth/guest";
import { guestCookie } from "@/lib/auth/guest-cookie";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { submissionForm } from "@/lib/course/submission-form";
import { listWork } from "@/lib/course/work";
import { db } from "@/lib/db/client";
import { exerciseNamed, lesson, load, twice } from "../course/a-course";
import { aLearner } from "../course/a-learner";
import { useDatabase } from "../use-database";

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(twice) } });
});

let cookie: string;
let fields: Record<string, string>;

/** A new browser with the exercise before it, filled in. */
beforeEach(async () => {
  const guest = randomUUID();
  cookie = `${guestCookie}=${guest}`;
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
    expect(Object.keys(body).sort()).toEqual(["next", "result", "standing"]);
    expect(Object.keys(body.result).sort()).toEqual(["parts", "status"]);
    for (const part of body.result.parts) {
      expect(["part", "status", "verdict", "earned", "possible", "feedback", "marks"]).toEqual(
        expect.arrayContaining(Object.keys(part)),
      );
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

  test("gets back markup as text", async () => {
    const response = await submit(post({ "r.three": "<img src=x onerror=alert(1)>" }, json));
    expect((await response.json()).result.parts[0].message).not.toContain("<img");
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
    expect((await response.json()).message).toMatch(/not complete/);
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
    expect(await response.json()).toMatchObject({ result: { status: "unreadable", parts: [] } });
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
    const response = await submit(post({ "r.two": "1".repeat(100_000) }, json));
    expect((await response.json()).result.status).toBe("unreadable");
  });
});

describe("a form that we fail at", () => {
  const failing = formRoute(submissionForm, () => Promise.reject(new Error("password=hush")));

  test("is told so as JSON, with a number to ask us by and nothing of what broke", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await failing(post({}, json));
    expect(response.status).toBe(500);
    const body = await response.json();
    expect(body.message).toMatch(/broke on our side.*What you typed is kept here/);
    expect(body.message).toContain(body.request);
    expect(JSON.stringify(body)).not.toContain("hush");
    expect(log.mock.calls[0]?.[0]).toContain(body.request);
    log.mockRestore();
  });

  test("is told so as text, where no script sent it", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await failing(post());
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/broke on our side/);
    log.mockRestore();
  });
});
