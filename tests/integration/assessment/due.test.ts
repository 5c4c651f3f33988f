import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { newCalendarAddress } from "@/app/assignments/actions";
import { GET } from "@/app/calendar/[secret]/route";
import { findCalendarAddress, renewCalendarAddress } from "@/lib/assessment/due/calendar";
import { listDue, listDueIn } from "@/lib/assessment/due/due";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { aLearner } from "../a-learner";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

let userId: string;
const sections: Record<string, string> = {};

/** A student of two sections, in Berlin and in New York, and no longer of a third. */
beforeEach(async () => {
  await db.$executeRaw`truncate course, "user", clock_shift cascade`;
  ({ userId } = await aLearner());
  for (const [name, timeZone] of [
    ["Berlin", "Europe/Berlin"],
    ["New York", "America/New_York"],
    ["left", "UTC"],
  ] as const) {
    const course = { create: { slug: name, title: `Course in ${name}`, summary: "S" } };
    const { id } = await db.section.create({ data: { name, timeZone, course } });
    sections[name] = id;
    const removedAt = name === "left" ? new Date() : null;
    await db.enrollment.create({ data: { userId, sectionId: id, removedAt, group: "Lab 1" } });
  }
});

interface Dates {
  opensAt?: Date;
  dueAt: Date;
  closesAt?: Date;
  publishedAt?: Date | null;
}

/** An assignment of two items of 4 and 2 points, the second drawn twice. */
const assign = (section: string, title: string, dates: Dates) =>
  db.assignment.create({
    data: {
      sectionId: sections[section]!,
      title,
      opensAt: inHours(-100),
      closesAt: dates.dueAt,
      publishedAt: new Date(),
      policy: startingPolicies.homework,
      ...dates,
      items: {
        create: [
          { place: 0, points: 4 },
          { place: 1, points: 2, draws: 2 },
        ],
      },
    },
    include: { items: { orderBy: { place: "asc" } } },
  });

const extend = (assignmentId: string, data: { userId?: string; group?: string; dueAt: Date }) =>
  db.extension.create({ data: { assignmentId, ...data } });

/** Work on an assignment with answers to these items, by their places. */
async function work(
  { id, items }: Awaited<ReturnType<typeof assign>>,
  answers: readonly { item: number; share: number; excused?: boolean }[],
  data: { handedInAt?: Date; override?: number; excused?: boolean } = {},
) {
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: "Berlin" } });
  const { id: lessonId } = await db.lesson.create({
    data: { courseId, slug: randomUUID(), number: 1, title: "L" },
  });
  const { id: workId } = await db.assignmentWork.create({
    data: { assignmentId: id, userId, begunAt: inHours(-2), ...data },
  });
  for (const { item, share, excused = false } of answers) {
    const exercise = await db.exercise.create({
      data: { slug: randomUUID(), title: "E", possible: 1, place: 0, lessonId },
    });
    const version = { create: { id: randomUUID(), exerciseId: exercise.id, source: "" } };
    await db.assignedExercise.create({
      data: {
        work: { connect: { id: workId } },
        item: { connect: { id: items[item]!.id } },
        exercise: { connect: { id: exercise.id } },
        version,
        place: 0,
        share,
        attempts: 1,
        excused,
      },
    });
  }
}

describe("what is due", () => {
  test("is listed over all of a student's sections, by date, and by whether it can be worked on", async () => {
    await assign("New York", "Open", { dueAt: inHours(5) });
    await assign("Berlin", "Late", { dueAt: inHours(-5), closesAt: inHours(5) });
    await assign("Berlin", "Closed", { dueAt: inHours(-9) });
    await assign("Berlin", "Upcoming", { opensAt: inHours(1), dueAt: inHours(9) });
    await assign("Berlin", "Draft", { dueAt: inHours(1), publishedAt: null });
    await assign("left", "No longer theirs", { dueAt: inHours(1) });
    const due = await listDue(userId);
    expect(due.map(({ title, phase }) => [title, phase])).toEqual([
      ["Closed", "closed"],
      ["Late", "late"],
      ["Open", "open"],
      ["Upcoming", "not-open"],
    ]);
    expect(due[2]!.section).toEqual({
      id: sections["New York"],
      name: "New York",
      course: "Course in New York",
      timeZone: "America/New_York",
    });
    expect((await listDue(userId, sections.Berlin)).map(({ title }) => title)).toEqual([
      "Closed",
      "Late",
      "Upcoming",
    ]);
  });

  test("goes by their own dates: extensions of theirs and of their group, as long as they hold", async () => {
    const [own, group] = [inHours(30), inHours(40)];
    const first = await assign("Berlin", "First", { dueAt: inHours(-5) });
    await extend(first.id, { userId, dueAt: own });
    await extend(first.id, { userId: (await aLearner()).userId, dueAt: inHours(99) });
    const second = await assign("Berlin", "Second", { dueAt: inHours(-5) });
    await extend(second.id, { userId, dueAt: own });
    await extend(second.id, { group: "Lab 1", dueAt: group });
    await extend(second.id, { group: "Lab 2", dueAt: inHours(99) });
    const third = await assign("Berlin", "Third", { dueAt: inHours(-5) });
    const { id } = await extend(third.id, { userId, dueAt: own });
    await db.extension.update({ where: { id }, data: { endedAt: new Date() } });
    const due = await listDue(userId);
    expect(due.map(({ title, phase }) => [title, phase])).toEqual([
      ["Third", "closed"],
      ["First", "open"],
      ["Second", "open"],
    ]);
    expect(due[1]!.dueAt).toEqual(own);
    expect(due[2]!.dueAt).toEqual(group);
    const fresh = await listDueIn(sections.Berlin!);
    expect(fresh.map(({ phase }) => phase)).toEqual(["closed", "closed", "closed"]);
  });

  test("goes by the clock that deadlines go by", async () => {
    await assign("Berlin", "Open", { dueAt: inHours(5) });
    await db.clockShift.create({ data: { aheadMs: BigInt(6 * HOUR) } });
    expect((await listDue(userId))[0]!.phase).toBe("closed");
  });

  test("says how far they are, and the points where they are shown", async () => {
    const half = await assign("Berlin", "Half", { dueAt: inHours(1) });
    await work(half, [
      { item: 0, share: 0.5 },
      { item: 1, share: 1 },
    ]);
    const excused = await assign("Berlin", "One excused", { dueAt: inHours(2) });
    await work(
      excused,
      [
        { item: 0, share: 1 },
        { item: 1, share: 0, excused: true },
      ],
      { handedInAt: new Date() },
    );
    const marked = await assign("Berlin", "Marked", { dueAt: inHours(3) });
    await work(marked, [], { override: 0.25 });
    const secret = await assign("Berlin", "Shown later", { dueAt: inHours(4) });
    await db.assignment.update({
      where: { id: secret.id },
      data: { policy: startingPolicies.exam },
    });
    await work(secret, [{ item: 0, share: 1 }]);
    await assign("Berlin", "Untouched", { dueAt: inHours(5) });
    const states = (await listDue(userId)).map(({ title, state }) => [title, state]);
    expect(Object.fromEntries(states)).toEqual({
      Half: { status: "begun", exercises: 3, answered: 2, score: { earned: 4, possible: 8 } },
      "One excused": {
        status: "handed-in",
        exercises: 3,
        answered: 2,
        score: { earned: 4, possible: 6 },
      },
      Marked: { status: "begun", exercises: 3, answered: 0, score: { earned: 2, possible: 8 } },
      "Shown later": { status: "begun", exercises: 3, answered: 1, score: null },
      Untouched: { status: "not-begun", exercises: 3, answered: 0, score: null },
    });
  });
});

/** The calendar at an address, as a calendar program asks for it. */
const fetchCalendar = (address: string) =>
  GET(new Request("http://localhost/"), {
    params: Promise.resolve({ secret: address.split("/").at(-1)! }),
  });

/** Its events, read by a library that is not the one that wrote them. */
async function eventsAt(address: string) {
  const response = await fetchCalendar(address);
  expect(response.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

const theirAddress = async () => {
  await renewCalendarAddress(userId);
  return (await findCalendarAddress(userId))!;
};

describe("the calendar", () => {
  test("has an event for each assignment at the student's own due date, right on both nights that change clocks", async () => {
    const [spring, autumn] = [new Date("2027-03-28T01:30:00Z"), new Date("2027-10-31T01:30:00Z")];
    await assign("Berlin", "Spring; with, signs\nand lines", { dueAt: spring });
    const { id } = await assign("Berlin", "Autumn", { dueAt: inHours(1) });
    await extend(id, { userId, dueAt: autumn });
    const events = await eventsAt(await theirAddress());
    expect(events.map(({ summary }) => summary)).toEqual([
      "Spring; with, signs\nand lines is due",
      "Autumn is due",
    ]);
    // 3:30 in Berlin, an hour after 1:30; and 2:30 for the second time.
    expect(events.map(({ startDate }) => startDate.toJSDate())).toEqual([spring, autumn]);
    expect(events.map(({ startDate }) => startDate.zone.tzid)).toEqual(["UTC", "UTC"]);
  });

  test("keeps an event's UID and raises its sequence when its date changes or it is extended", async () => {
    const { id } = await assign("Berlin", "First", { dueAt: inHours(1) });
    await db.assignment.update({
      where: { id },
      data: { createdAt: inHours(-3), updatedAt: inHours(-2) },
    });
    const address = await theirAddress();
    const [before] = await eventsAt(address);
    const [same] = await eventsAt(address);
    expect([same!.uid, same!.sequence]).toEqual([before!.uid, before!.sequence]);
    await db.assignment.update({ where: { id }, data: { dueAt: inHours(2) } });
    const [moved] = await eventsAt(address);
    expect(moved!.uid).toBe(before!.uid);
    expect(moved!.sequence).toBeGreaterThan(before!.sequence);
    const extension = await extend(id, { userId, dueAt: inHours(9) });
    const createdAt = new Date(extension.createdAt.getTime() + 5_000);
    await db.extension.update({ where: { id: extension.id }, data: { createdAt } });
    const [extended] = await eventsAt(address);
    expect(extended!.sequence).toBeGreaterThan(moved!.sequence);
  });

  test("opens at its secret address alone, and a new one ends the old", async () => {
    await assign("Berlin", "First", { dueAt: inHours(1) });
    const old = await theirAddress();
    expect((await fetchCalendar(old)).headers.get("x-robots-tag")).toMatch(/noindex/);
    const { calendarNonce } = await db.user.findUniqueOrThrow({ where: { id: userId } });
    for (const made of [
      "x",
      "",
      "\0",
      userId,
      `${calendarNonce}.ics`,
      `${calendarNonce}.${"0".repeat(64)}`,
    ])
      expect((await fetchCalendar(`/calendar/${made}`)).status, made).toBe(404);
    const { id } = await db.user.findUniqueOrThrow({ where: { id: userId } });
    request.cookies.set(sessionCookieName(), await sealSession({ id, passwordHash: null }));
    await newCalendarAddress().catch(() => {});
    const address = (await findCalendarAddress(userId))!;
    expect(address).not.toBe(old);
    expect((await fetchCalendar(old)).status).toBe(404);
    expect((await fetchCalendar(address)).status).toBe(200);
  });

  test("is nobody's to renew who is not signed in", async () => {
    expect(await endOf(newCalendarAddress())).toMatch(/^\/sign-in/);
  });

  test("asks a program that fetches it all the time to wait", async () => {
    const address = await theirAddress();
    for (let i = 0; i < 60; i++) expect((await fetchCalendar(address)).status).toBe(200);
    const refused = await fetchCalendar(address);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetchCalendar(await theirAddress())).status).toBe(200);
  });
});
