import { beforeAll, describe, expect, test, vi } from "vitest";
import { makeLesson, publishCourse } from "@/app/write/[course]/actions";
import { preview } from "@/app/write/[course]/lessons/[folder]/actions";
import { POST as writeText } from "@/app/write/[course]/text/route";
import { makeCourse } from "@/app/write/actions";
import { enter } from "@/lib/access/enter";
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
    door: "the preview",
    open: writers,
    knock: () => preview({ ...here, text: "", line: 1, set: 1 }),
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
