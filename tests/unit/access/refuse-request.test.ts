import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { refusalOf } from "@/lib/access/refuse-request";
import { limits } from "@/lib/content/limits";

const host = "chainrule.test";
const statusOf = async (path: string, init: RequestInit = {}) => {
  const headers = new Headers(init.headers);
  headers.set("host", host);
  const request = new Request(`http://${host}${path}`, { ...init, headers });
  return (await refusalOf(request))?.status ?? "goes on";
};

/** A form sent to a page, as a script sends it where `action` is given, or as a browser without scripts does. */
function post(
  fields: Record<string, string | Blob>,
  headers: Record<string, string> = {},
  path = "/sign-in",
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return statusOf(path, { method: "POST", body: form, headers });
}

/** The cookie of somebody who is signed in. */
let cookie = "";

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test";
  const id = "6f1f3b7e-3c1e-4c9b-9a55-0d7b4d2f7a11";
  const token = await encode({
    token: { sub: id, mark: "", sid: id },
    secret: process.env.NEXTAUTH_SECRET,
  });
  cookie = `next-auth.session-token=${token}`;
});

const action = { "next-action": "6".repeat(42) };
const state = '[{"values":{"name":"$undefined","email":"$$a"},"errors":{}},"$K1"]';
const named = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"x","bound":"$@1"}' };

describe("an address", () => {
  test.each(["/", "/courses/a/b", "/courses/%C3%A9t%C3%A9", "/x?y=%00", "/%25"])(
    "is looked at: %s",
    async (path) => expect(await statusOf(path)).toBe("goes on"),
  );

  test.each(["/%", "/%zz", "/courses/%E0%A4%A/x", "/%ED%A0%80", "/a%00b", "/courses/%00/glossary"])(
    "that is no text is refused: %s",
    async (path) => expect(await statusOf(path)).toBe(400),
  );

  test("is read, and not written to", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) {
      expect(await statusOf("/", { method }), method).toBe(405);
    }
    expect(await statusOf("/", { method: "HEAD" })).toBe("goes on");
  });
});

describe("an action", () => {
  test("with a form as our pages send it goes on", async () => {
    expect(await post({ "0": state, "1_email": "a\0@b" }, action)).toBe("goes on");
    expect(await post({ "0": '["$K1"]' }, action)).toBe("goes on");
    expect(await post({ ...named, "$ACTION_1:1": '[{"values":{},"errors":{}}]' })).toBe("goes on");
    expect(await post({ $ACTION_ID_6f: "" })).toBe("goes on");
  });

  test("without a form goes on", async () => {
    const headers = { ...action, "content-type": "text/plain;charset=UTF-8" };
    expect(await statusOf("/", { method: "POST", body: "[]", headers })).toBe("goes on");
  });

  test.each<[string, Record<string, string | Blob>]>([
    ["nothing", {}],
    ["no JSON", { "0": "[" }],
    ["no list", { "0": "{}" }],
    ["an empty list", { "0": "[]" }],
    ["a reference to what is not there", { "0": '["$1"]' }],
    ["a promise", { "0": '["$@1"]' }],
    ["another action", { "0": '["$F1"]' }],
    ["a temporary reference", { "0": '["$T"]' }],
    ["a reference deep inside", { "0": '[{"values":{"name":"$Q1"}},"$K1"]' }],
    ["a file", { "0": new Blob(["[]"]) }],
    ["a list too deep to be read", { "0": "[".repeat(40_000) + "]".repeat(40_000) }],
  ])("with %s in place of its arguments is refused", async (_, fields) => {
    expect(await post(fields, action)).toBe(400);
  });

  test.each<[string, Record<string, string>]>([
    ["that is not named", { $ACTION_REF_1: "" }],
    ["whose name is no JSON", { ...named, "$ACTION_1:0": "x" }],
    ["whose name is empty", { ...named, "$ACTION_1:0": "{}" }],
    ["whose state is missing", named],
    ["whose state is no JSON", { ...named, "$ACTION_1:1": "[" }],
    ["whose state is none", { ...named, "$ACTION_1:1": "[]" }],
    ["whose state refers to what is not there", { ...named, "$ACTION_1:1": '["$9"]' }],
    ["of a name like a part of Object", { $ACTION_REF___proto__: "" }],
  ])("%s, sent without scripts, is refused", async (_, fields) => {
    expect(await post(fields)).toBe(400);
  });

  test.each([
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=XX", "garbage"],
    ["multipart/form-data; boundary=XX", ""],
    ["text/plain", ""],
    ["text/plain", "{"],
    ["application/json", "{}"],
  ])("whose body is no form is refused: %s, %j", async (type, body) => {
    const headers = { ...action, "content-type": type };
    expect(await statusOf("/sign-in", { method: "POST", body, headers })).toBe(400);
  });

  test("longer than any form is refused", async () => {
    expect(await post({ "0": state, "1_name": "x".repeat(200_000) }, action)).toBe(413);
  });

  test.each<Record<string, string>>([
    { origin: "https://evil.test" },
    { origin: "null" },
    { origin: "x" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-origin", origin: "https://evil.test" },
  ])("from another site is refused: %j", async (headers) => {
    expect(await post({ "0": state }, { ...action, ...headers })).toBe(403);
    expect(await post({ $ACTION_ID_6f: "" }, headers)).toBe(403);
  });
});

const sendingText = (length: number, path: string, headers: Record<string, string> = { cookie }) =>
  post({ "0": '["$K1"]', "1_text": "x".repeat(length) }, { ...action, ...headers }, path);

test("a roster of 2 MB may be sent where rosters are imported, with what came of it, and nothing much larger", async () => {
  const place = "/sections/7d9f/people/import";
  expect(await sendingText(4_000_000, place)).toBe("goes on");
  expect(await sendingText(8_000_000, place)).toBe(413);
  for (const path of [`${place}s`, `/x${place}`, "/sections/7d9f/people"])
    expect(await sendingText(200_000, path), path).toBe(413);
});

test("a file of 2 MB may be put into a course, and nothing larger", async () => {
  const picture = { "0": '["$K1"]', "1_file": new Blob([new Uint8Array(2_000_000).fill(0xff)]) };
  const headers = { ...action, cookie };
  expect(await post(picture, headers, "/write/cats/files")).toBe("goes on");
  expect(await sendingText(2_200_000, "/write/cats/files")).toBe(413);
  expect(await sendingText(200_000, "/write/cats")).toBe(413);
});

test("files are read of those alone who are signed in", async () => {
  for (const path of ["/write/cats/files", "/sections/7d9f/people/import"])
    for (const headers of [{}, { cookie: "next-auth.session-token=made.up" }]) {
      expect(await sendingText(200_000, path, headers as Record<string, string>), path).toBe(401);
      expect(await sendingText(2_000, path, headers as Record<string, string>)).toBe("goes on");
    }
});

/** Of a form with so many fields. */
const fields = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `--b\r\nContent-Disposition: form-data; name="${i}"\r\n\r\n1\r\n`,
  ).join("");

test.each([
  ["very many lists", "text/plain", `[${"[],".repeat(2_600_000)}1]`],
  ["very deep lists", "text/plain", "[".repeat(7_900_000)],
  ["very many fields", "multipart/form-data; boundary=b", `${fields(100_000)}--b--\r\n`],
  [
    "very much before a value",
    "multipart/form-data; boundary=b",
    `--b\r\n${"a: b\r\n".repeat(1_300_000)}\r\n1\r\n--b--\r\n`,
  ],
  [
    "very many lists in a field",
    "multipart/form-data; boundary=b",
    `--b\r\nContent-Disposition: form-data; name="0"\r\n\r\n[${"[],".repeat(2_600_000)}1]\r\n--b--\r\n`,
  ],
])("8 MB of %s are refused", async (_, type, body) => {
  const path = "/sections/7d9f/people/import";
  const headers = { ...action, cookie, "content-type": type };
  expect(await statusOf(path, { method: "POST", body, headers })).toBe(400);
});

test.each([
  ["Latin", "a"],
  ["Cyrillic", "\u0436"],
  ["Chinese", "\u4e2d"],
  ["of tabs and line ends", "\t"],
  ["of what JSON writes in six", "\u0001"],
])("a lesson as long as one may be can be looked at where it is written: %s", async (_, letter) => {
  const text = letter.repeat(limits.characters);
  const body = JSON.stringify([{ course: "c", folder: "01-one", text, line: 1, set: 1 }]);
  const headers = { ...action, cookie, "content-type": "text/plain;charset=UTF-8" };
  const sent = (path: string, length = 1) =>
    statusOf(path, { method: "POST", body: body.repeat(length), headers });
  expect(await sent("/write/c/lessons/01-one")).toBe("goes on");
  expect(await sent("/write/c/lessons/01-one/check")).toBe(413);
  expect(await sent("/write/c/lessons/01-one", 9)).toBe(413);
});
