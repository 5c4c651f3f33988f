import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  markExercise,
  markWork,
} from "@/app/sections/[section]/gradebook/[student]/[assignment]/actions";
import { GET as csv } from "@/app/sections/[section]/gradebook/csv/route";
import { importMarks } from "@/app/sections/[section]/gradebook/import/actions";
import { start } from "@/app/sections/[section]/gradebook/import/start";
import { GET as rows } from "@/app/sections/[section]/gradebook/rows/route";
import { saveGrading } from "@/app/sections/[section]/gradebook/settings/actions";
import { enter } from "@/lib/access/enter";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { untouched } from "@/lib/ui/filled-form";
import { aForm } from "../a-fields";
import { type AGradebook, aGradebook } from "../assessment/a-gradebook";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

const people: Record<string, User> = {};
let book: AGradebook;
let elsewhere: { section: string; assignment: string };

beforeAll(async () => {
  book = await aGradebook();
  const { courseId } = await db.section.findUniqueOrThrow({ where: { id: book.sectionId } });
  const beside = await db.section.create({ data: { courseId, name: "Beside" } });
  const from = await db.assignment.findFirstOrThrow();
  const { id: assignment } = await db.assignment.create({
    data: { ...from, id: randomUUID(), sectionId: beside.id, policy: from.policy ?? {} },
  });
  elsewhere = { section: beside.id, assignment };
  people.instructor = await db.user.findUniqueOrThrow({ where: { id: book.teacherId } });
  people.student = await db.user.findUniqueOrThrow({ where: { id: book.students.Ada! } });
  people["removed student"] = await db.user.findUniqueOrThrow({ where: { id: book.students.Cy! } });
  await person("assistant", "student", { sectionId: book.sectionId, role: "assistant" });
  await person("colleague", "instructor", { sectionId: beside.id, role: "instructor" });
  await person("student beside", "student", { sectionId: beside.id, role: "student" });
  await person("admin", "admin");

  async function person(name: string, role: User["role"], enrollment?: object) {
    const email = `${name.replaceAll(" ", "-")}@doors.test`;
    const enrollments = enrollment ? { create: enrollment as never } : undefined;
    people[name] = await db.user.create({ data: { name, email, role, enrollments } });
  }
});

const everybody = [
  "instructor",
  "assistant",
  "admin",
  "student",
  "removed student",
  "colleague",
  "student beside",
] as const;

const staff: readonly string[] = ["instructor", "assistant", "admin"];
const teaching: readonly string[] = ["instructor", "admin"];
const members: readonly string[] = [...staff, "student"];

const section = () => book.sectionId;
const student = () => book.students.Ada!;
const place = () => ({ section: section(), student: student(), assignment: book.closed.id });
const seen = JSON.stringify({ override: null, excused: false, comment: "" });
const context = () => ({ params: Promise.resolve({ section: section() }) });
const went = async (response: Promise<Response>) => {
  const { status } = await response;
  if (status === 404) throw new Error("404");
  return status;
};
const get = new Request("http://localhost/");

const doors: Record<string, readonly [() => Promise<unknown>, readonly string[]]> = {
  "page gradebook": [
    () => enter("page /sections/[section]/gradebook", { section: section() }),
    staff,
  ],
  "page [student]": [
    () =>
      enter("page /sections/[section]/gradebook/[student]", {
        section: section(),
        student: student(),
      }),
    staff,
  ],
  "page [student] of a removed one": [
    () =>
      enter("page /sections/[section]/gradebook/[student]", {
        section: section(),
        student: book.students.Cy!,
      }),
    staff,
  ],
  "page [student] of another section": [
    () =>
      enter("page /sections/[section]/gradebook/[student]", {
        section: section(),
        student: people["student beside"]!.id,
      }),
    [],
  ],
  "page [assignment]": [
    () => enter("page /sections/[section]/gradebook/[student]/[assignment]", place()),
    staff,
  ],
  "page [assignment] of another section": [
    () =>
      enter("page /sections/[section]/gradebook/[student]/[assignment]", {
        ...place(),
        assignment: elsewhere.assignment,
      }),
    [],
  ],
  "page [exercise]": [
    () =>
      enter("page /sections/[section]/gradebook/[student]/[assignment]/[exercise]", {
        ...place(),
        exercise: randomUUID(),
      }),
    staff,
  ],
  "page export": [
    () => enter("page /sections/[section]/gradebook/export", { section: section() }),
    staff,
  ],
  "page import": [
    () => enter("page /sections/[section]/gradebook/import", { section: section() }),
    staff,
  ],
  "page settings": [
    () => enter("page /sections/[section]/gradebook/settings", { section: section() }),
    teaching,
  ],
  "page grades": [() => enter("page /sections/[section]/grades", { section: section() }), members],
  "action markWork": [() => markWork(untouched, aForm({ ...place(), seen, comment: "" })), staff],
  "action markExercise": [
    () => markExercise(untouched, aForm({ ...place(), assigned: randomUUID(), seen })),
    staff,
  ],
  "action importMarks": [
    () => importMarks(start, aForm({ section: section(), text: "Email\n" })),
    staff,
  ],
  "action saveGrading": [
    () => saveGrading({ typed: { categories: [], letters: [] }, errors: {} }, settings()),
    teaching,
  ],
};

/** What stands there already. */
const settings = () =>
  aForm({
    section: section(),
    id: ["hw", "pr"],
    name: ["Homework", "Project"],
    weight: ["3", "1"],
    drop: ["0", "0"],
    letter: ["A", "B"],
    from: ["90", "50"],
  });

const routes: Record<string, () => Promise<number>> = {
  "GET csv": () => went(csv(get, context())),
  "GET rows": () => went(rows(get, context())),
};

describe.each(Object.entries(doors))("%s", (_, [open, allowed]) => {
  test.each(everybody)("for the %s", async (name) => {
    request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
    expect(await endOf(open())).toBe(allowed.includes(name) ? "it went on" : "404");
  });

  test("asks somebody who is not signed in to sign in first", async () => {
    request.cookies.delete(sessionCookieName());
    expect(await endOf(open())).toMatch(/^\/sign-in\?next=/);
  });
});

describe.each(Object.entries(routes))("%s", (_, open) => {
  test.each(everybody)("for the %s", async (name) => {
    request.cookies.set(sessionCookieName(), await sealSession(people[name]!));
    const end = await open().catch(({ message }: Error) => message);
    expect(end).toBe(staff.includes(name) ? 200 : "404");
  });
});

test("what only passed the doors changed nothing", async () => {
  expect(await db.auditEvent.count()).toBe(0);
});

test("a mark that is sent is kept, and what cannot be read is shown again as typed", async () => {
  request.cookies.set(sessionCookieName(), await sealSession(people.assistant!));
  const exercise = await db.assignedExercise.findFirstOrThrow({
    where: { work: { userId: student() }, place: 0 },
  });
  const send = (fields: Record<string, string>) =>
    markExercise(untouched, aForm({ ...place(), assigned: exercise.id, seen, ...fields }));
  expect(await send({ mark: "lots", reason: "Because", comment: "Hm" })).toEqual({
    values: { mark: "lots", reason: "Because", comment: "Hm" },
    errors: { mark: expect.stringMatching(/“lots” is no mark/) },
  });
  expect((await send({ mark: "3" })).errors).toEqual({ reason: expect.stringMatching(/Say why/) });
  expect((await send({ mark: "3", reason: "A slip in the key" })).done).toMatch(/Saved/);
  const kept = await db.assignedExercise.findUniqueOrThrow({ where: { id: exercise.id } });
  expect(kept).toMatchObject({ override: 0.5, excused: false });
  expect((await send({ mark: "2", reason: "Later" })).errors.form).toMatch(/Someone else/);
});
