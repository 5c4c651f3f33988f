import { beforeAll, describe, expect, test, vi } from "vitest";
import { begin, handInNow, spendDay } from "@/app/assignments/[assignment]/actions";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { copy, lesson, load } from "../a-course";
import { aForm } from "../a-fields";
import { anAssignment, aSectionOf } from "../assessment/an-assignment";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

/** Everybody there is, by what they are to the section "ours". */
const everybody = [
  "anonymous",
  "student",
  "student of another section",
  "assistant",
  "instructor of another course",
  "instructor",
  "removed student",
  "removed instructor",
  "admin",
] as const;

type Somebody = (typeof everybody)[number];

const people = new Map<Somebody, User>();
let [published, hidden] = ["", ""];

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(copy) } });
  const [ours, theirs] = [await aSectionOf("copy"), await aSectionOf("copy")];
  published = await anAssignment({ sectionId: ours, kind: "exam", items: ["copy"] });
  hidden = await anAssignment({ sectionId: ours, items: ["copy"], published: false });
  await person("student", ours, "student");
  await person("student of another section", theirs, "student");
  await person("assistant", ours, "assistant");
  await person("instructor of another course", theirs, "instructor");
  await person("instructor", ours, "instructor");
  await person("removed student", ours, "student");
  await person("removed instructor", ours, "instructor");
  await person("admin", null, "student");
  await db.user.updateMany({ where: { name: "admin" }, data: { role: "admin" } });
  const removed = { user: { name: { startsWith: "removed" } } };
  await db.enrollment.updateMany({ where: removed, data: { removedAt: new Date() } });
  for (const [name, { id }] of people)
    people.set(name, await db.user.findUniqueOrThrow({ where: { id } }));
});

async function person(
  name: Somebody,
  sectionId: string | null,
  role: "student" | "assistant" | "instructor",
) {
  const email = `${name.replaceAll(" ", "-")}@school.test`;
  const enrollments = sectionId ? { create: { sectionId, role } } : {};
  people.set(name, await db.user.create({ data: { name, email, enrollments } }));
}

const staff = ["assistant", "instructor", "admin"] as const;
const own = { values: {}, errors: {} };

const doors: readonly {
  readonly door: string;
  readonly open: readonly Somebody[];
  readonly knock: () => Promise<unknown>;
}[] = [
  {
    door: "an assignment's page",
    open: ["student", ...staff],
    knock: () => enter("page /assignments/[assignment]", { assignment: published }),
  },
  {
    door: "the page of one that is not published",
    open: staff,
    knock: () => enter("page /assignments/[assignment]", { assignment: hidden }),
  },
  {
    door: "an address that is none",
    open: [],
    knock: () => enter("page /assignments/[assignment]", { assignment: "nonsense" }),
  },
  {
    door: "beginning it",
    open: ["student", ...staff],
    knock: () => begin(own, aForm({ assignment: published })),
  },
  {
    door: "spending a late day",
    open: ["student", ...staff],
    knock: () => spendDay(aForm({ assignment: published, spent: "0" })),
  },
  {
    door: "handing it in",
    open: ["student", ...staff],
    knock: () => handInNow(aForm({ assignment: published })),
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

test("nobody but the student has begun anything by all that", async () => {
  const works = await db.assignmentWork.findMany({ select: { userId: true } });
  expect(works.map(({ userId }) => userId)).toEqual([people.get("student")!.id]);
});
