import { beforeAll, describe, expect, test, vi } from "vitest";
import { changeState } from "@/app/sections/[section]/assignments/[assignment]/actions";
import AsStudentPage from "@/app/sections/[section]/assignments/[assignment]/as-student/page";
import { saveExercises } from "@/app/sections/[section]/assignments/[assignment]/exercises/actions";
import {
  giveExtension,
  takeBack,
} from "@/app/sections/[section]/assignments/[assignment]/extensions/actions";
import { saveAssignment } from "@/app/sections/[section]/assignments/[assignment]/settings/actions";
import { makeAssignment } from "@/app/sections/[section]/assignments/new/actions";
import { enter } from "@/lib/access/enter";
import { tryAssignment } from "@/lib/assessment/trial/trial";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db, pool } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { copy, lesson, load, twice } from "../a-course";
import { aForm } from "../a-fields";
import { anAssignment, aSectionOf } from "../assessment/an-assignment";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const everybody = [
  "anonymous",
  "stranger",
  "student",
  "student of another section",
  "assistant",
  "instructor of another section",
  "instructor of no section",
  "instructor",
  "removed instructor",
  "admin",
] as const;

type Somebody = (typeof everybody)[number];

const people = new Map<Somebody, User>();
let ours = "";
let beside = "";
let assignment = "";
let besides = "";

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(`${twice}\n\n${copy}`) } });
  ours = await aSectionOf("twice");
  beside = await aSectionOf("twice");
  assignment = await anAssignment({ sectionId: ours, items: [["twice", "copy"], "twice"] });
  besides = await anAssignment({ sectionId: beside });
  for (const name of everybody.slice(1)) {
    const role = name === "admin" ? "admin" : name.startsWith("inst") ? "instructor" : "student";
    const email = `${name.replaceAll(" ", "-")}@school.test`;
    people.set(name, await db.user.create({ data: { name, email, role } }));
  }
  await enrol("student", ours, "student");
  await enrol("student of another section", beside, "student");
  await enrol("assistant", ours, "assistant");
  await enrol("instructor of another section", beside, "instructor");
  await enrol("instructor", ours, "instructor");
  await enrol("removed instructor", ours, "instructor", new Date());
});

const enrol = (
  name: Somebody,
  sectionId: string,
  role: "student" | "assistant" | "instructor",
  removedAt: Date | null = null,
) => db.enrollment.create({ data: { userId: people.get(name)!.id, sectionId, role, removedAt } });

const signInAs = async (name: Somebody) => {
  const user = people.get(name);
  if (user) request.cookies.set(sessionCookieName(), await sealSession(user));
};

const place = () => ({ section: ours, assignment });
const sent = () => aForm(place());
const page = "page /sections/[section]/assignments/[assignment]" as const;
const state = { values: {}, errors: {}, turn: 0 };

const staff: readonly Somebody[] = ["assistant", "instructor", "admin"];
const teaching: readonly Somebody[] = ["instructor", "admin"];

const doors: readonly [string, readonly Somebody[], () => Promise<unknown>][] = [
  ["the list", staff, () => enter("page /sections/[section]/assignments", { section: ours })],
  ["an assignment", staff, () => enter(page, place())],
  ["it as a student sees it", staff, () => enter(`${page}/as-student`, place())],
  ["it over made-up students", staff, () => enter(`${page}/trial`, place())],
  ["whose answers in it are alike", staff, () => enter(`${page}/alike`, place())],
  [
    "a new one",
    teaching,
    () => enter("page /sections/[section]/assignments/new", { section: ours }),
  ],
  ["its exercises", teaching, () => enter(`${page}/exercises`, place())],
  ["its extensions", teaching, () => enter(`${page}/extensions`, place())],
  ["its dates and rules", teaching, () => enter(`${page}/settings`, place())],
  ["making one", teaching, () => makeAssignment(state, aForm({ section: ours }))],
  ["publishing it", teaching, () => changeState(state, sent())],
  ["changing its exercises", teaching, () => saveExercises(state, sent())],
  ["changing its dates and rules", teaching, () => saveAssignment(state, sent())],
  ["giving an extension", teaching, () => giveExtension(state, sent())],
  ["taking an extension back", teaching, () => takeBack(state, sent())],
];

describe.each(doors)("%s", (_, open, knock) => {
  test.each(everybody)("is there for %s, or is not", async (name) => {
    await signInAs(name);
    request.headers = new Headers({ "x-path": "/wanted" });
    const end = await endOf(knock());
    if (name === "anonymous") expect(end).toBe("/sign-in?next=%2Fwanted");
    else expect(end).toBe(open.includes(name) ? "it went on" : "404");
  });
});

test("an assignment of another section is not there by way of one's own", async () => {
  await signInAs("instructor");
  for (const other of [besides, "\0", "x", ""]) {
    const there = { section: ours, assignment: other };
    expect(await endOf(enter(page, there))).toBe("404");
    const form = aForm({ ...there, do: "unpublish", title: "Mine" });
    for (const act of [changeState, saveExercises, saveAssignment, giveExtension, takeBack])
      expect(await endOf(act(state, form))).toBe("404");
  }
  for (const no of [undefined, null, "x", {}])
    expect(await endOf(saveAssignment(state, no as never))).toBe("404");
  expect(await db.auditEvent.count()).toBe(0);
});

test("a forged state and form change nothing", async () => {
  await signInAs("instructor");
  const agreed = aForm({ ...place(), do: "agree", hash: "x", reason: "x", items: "[]" });
  expect(await saveExercises("x" as never, agreed)).toMatchObject({ errors: { items: /./ } });
  expect(await saveAssignment(null as never, agreed)).toMatchObject({ errors: { title: /./ } });
  expect(await changeState(state, aForm({ ...place(), do: "constructor" }))).toMatchObject({
    errors: { form: expect.any(String) },
  });
});

test("trying an assignment before it opens writes nothing at all", async () => {
  await signInAs("assistant");
  const before = await everything();
  const params = Promise.resolve(place());
  await AsStudentPage({ params, searchParams: Promise.resolve({ page: "3" }) });
  const trial = await tryAssignment(assignment);
  expect(await everything()).toEqual(before);
  expect(trial.exercises.map(({ title, given }) => [title, given > 0])).toEqual([
    ["Twice and thrice", true],
    ["The same", true],
    ["Twice and thrice", true],
  ]);
  expect(trial.exercises[1]).toMatchObject({ draws: true, minutes: null, expected: 1.5 });
  expect(trial.firstTry).toBeNull();
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
