import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { copy } from "@/app/sections/[section]/copy/actions";
import { copyTerm } from "@/lib/assessment/setting/copy-section";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { changeDetail, changeRole, movePerson, removePerson } from "@/lib/cohort/change-place";
import { findSectionChanges } from "@/lib/cohort/changes";
import { joinByCode } from "@/lib/cohort/join";
import {
  changeJoinCode,
  changeSettings,
  createSection,
  findSettings,
  type Settings,
} from "@/lib/cohort/settings";
import { findStudentSection } from "@/lib/cohort/student-section";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import { lesson, load, copy as same, twice } from "../a-course";
import { aForm } from "../a-fields";
import { answer } from "../a-learner";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

let courseId: string;
/** The ids of the course's lessons, by title. */
const lessons: Record<string, string> = {};
const people: Record<string, User> = {};
let section: string;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(twice, "One"), "02-b": lesson(same, "Two") } });
  courseId = (await db.course.findFirstOrThrow()).id;
  for (const { id, title } of await db.lesson.findMany()) lessons[title] = id;
  for (const name of ["Ines", "Felix", "Ada", "Bob"]) {
    people[name] = await db.user.create({ data: { name, email: `${name}@school.test` } });
  }
});

/** A section that Ines teaches with Felix, where Ada learns and Bob was removed. */
beforeEach(async () => {
  await db.$executeRaw`truncate enrollment, audit_event, assignment, section cascade`;
  section = (await createSection(people.Ines!.id, courseId, settings))!;
  const sectionId = section;
  await db.enrollment.createMany({
    data: [
      { userId: people.Felix!.id, sectionId, role: "assistant", campusId: "f-1" },
      { userId: people.Ada!.id, sectionId },
      { userId: people.Bob!.id, sectionId, role: "assistant", removedAt: new Date() },
    ],
  });
});

const settings: Settings = {
  name: "Spring",
  startsOn: "2027-02-15",
  endsOn: "2027-06-30",
  timeZone: "Europe/Berlin",
  leavesOut: [],
  lateDays: 0,
};

describe("what was changed in a section", () => {
  const told = async (page = 1) => (await findSectionChanges(section, page))!;
  const by = (person: string) => ({
    actorId: people.Ines!.id,
    sectionId: section,
    personId: people[person]!.id,
  });

  test("is told in sentences, the newest first, with what stood before and after in plain words", async () => {
    const next = { ...settings, endsOn: null, timeZone: "Asia/Tokyo", leavesOut: [lessons.Two!] };
    await changeSettings(people.Ines!.id, section, next);
    await changeRole({ ...by("Ada"), reason: "Helps out" }, "assistant");
    await changeDetail(by("Ada"), "campusId", "m-1");
    await removePerson(by("Felix"));
    await changeJoinCode(people.Ines!.id, section, false);
    const { changes, timeZone, name } = await told();
    expect([name, timeZone]).toEqual(["Spring", "Asia/Tokyo"]);
    expect(changes.map(({ sentence, details }) => [sentence, details])).toEqual([
      ["Ines changed the join code.", [{ what: "Joining by code", before: null, after: "closed" }]],
      ["Ines removed Felix.", [{ what: "Role", before: "assistant", after: null }]],
      ["Ines changed the campus id of Ada.", [{ what: "Campus id", before: "none", after: "m-1" }]],
      ["Ines changed the role of Ada.", [{ what: "Role", before: "student", after: "assistant" }]],
      [
        "Ines changed the settings.",
        [
          { what: "Last day", before: "30 June 2027", after: "none" },
          { what: "Time zone", before: "Europe/Berlin", after: "Asia/Tokyo" },
          { what: "Lessons left out", before: "none", after: "Two" },
        ],
      ],
      ["Ines made the section.", [{ what: "Name", before: null, after: "Spring" }]],
    ]);
    expect(changes.map(({ reason }) => reason)).toContain("Helps out");
  });

  test("names the section that somebody was moved to, and tells it in both", async () => {
    const spec = { ...settings, name: "Autumn" };
    const other = (await createSection(people.Ines!.id, courseId, spec))!;
    await movePerson(by("Ada"), other);
    expect((await told()).changes[0]).toMatchObject({
      sentence: "Ines moved Ada between sections.",
      details: [{ what: "To section", before: null, after: "Autumn" }],
    });
    expect((await findSectionChanges(other, 1))?.changes[0]).toMatchObject({
      details: [{ what: "From section", before: null, after: "Spring" }],
    });
  });

  test("tells who joined by themselves", async () => {
    const { joinCode } = (await findSettings(section))!;
    const cleo = await db.user.create({ data: { name: "Cleo", email: `${randomUUID()}@a.test` } });
    await joinByCode(cleo.id, joinCode!);
    expect((await told()).changes[0]?.sentence).toBe("Cleo joined.");
  });

  test("says of a lesson that is no longer there that it is gone, and shows no id", async () => {
    await changeSettings(people.Ines!.id, section, { ...settings, leavesOut: [randomUUID()] });
    expect((await told()).changes[0]?.details).toEqual([
      { what: "Lessons left out", before: "none", after: "a lesson that is gone" },
    ]);
  });

  test("comes in pages; of a section that there is not, there is nothing", async () => {
    await db.auditEvent.createMany({
      data: Array.from({ length: 60 }, () => ({ action: "section.code", sectionId: section })),
    });
    expect(await told(2)).toMatchObject({ page: 2, pages: 2 });
    expect((await told(2)).changes.at(-1)?.sentence).toBe("Ines made the section.");
    expect((await told(99)).page).toBe(2);
    expect(await findSectionChanges(randomUUID(), 1)).toBeNull();
  });
});

describe("a section copied for the next term", () => {
  const copied = async (changed: Partial<Settings> = {}, startsOn = "2027-09-06") => {
    await changeSettings(people.Ines!.id, section, { ...settings, ...changed });
    const id = await copyTerm(people.Ines!.id, section, { name: "Autumn", startsOn });
    return (await findSettings(id))!;
  };

  test("has its dates moved by whole days, its lessons, its zone, and a code of its own", async () => {
    const { joinCode } = (await findSettings(section))!;
    const next = await copied({ leavesOut: [lessons.One!] });
    expect(next).toMatchObject({
      name: "Autumn",
      // 203 days on, over a change to summer time.
      startsOn: "2027-09-06",
      endsOn: "2028-01-19",
      timeZone: "Europe/Berlin",
      leavesOut: [lessons.One],
      demo: false,
    });
    expect(next.joinCode).toMatch(/^[A-Z2-9]{8}$/);
    expect(next.joinCode).not.toBe(joinCode);
    expect((await findSettings(section))?.joinCode).toBe(joinCode);
  });

  test("can lie before its original, and over a leap day", async () => {
    expect(await copied({}, "2024-02-01")).toMatchObject({
      startsOn: "2024-02-01",
      // 135 days, the 29th of February among them.
      endsOn: "2024-06-15",
    });
  });

  test("has no last day where there is nothing to work it out from", async () => {
    expect(await copied({ endsOn: null })).toMatchObject({ endsOn: null });
    expect(await copied({ startsOn: null })).toMatchObject({
      startsOn: "2027-09-06",
      endsOn: null,
    });
  });

  test("has its staff with their roles and campus ids, no student and nobody who was removed", async () => {
    const { id: sectionId } = await copied();
    const rows = await db.enrollment.findMany({
      where: { sectionId },
      orderBy: { role: "asc" },
      select: { role: true, campusId: true, removedAt: true, user: { select: { name: true } } },
    });
    expect(rows).toEqual([
      { role: "assistant", campusId: "f-1", removedAt: null, user: { name: "Felix" } },
      { role: "instructor", campusId: null, removedAt: null, user: { name: "Ines" } },
    ]);
  });

  test("has its assignments as drafts, at the same time of day as many days later, without what was taken out", async () => {
    await changeSettings(people.Ines!.id, section, settings);
    const { id: exerciseId } = await db.exercise.findFirstOrThrow();
    const pool = { create: { exerciseId, place: 0 } };
    await db.assignment.create({
      data: {
        ...{ sectionId: section, title: "Homework 1", intro: "Hello", policy: { attempts: 2 } },
        publishedAt: new Date(),
        // Winter time in Berlin; the copy lies in summer time.
        opensAt: new Date("2027-02-15T07:00:00Z"),
        dueAt: new Date("2027-02-22T22:59:00Z"),
        closesAt: new Date("2027-03-01T22:59:00Z"),
        items: {
          create: [
            { place: 0, points: 3, draws: 0, pool },
            { place: 1, points: 5, pool },
          ],
        },
        extensions: { create: { userId: people.Ada!.id, extraAttempts: 1 } },
      },
    });
    const { id: sectionId } = await copied();
    const rows = await db.assignment.findMany({
      where: { sectionId },
      include: { items: { include: { pool: true } }, extensions: true },
    });
    expect(rows).toMatchObject([
      {
        ...{ title: "Homework 1", intro: "Hello", policy: { attempts: 2 }, publishedAt: null },
        opensAt: new Date("2027-09-06T06:00:00Z"),
        dueAt: new Date("2027-09-13T21:59:00Z"),
        closesAt: new Date("2027-09-20T21:59:00Z"),
        items: [{ place: 0, points: 5, draws: 1, pool: [{ exerciseId }] }],
        extensions: [],
      },
    ]);
  });

  test("begins its history with where it comes from", async () => {
    const { id } = await copied({ endsOn: null });
    const { changes } = (await findSectionChanges(id, 1))!;
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      "Ines copied the section from another.",
    ]);
    expect(changes[0]?.details).toEqual([
      { what: "Name", before: null, after: "Autumn" },
      { what: "First day", before: null, after: "6 September 2027" },
      { what: "From section", before: null, after: "Spring" },
    ]);
  });

  test("is made by its instructor's form, once its name and day can be read", async () => {
    request.cookies.set(sessionCookieName(), await sealSession(people.Ines!));
    const send = (fields: Record<string, string>) =>
      copy({ values: {}, errors: {} }, aForm({ section, ...fields }));
    const count = () => db.section.count();
    for (const startsOn of ["", "soon", "2027-02-30", "0027-02-15", "9999-12-31"]) {
      const { errors, values } = await send({ name: "Autumn", startsOn });
      expect(Object.keys(errors), startsOn).toEqual(["startsOn"]);
      expect(values).toEqual({ name: "Autumn", startsOn });
    }
    expect((await send({ name: " \u200b", startsOn: "2027-09-06" })).errors).toHaveProperty("name");
    expect(await count()).toBe(1);
    const end = await endOf(send({ name: "Autumn", startsOn: "2027-09-06" }));
    const made = await db.section.findFirstOrThrow({ where: { name: "Autumn" } });
    expect(end).toBe(`/sections/${made.id}`);
  });
});

describe("a section as its students see it", () => {
  test("has its dates, staff and lessons, without those left out, and how far this student is", async () => {
    await changeSettings(people.Ines!.id, section, { ...settings, leavesOut: [lessons.Two!] });
    const ada = { userId: people.Ada!.id, seedKey: `user:${people.Ada!.id}`, viewer: null };
    await answer(ada, { two: "14", three: "21" });
    const seen = (await findStudentSection(section, ada.userId))!;
    expect(seen).toMatchObject({
      name: "Spring",
      course: { slug: "course" },
      startsOn: "2027-02-15",
      endsOn: "2027-06-30",
      staff: [
        { name: "Ines", role: "instructor" },
        { name: "Felix", role: "assistant" },
      ],
    });
    expect(seen.lessons.map(({ title, earned, possible }) => [title, earned, possible])).toEqual([
      ["One", 3, 3],
    ]);
    const empty = (await findStudentSection(section, null))!;
    expect({ ...seen, lessons: [] }).toEqual({ ...empty, lessons: [] });
    expect(empty.lessons.map(({ title, earned, possible }) => [title, earned, possible])).toEqual([
      ["One", 0, 3],
    ]);
  });

  test("of a section that there is not, there is nothing", async () => {
    expect(await findStudentSection(randomUUID(), null)).toBeNull();
  });
});
