import { notFound, redirect } from "next/navigation";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changeRole } from "@/app/people/[person]/actions";
import AsStudentPage from "@/app/sections/[section]/as-student/page";
import { copy } from "@/app/sections/[section]/copy/actions";
import { start, stop } from "@/app/sections/[section]/live/actions";
import { GET } from "@/app/sections/[section]/live/events/route";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db, pool } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { aForm } from "../a-fields";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

/** Everybody there is, by what they are to the section "ours". */
const everybody = [
  "anonymous",
  "stranger",
  "student",
  "student of another section",
  "assistant",
  "assistant of another section",
  "instructor of another section",
  "instructor of another course",
  "instructor of no section",
  "instructor",
  "removed student",
  "removed assistant",
  "removed instructor",
  "admin",
] as const;

type Somebody = (typeof everybody)[number];

const people = new Map<Somebody, User>();
const sections: Record<string, string> = {};

beforeAll(async () => {
  for (const [slug, names] of [
    ["c", ["ours", "beside"]],
    ["d", ["theirs"]],
  ] as const) {
    const course = await db.course.create({ data: { slug, title: slug, summary: "S" } });
    for (const name of names) {
      sections[name] = (await db.section.create({ data: { courseId: course.id, name } })).id;
    }
  }
  await person("stranger");
  await person("student", { ours: "student" });
  await person("student of another section", { beside: "student" });
  await person("assistant", { ours: "assistant" });
  await person("assistant of another section", { beside: "assistant", ours: "student" });
  await person("instructor of another section", { beside: "instructor" }, "instructor");
  await person("instructor of another course", { theirs: "instructor" }, "instructor");
  await person("instructor of no section", {}, "instructor");
  await person("instructor", { ours: "instructor" }, "instructor");
  await person("removed student", { ours: "student" });
  await person("removed assistant", { ours: "assistant" });
  await person("removed instructor", { ours: "instructor" }, "instructor");
  await person("admin", {}, "admin");
  const removed = { user: { name: { startsWith: "removed" } } };
  await db.enrollment.updateMany({ where: removed, data: { removedAt: new Date() } });
});

async function person(
  name: Somebody,
  roles: Record<string, "student" | "assistant" | "instructor"> = {},
  role: User["role"] = "student",
) {
  const email = `${name.replaceAll(" ", "-")}@school.test`;
  const user = await db.user.create({ data: { name, email, role } });
  people.set(name, user);
  for (const [section, as] of Object.entries(roles)) {
    const sectionId = sections[section]!;
    await db.enrollment.create({ data: { userId: user.id, sectionId, role: as } });
  }
}

const signInAs = async (name: Somebody) => {
  const user = people.get(name);
  if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
};

const section = () => ({ section: sections.ours! });
const somebody = () => ({ person: people.get("student")!.id });

const students = ["student", "assistant of another section"] as const;

const doors: readonly {
  readonly door: string;
  readonly open: readonly Somebody[];
  readonly knock: () => Promise<unknown>;
}[] = [
  {
    door: "the section",
    open: ["assistant", "instructor", "admin"],
    knock: () => enter("page /sections/[section]", section()),
  },
  {
    door: "a student's page of the section",
    open: [...students, "assistant", "instructor", "admin"],
    knock: () => enter("page /sections/[section]/mine", section()),
  },
  {
    door: "the section as a student sees it",
    open: ["assistant", "instructor", "admin"],
    knock: () => enter("page /sections/[section]/as-student", section()),
  },
  {
    door: "the section's changes",
    open: ["instructor", "admin"],
    knock: () => enter("page /sections/[section]/changes", section()),
  },
  {
    door: "the page that copies the section",
    open: ["instructor", "admin"],
    knock: () => enter("page /sections/[section]/copy", section()),
  },
  {
    door: "copying the section",
    open: ["instructor", "admin"],
    knock: () => copy({ values: {}, errors: {} }, aForm(section())),
  },
  {
    door: "the section's live view",
    open: ["assistant", "instructor", "admin"],
    knock: () => enter("page /sections/[section]/live", section()),
  },
  {
    door: "what is open in the section, to answer",
    open: [...students, "assistant", "instructor", "admin"],
    knock: () => enter("page /sections/[section]/live/answer", section()),
  },
  {
    door: "stopping what is open",
    open: ["assistant", "instructor", "admin"],
    knock: () => wentTo("/sections/", stop(aForm(section()))),
  },
  {
    door: "the list of what is due",
    open: everybody,
    knock: () => enter("page /assignments", {}),
  },
  {
    door: "a new address for one's calendar",
    open: everybody,
    knock: () => enter("action /assignments/actions newCalendarAddress", {}),
  },
  {
    door: "the list of people",
    open: ["admin"],
    knock: () => enter("page /people", {}),
  },
  {
    door: "a person's page",
    open: ["admin"],
    knock: () => enter("page /people/[person]", somebody()),
  },
  {
    door: "changing a person's role",
    open: ["admin"],
    knock: () => changeRole({ values: {}, errors: {} }, aForm(somebody())),
  },
];

/** An action that leads on to a page when it is done. */
async function wentTo(path: string, action: Promise<unknown>) {
  const end = await endOf(action);
  if (end === "404") notFound();
  if (!end.startsWith(path)) redirect(end);
}

describe.each(doors)("$door", ({ open, knock }) => {
  test.each(everybody)("is there for %s, or is not", async (name) => {
    await signInAs(name);
    request.headers = new Headers({ "x-path": "/wanted" });
    const end = await endOf(knock());
    if (name === "anonymous") expect(end).toBe("/sign-in?next=%2Fwanted");
    else expect(end).toBe(open.includes(name) ? "it went on" : "404");
  });
});

test.each(everybody)("the events of the live view are there for %s, or are not", async (name) => {
  await signInAs(name);
  const { status } = await GET(new Request("http://localhost/"), {
    params: Promise.resolve(section()),
  });
  // Nothing is open to tell of.
  expect(status).toBe(["assistant", "instructor", "admin"].includes(name) ? 204 : 404);
});

describe("a form that names another", () => {
  beforeEach(() => signInAs("instructor"));

  test("section than theirs, or no exercise of its course, opens nothing", async () => {
    for (const one of [{ section: sections.beside! }, { section: "\0" }, {}, section()]) {
      const sent = aForm({ exercise: sections.ours!, ...one } as Record<string, string>);
      expect(await endOf(start(sent))).toBe("404");
    }
    expect(await db.liveSession.count()).toBe(0);
  });

  test("section than theirs copies nothing, and one that names none neither", async () => {
    const fields = { name: "Mine now", startsOn: "2027-09-06" };
    for (const one of [{ section: sections.beside! }, { section: "\0" }, {}]) {
      const sent = aForm({ ...fields, ...one } as Record<string, string>);
      expect(await endOf(copy({ values: {}, errors: {} }, sent))).toBe("404");
    }
    expect(await db.section.count()).toBe(3);
  });

  test("role for themselves gives them none", async () => {
    const { id } = people.get("instructor")!;
    const sent = aForm({ person: id, role: "admin", reason: "I want to" });
    expect(await endOf(changeRole({ values: {}, errors: {} }, sent))).toBe("404");
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ role: "instructor" });
    expect(await db.auditEvent.count()).toBe(0);
  });

  test("thing that is no form is not there", async () => {
    for (const sent of [undefined, null, "x", {}]) {
      expect(await endOf(copy({ values: {}, errors: {} }, sent as never))).toBe("404");
      expect(await endOf(changeRole({ values: {}, errors: {} }, sent as never))).toBe("404");
    }
  });
});

test("looking at a section as a student sees it writes nothing at all", async () => {
  await signInAs("assistant");
  const before = await everything();
  await AsStudentPage({ params: Promise.resolve(section()) });
  expect(await everything()).toEqual(before);
});

/** A digest of each table's rows. */
async function everything(): Promise<Record<string, string>> {
  const tables = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from "${name}" t`,
    );
    digests[name] = rows[0]!.digest;
  }
  return digests;
}
