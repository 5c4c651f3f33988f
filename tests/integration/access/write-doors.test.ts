import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { endToken, newToken } from "@/app/account/token-actions";
import { POST as pullGit } from "@/app/api/write/[course]/git/route";
import { GET as pullFiles, POST as pushFiles } from "@/app/api/write/[course]/route";
import { GET as downloadZip, POST as uploadZip } from "@/app/api/write/[course]/zip/route";
import { makeLesson } from "@/app/write/[course]/actions";
import {
  arrangeLesson,
  beginGlossary,
  checkAll,
  giveAddress,
} from "@/app/write/[course]/arrange-actions";
import { addFile, follow, removeFile, unfollow } from "@/app/write/[course]/files/actions";
import { restoreVersion } from "@/app/write/[course]/history/[version]/actions";
import { preview } from "@/app/write/[course]/lessons/[folder]/actions";
import { startCheck } from "@/app/write/[course]/lessons/[folder]/check/actions";
import { publishCourse } from "@/app/write/[course]/publish-actions";
import { unpublished } from "@/app/write/[course]/publish-state";
import { approve, decline, withdraw } from "@/app/write/[course]/reviews/[review]/actions";
import { undecided } from "@/app/write/[course]/reviews/[review]/decide-state";
import {
  addCourseAuthor,
  changeCourseAuthor,
  saveAboutCourse,
  setCourseReviewed,
} from "@/app/write/[course]/settings/actions";
import { POST as writeText } from "@/app/write/[course]/text/route";
import { checkYaml } from "@/app/write/[course]/yaml/[file]/actions";
import { makeCourse } from "@/app/write/actions";
import { enter } from "@/lib/access/enter";
import { makeToken } from "@/lib/account/access-token";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { createCourse, findWritten } from "@/lib/authoring/course/courses";
import { findText } from "@/lib/authoring/text/writing";
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

const about = { title: "T", summary: "S" };

beforeAll(async () => {
  await load({ files: { "01-one": lesson(copy) } });
  for (const name of everybody.slice(1)) {
    const role = name === "admin" ? "admin" : name === "student" ? "student" : "instructor";
    const email = `${name.replaceAll(" ", "-")}@school.test`;
    people.set(name, await db.user.create({ data: { name, email, role } }));
  }
  await createCourse(people.get("author")!.id, { slug: "ours", ...about });
  await createCourse(people.get("author of another course")!.id, { slug: "theirs", ...about });
  const { id: courseId } = (await findWritten("ours"))!;
  const userId = people.get("co-author")!.id;
  await db.courseAuthor.create({ data: { courseId, userId, role: "co_author" } });
});

const own = { values: {}, errors: {} };
const writers = ["author", "co-author", "admin"] as const;
const authors = ["author", "admin"] as const;
const here = { course: "ours" };
const aReview = { ...here, review: "00000000-0000-4000-8000-000000000000" };

/** An action that leads to another page when it is done: that it went on is what counts. */
const unlessLed = (done: Promise<unknown>) =>
  done.catch((error: { digest?: string }) => {
    if (!error.digest?.includes(";/write/")) throw error;
  });

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
    door: "a lesson’s check",
    open: writers,
    knock: () => enter("page /write/[course]/lessons/[folder]/check", { ...here, folder: "01-a" }),
  },
  {
    door: "checking a lesson",
    open: writers,
    knock: () => unlessLed(startCheck(aForm({ ...here, folder: "01-a" }))),
  },
  {
    door: "what would change",
    open: writers,
    knock: () => enter("page /write/[course]/changes", here),
  },
  {
    door: "the history",
    open: writers,
    knock: () => enter("page /write/[course]/history", here),
  },
  {
    door: "a version",
    open: writers,
    knock: () => enter("page /write/[course]/history/[version]", { ...here, version: "1" }),
  },
  {
    door: "restoring a version",
    open: writers,
    knock: () => unlessLed(restoreVersion(aForm({ ...here, version: "1" }))),
  },
  {
    door: "course.yaml as text",
    open: writers,
    knock: () => enter("page /write/[course]/yaml/[file]", { ...here, file: "course.yaml" }),
  },
  {
    door: "arranging lessons",
    open: writers,
    knock: () => unlessLed(arrangeLesson(aForm({ ...here, folder: "01-a", do: "up" }))),
  },
  {
    door: "a lesson’s address",
    open: writers,
    knock: () => giveAddress(own, aForm({ ...here, folder: "01-a", slug: "" })),
  },
  {
    door: "checking all lessons",
    open: writers,
    knock: () => unlessLed(checkAll(aForm(here))),
  },
  {
    door: "beginning a glossary",
    open: writers,
    knock: () => unlessLed(beginGlossary(aForm(here))),
  },
  {
    door: "the reviews",
    open: writers,
    knock: () => enter("page /write/[course]/reviews", here),
  },
  {
    door: "a review",
    open: writers,
    knock: () => enter("page /write/[course]/reviews/[review]", aReview),
  },
  { door: "approving", open: writers, knock: () => approve(undecided, aForm(aReview)) },
  { door: "declining", open: writers, knock: () => decline(undecided, aForm(aReview)) },
  { door: "withdrawing", open: writers, knock: () => unlessLed(withdraw(aForm(aReview))) },
  {
    door: "the settings",
    open: writers,
    knock: () => enter("page /write/[course]/settings", here),
  },
  {
    door: "what course.yaml says",
    open: writers,
    knock: () => saveAboutCourse(own, aForm({ ...here, title: "" })),
  },
  {
    door: "adding an author",
    open: authors,
    knock: () => addCourseAuthor(own, aForm({ ...here, email: "" })),
  },
  {
    door: "changing an author",
    open: authors,
    knock: () => changeCourseAuthor(own, aForm({ ...here, person: "", to: "" })),
  },
  {
    door: "whether it is reviewed",
    open: authors,
    knock: () => unlessLed(setCourseReviewed(aForm({ ...here, reviewed: "no" }))),
  },
  {
    door: "adding a lesson",
    open: writers,
    knock: () => makeLesson(own, aForm({ ...here, title: "" })),
  },
  {
    door: "publishing",
    open: writers,
    knock: () => publishCourse(unpublished, aForm({ ...here, note: "" })),
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
  {
    door: "checking a YAML file as it is written",
    open: writers,
    knock: () => checkYaml({ ...here, file: "course.yaml", text: "" }),
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

/** What a window sends that has course.yaml open. */
async function asksForNews() {
  const course = await findWritten("ours");
  const file = (await findText(course!.id, "course.yaml"))!.id;
  return { file, clientId: randomUUID(), version: 0, change: null };
}

test("an author finds out about some thirty emails an hour whether they have an account, and another author about their own", async () => {
  const [author, admin] = [people.get("author")!, people.get("admin")!];
  const add = (email: string) => addCourseAuthor(own, aForm({ ...here, email, role: "co_author" }));
  request.cookies.set(sessionCookieName(), await sealSession(author));
  for (let i = 0; i < 30; i++) {
    expect((await add(`nobody-${i}@school.test`)).errors.email).toContain("Nobody here has");
  }
  for (const email of ["nobody-31@school.test", admin.email!]) {
    expect((await add(email)).errors.email).toMatch(
      /^That’s a lot of emails. Try again in \d+ minutes.$/,
    );
  }
  request.cookies.set(sessionCookieName(), await sealSession(admin));
  expect((await add("nobody-32@school.test")).errors.email).toContain("Nobody here has");
});

describe("what is typed", () => {
  test.each(everybody)("%s", async (name) => {
    const user = people.get(name);
    if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
    const body = JSON.stringify(await asksForNews());
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

test("a script that writes far faster than anybody types has to wait", async () => {
  vi.stubEnv("CHECKS_PER_MINUTE", "1");
  request.cookies.set(sessionCookieName(), await sealSession(people.get("co-author")!));
  const statuses: number[] = [];
  for (let i = 0; i < 15; i++) {
    const body = JSON.stringify(await asksForNews());
    const sent = new Request("http://localhost/write/ours/text", { method: "POST", body });
    statuses.push((await writeText(sent, { params: Promise.resolve({ course: "ours" }) })).status);
  }
  vi.unstubAllEnvs();
  expect(statuses[0]).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});

test("a preview that is asked for far faster than anybody pauses says how long to wait", async () => {
  vi.stubEnv("CHECKS_PER_MINUTE", "1");
  request.cookies.set(sessionCookieName(), await sealSession(people.get("co-author")!));
  const asked = { course: "ours", folder: "01-a", text: "", line: 1, set: 1 };
  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await preview(asked));
  vi.unstubAllEnvs();
  expect(answers[0]).toHaveProperty("issues");
  expect(answers.at(-1)).toEqual({ wait: expect.any(Number) });
});

test("the author of fifty courses makes no other, and is told so", async () => {
  const author = people.get("author of another course")!;
  const have = await db.courseAuthor.count({ where: { userId: author.id } });
  for (let i = have; i < 50; i++) await createCourse(author.id, { slug: `c-${i}`, ...about });
  request.cookies.set(sessionCookieName(), await sealSession(author));
  const form = aForm({ title: "One more", slug: "one-more", summary: "More." });
  expect(await makeCourse(own, form)).toMatchObject({
    errors: { form: expect.stringContaining("50 courses") },
  });
  expect(await findWritten("one-more")).toBeNull();
});

test("a course with two hundred lessons takes no other, and its author is told so", async () => {
  const author = people.get("author")!;
  await createCourse(author.id, { slug: "long", ...about });
  const { id: courseId } = (await findWritten("long"))!;
  const lessons = Array.from({ length: 200 }, (_, i) => ({
    ...{ courseId, path: `${i + 1}-l${i}/lesson.mdx`, text: "" },
  }));
  await db.courseFile.createMany({ data: lessons });
  request.cookies.set(sessionCookieName(), await sealSession(author));
  expect(await makeLesson(own, aForm({ course: "long", title: "More" }))).toMatchObject({
    errors: { form: expect.stringContaining("at most 200 lessons") },
  });
});

test("what is wrong with a YAML file is told with its place, and one that is asked of too often says how long to wait", async () => {
  request.cookies.set(sessionCookieName(), await sealSession(people.get("author")!));
  const ask = (file: "course.yaml" | "glossary.yaml", text: string) =>
    checkYaml({ course: "ours", file, text });
  expect(await ask("course.yaml", "title: T\nsumary: S\nhours: many\n")).toMatchObject({
    issues: [
      { line: 2, column: 1, message: "there is no key sumary" },
      { line: 3, column: 1, message: "hours must be a number" },
    ],
  });
  expect(await ask("course.yaml", "title: [\n")).toMatchObject({
    issues: [{ line: 1, column: 8 }],
  });
  expect(await ask("glossary.yaml", "- { id: a, term: A }\n")).toMatchObject({
    issues: [{ line: 1, message: "means is missing" }],
  });
  expect(await ask("course.yaml", "title: T\nsummary: S\n")).toEqual({ issues: [] });
  vi.stubEnv("CHECKS_PER_MINUTE", "1");
  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await ask("course.yaml", ""));
  vi.unstubAllEnvs();
  expect(answers.at(-1)).toEqual({ wait: expect.any(Number) });
});
