import { beforeAll, describe, expect, test, vi } from "vitest";
import { endToken, newToken } from "@/app/account/token-actions";
import { POST as pullGit } from "@/app/api/write/[course]/git/route";
import { GET as pullFiles, POST as pushFiles } from "@/app/api/write/[course]/route";
import { GET as downloadZip, POST as uploadZip } from "@/app/api/write/[course]/zip/route";
import { makeLesson, publishCourse } from "@/app/write/[course]/actions";
import { addFile, follow, removeFile, unfollow } from "@/app/write/[course]/files/actions";
import { preview } from "@/app/write/[course]/lessons/[folder]/actions";
import { POST as writeText } from "@/app/write/[course]/text/route";
import { makeCourse } from "@/app/write/actions";
import { enter } from "@/lib/access/enter";
import { makeToken } from "@/lib/account/access-token";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { createCourse, findWritten } from "@/lib/authoring/courses";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { copy, lesson, load } from "../a-course";
import { aForm } from "../a-fields";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

/** Everybody there is, by what they are to the course "ours". */
const everybody = [
  "anonymous",
  "student",
  "instructor",
  "author of another course",
  "author",
  "co-author",
  "admin",
] as const;

type Somebody = (typeof everybody)[number];

const people = new Map<Somebody, User>();

beforeAll(async () => {
  await load({ files: { "01-one": lesson(copy) } });
  for (const name of everybody.slice(1)) {
    const role = name === "admin" ? "admin" : name === "student" ? "student" : "instructor";
    const email = `${name.replaceAll(" ", "-")}@school.test`;
    people.set(name, await db.user.create({ data: { name, email, role } }));
  }
  const about = { title: "T", summary: "S" };
  await createCourse(people.get("author")!.id, { slug: "ours", ...about });
  await createCourse(people.get("author of another course")!.id, { slug: "theirs", ...about });
  const { id: courseId } = (await findWritten("ours"))!;
  const userId = people.get("co-author")!.id;
  await db.courseAuthor.create({ data: { courseId, userId, role: "co_author" } });
});

const own = { values: {}, errors: {} };
const writers = ["author", "co-author", "admin"] as const;
const here = { course: "ours" };

const doors: readonly {
  readonly door: string;
  readonly open: readonly Somebody[];
  readonly knock: () => Promise<unknown>;
}[] = [
  {
    door: "the list of courses one writes",
    open: everybody.slice(1),
    knock: () => enter("page /write", {}),
  },
  {
    door: "making a course",
    open: ["instructor", "author of another course", ...writers],
    knock: () => makeCourse(own, aForm({ title: "", slug: "", summary: "" })),
  },
  {
    door: "a course to be written",
    open: writers,
    knock: () => enter("page /write/[course]", here),
  },
  {
    door: "a course that comes from files",
    open: [],
    knock: () => enter("page /write/[course]", { course: "files" }),
  },
  {
    door: "a lesson’s editor",
    open: writers,
    knock: () => enter("page /write/[course]/lessons/[folder]", { ...here, folder: "01-a" }),
  },
  {
    door: "adding a lesson",
    open: writers,
    knock: () => makeLesson(own, aForm({ ...here, title: "" })),
  },
  {
    door: "publishing",
    open: writers,
    knock: () => publishCourse(own, aForm({ ...here, note: "" })),
  },
  {
    door: "the page of its files",
    open: writers,
    knock: () => enter("page /write/[course]/files", here),
  },
  {
    door: "putting a picture beside a lesson",
    open: writers,
    knock: () => addFile(own, aForm({ ...here, lesson: "" })),
  },
  {
    door: "following a repository",
    open: writers,
    knock: () => follow(own, aForm({ ...here, url: "" })),
  },
  {
    door: "taking a picture out",
    open: writers,
    knock: () => removeFile(aForm({ ...here, path: "" })),
  },
  {
    door: "following none",
    open: writers,
    knock: () => unfollow(aForm(here)),
  },
  {
    door: "the preview",
    open: writers,
    knock: () => preview({ ...here, folder: "01-a", text: "", line: 1, set: 1 }),
  },
];

describe.each(doors)("$door", ({ open, knock }) => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const end = await endOf(knock());
    const shut = user ? "404" : expect.stringMatching(/^\/sign-in/);
    expect(end).toEqual(open.includes(name) ? "it went on" : shut);
  });
});

describe("what is typed", () => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const body = JSON.stringify({ path: "course.yaml", clientId: "a", version: 0, changes: [] });
    const sent = new Request("http://localhost/write/ours/text", { method: "POST", body });
    const asked = writeText(sent, { params: Promise.resolve(here) }).then(({ status }) => {
      if (status !== 200) throw new Error(String(status));
    });
    const isOpen = (writers as readonly Somebody[]).includes(name);
    if (isOpen) await asked;
    else await expect(asked).rejects.toThrow(user ? "404" : "401");
  });
});

describe.each([
  ["downloading the zip", downloadZip, "GET", [200]],
  ["uploading a zip", uploadZip, "POST", [400]],
  ["pulling from git", pullGit, "POST", [404]],
] as const)("%s", (_, route, method, [opened]) => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const sent = new Request("http://localhost/", {
      method,
      ...(method === "POST" && { body: "x" }),
    });
    const answer = await route(sent, { params: Promise.resolve(here) });
    const isOpen = (writers as readonly Somebody[]).includes(name);
    expect(answer.status).toBe(isOpen ? opened : 404);
    // Who may pull is told that nothing is followed yet.
    if (opened === 404) {
      const said = await answer.text();
      expect(said.includes("follows no repository")).toBe(isOpen);
    }
  });

  test("a form of another site", async () => {
    if (method === "GET") return;
    const user = people.get("author")!;
    request.cookies.set(sessionCookieName(), await sealSession(user));
    const headers = { "sec-fetch-site": "cross-site" };
    const sent = new Request("http://localhost/", { method, headers, body: "x" });
    expect((await route(sent, { params: Promise.resolve(here) })).status).toBe(403);
  });
});

describe.each([
  ["pulling by a token", pullFiles, "GET", 200],
  ["pushing by a token", pushFiles, "POST", 400],
] as const)("%s", (_, route, method, opened) => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    // Being signed in is not enough.
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const body = method === "POST" ? { body: "x" } : {};
    const ask = (headers: Record<string, string>) =>
      route(new Request("http://localhost/", { method, headers, ...body }), {
        params: Promise.resolve(here),
      });
    expect((await ask({})).status).toBe(401);
    if (!user) return;
    const token = await makeToken(user.id, { name: "Test", days: "30" });
    const isOpen = (writers as readonly Somebody[]).includes(name);
    const { status } = await ask({ authorization: `Bearer ${token}` });
    expect(status).toBe(isOpen ? opened : 404);
  });
});

describe("making and ending a token", () => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const made = await endOf(newToken(own, aForm({ name: "" })));
    const ended = await endOf(endToken(aForm({ token: "" })));
    if (!user) expect([made, ended]).toEqual(Array(2).fill(expect.stringMatching(/^\/sign-in/)));
    else expect([made, ended]).toEqual(["it went on", "/account?said=token-ended"]);
  });
});
