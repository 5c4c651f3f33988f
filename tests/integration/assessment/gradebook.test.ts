import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { findGradedSection } from "@/lib/assessment/gradebook/assignments";
import { gradebookCsv } from "@/lib/assessment/gradebook/csv";
import { type CsvPart, csvParts } from "@/lib/assessment/gradebook/csv-columns";
import { giveMark } from "@/lib/assessment/gradebook/give-mark";
import { listGradeChanges } from "@/lib/assessment/gradebook/grade-changes";
import { planMarks } from "@/lib/assessment/gradebook/mark-plan";
import { getGradePage } from "@/lib/assessment/gradebook/page";
import type { GradeQuery } from "@/lib/assessment/gradebook/query";
import { gradeQueryIn } from "@/lib/assessment/gradebook/read-query";
import { findStudentGrades } from "@/lib/assessment/gradebook/student-grades";
import { takeMarks } from "@/lib/assessment/gradebook/take-marks";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { type AGradebook, aGradebook, inHours } from "./a-gradebook";

useDatabase();

let book: AGradebook;

beforeAll(async () => {
  book = await aGradebook();
});

const section = async () => (await findGradedSection(book.sectionId))!;

async function page(query: Partial<GradeQuery> = {}) {
  const { rows, count } = await getGradePage(await section(), { ...gradeQueryIn({}), ...query });
  return { count, rows, names: rows.map(({ name }) => name) };
}

// Worked out by hand. Homework 1 has 8 points. Ada: 6 + 1 = 7 of 8. Bo: 3 + 2 = 5 of 8. Di never began, and it is closed.
// The project is not due, so totals are the homework's alone.
describe("a page of the gradebook", () => {
  test("has each student's marks, total and letter", async () => {
    const { rows, count } = await page();
    expect(count).toBe(3);
    expect(rows.map(({ name, total, letter }) => [name, total, letter])).toEqual([
      ["Ada", 0.875, "B"],
      ["Bo", 0.625, "B"],
      ["Di", 0, null],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [
        { status: "counts", share: 0.875 },
        { status: "not-yet", share: 0.9 },
      ],
      [
        { status: "counts", share: 0.625 },
        { status: "not-yet", share: null },
      ],
      [
        { status: "counts", share: 0 },
        { status: "not-yet", share: null },
      ],
    ]);
  });

  test("opens an assignment into its items", async () => {
    const { rows } = await page({ open: [book.closed.id] });
    expect(rows[1]?.cells).toEqual([
      { status: "counts", share: 0.625 },
      { status: "counts", share: 0.5 },
      { status: "counts", share: 1, given: true },
      { status: "not-yet", share: null },
    ]);
    expect(rows[2]?.cells.slice(1, 3)).toEqual([
      { status: "counts", share: 0 },
      { status: "counts", share: 0 },
    ]);
  });

  test("shows who was removed only where they are asked for", async () => {
    expect((await page({ removed: true })).names).toEqual(["Ada", "Bo", "Cy", "Di"]);
  });

  test.each([
    ["name", true, ["Di", "Bo", "Ada"]],
    ["total", true, ["Ada", "Bo", "Di"]],
    ["total", false, ["Di", "Bo", "Ada"]],
    // Who is in no group comes last, whichever way.
    ["group", false, ["Bo", "Ada", "Di"]],
    ["group", true, ["Ada", "Bo", "Di"]],
  ] as const)("is sorted by %s, down: %s", async (sort, down, names) => {
    expect((await page({ sort, down })).names).toEqual(names);
  });

  test("is sorted by an assignment or one of its items, those without it last", async () => {
    expect((await page({ sort: book.closed.id })).names).toEqual(["Di", "Bo", "Ada"]);
    expect((await page({ sort: book.closed.items[1]!.id, down: true })).names).toEqual([
      "Bo",
      "Ada",
      "Di",
    ]);
    expect((await page({ sort: book.open.id })).names).toEqual(["Ada", "Bo", "Di"]);
  });

  test.each([
    ["ADA", ["Ada"]],
    ["s-1", ["Ada"]],
    ["blue school", ["Bo"]],
    ["nobody", []],
  ])("finds “%s”", async (find, names) => {
    expect((await page({ find })).names).toEqual(names);
  });

  test("has the rows of its window, and says how many there are", async () => {
    const { rows, count } = await page({ offset: 40 });
    expect([rows, count]).toEqual([[], 3]);
  });

  test("counts nothing yet for whom an extension, their own or their group's, keeps it open", async () => {
    const { Di, Bo } = book.students;
    const extension = { assignmentId: book.closed.id, dueAt: inHours(5), reason: "ill" };
    const { id: own } = await db.extension.create({ data: { ...extension, userId: Di } });
    const { id: theirs } = await db.extension.create({ data: { ...extension, group: "blue" } });
    const status = async (name: string) => (await page({ find: name })).rows[0]?.cells[0]?.status;
    expect([await status("Di"), await status("Bo"), await status("Ada")]).toEqual([
      "not-yet",
      "not-yet",
      "counts",
    ]);
    await db.extension.updateMany({
      where: { id: { in: [own, theirs] } },
      data: { endedAt: new Date() },
    });
    expect([await status("Di"), Bo && (await status("Bo"))]).toEqual(["counts", "counts"]);
  });
});

describe("a mark by staff", () => {
  const place = () => ({
    sectionId: book.sectionId,
    studentId: book.students.Di!,
    assignmentId: book.closed.id,
    assignedId: null,
  });
  const nothing = { override: null, excused: false, comment: "" };

  test("stands for who never began, is told to them with its reason, and is audited", async () => {
    const mark = { override: 0.75, excused: false, comment: "Seen on paper." };
    const given = { actorId: book.teacherId, mark, seen: nothing, reason: "Paper hand-in" };
    expect(await giveMark(place(), given)).toBe("kept");
    const own = await findStudentGrades(book.sectionId, book.students.Di!, "student");
    expect(own?.total.share).toBe(0.75);
    expect(own?.grades[0]).toMatchObject({ comment: "Seen on paper.", mark: { given: true } });
    const [comment, override] = await listGradeChanges(book.sectionId, book.students.Di!);
    expect([comment, override].map((one) => one?.action).toSorted()).toEqual([
      "grade.comment",
      "grade.override",
    ]);
    const changes = await db.auditEvent.findFirstOrThrow({ where: { action: "grade.override" } });
    expect(changes).toMatchObject({
      actorId: book.teacherId,
      before: { override: null },
      after: { assignment: book.closed.id, override: 0.75 },
      reason: "Paper hand-in",
    });
  });

  test("is not kept over what somebody else has said meanwhile", async () => {
    const given = { actorId: book.teacherId, mark: nothing, seen: nothing, reason: "x" };
    expect(await giveMark(place(), given)).toBe("changed-meanwhile");
    expect(await giveMark(place(), { ...given, seen: null })).toBe("kept");
    expect(await giveMark(place(), { ...given, seen: null })).toBe("unchanged");
  });

  test("of an exercise is not given to another student's", async () => {
    const { id } = await db.assignedExercise.findFirstOrThrow({
      where: { work: { userId: book.students.Ada! } },
    });
    const given = { actorId: book.teacherId, mark: nothing, seen: null, reason: "x" };
    expect(await giveMark({ ...place(), assignedId: id }, given)).toBe("gone");
  });
});

describe("a student's own grades", () => {
  const show = (score: "never" | "after-closing" | "at-once", assignmentId: string) =>
    db.assignment.update({
      where: { id: assignmentId },
      data: {
        policy: {
          ...startingPolicies.homework,
          shows: { ...startingPolicies.homework.shows, score },
        },
      },
    });

  test("leave out of the page and the total what is not shown yet, and staff see it", async () => {
    await show("never", book.closed.id);
    await show("after-closing", book.open.id);
    const own = await findStudentGrades(book.sectionId, book.students.Ada!, "student");
    expect(own?.total.share).toBeNull();
    expect(own?.grades.map(({ mark }) => mark)).toEqual([null, null]);
    expect(JSON.stringify(own?.grades.map(({ exercises }) => exercises))).not.toMatch(/0\.[59]/);
    const { sectionId, students, closed, open } = book;
    const personId = students.Ada!;
    for (const assignment of [closed.id, open.id, null])
      await db.auditEvent.create({
        data: {
          action: "grade.regraded",
          sectionId,
          personId,
          after: { assignment, points: "6 / 6" },
        },
      });
    expect(await listGradeChanges(sectionId, personId, [closed.id, open.id])).toEqual([]);
    expect(await listGradeChanges(sectionId, personId, [open.id])).toHaveLength(1);
    expect(await listGradeChanges(sectionId, personId)).toHaveLength(3);
    const staff = await findStudentGrades(book.sectionId, book.students.Ada!, "staff");
    expect(staff?.total.share).toBe(0.875);
    expect([own?.lessons, staff?.lessons]).toEqual([
      [],
      [
        { title: "First", share: 1 },
        { title: "Second", share: 0.5 },
      ],
    ]);
    for (const { id } of [book.closed, book.open]) await show("at-once", id);
  });
});

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, "").trim()).data;

const csv = async (parts: readonly CsvPart[] = csvParts) =>
  gradebookCsv(await section(), new Set(parts), false);

describe("the gradebook's file", () => {
  test("has points, totals and lessons, and begins with the mark by which Excel knows UTF-8", async () => {
    const text = await csv();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(rowsOf(text)).toEqual([
      [
        "Campus id",
        "Email",
        "Name",
        "Group",
        "Homework 1 (of 8)",
        "Homework 1: 1. Twice and thrice [First] (of 6)",
        "Homework 1: 2. The same [Second] (of 2)",
        "Project (of 10)",
        "Project: 1. The same [Second] (of 10)",
        "Total (%)",
        "Letter",
        "First (%)",
        "Second (%)",
      ],
      // Second: 1 of 2; the project does not count yet.
      ["s-1", "ada@school.test", "Ada", "red", "7", "6", "1", "", "9", "87.5", "B", "100", "50"],
      // No spreadsheet takes the id for a sum.
      ["'-s2", "bo@school.test", "Bo", "blue", "5", "3", "2", "", "", "62.5", "B", "50", "100"],
      ["", "di@school.test", "Di", "", "0", "", "", "", "", "0", "", "0", "0"],
    ]);
  });

  test("has the columns that were chosen alone", async () => {
    expect(rowsOf(await csv(["email", "totals"]))[1]).toEqual(["ada@school.test", "87.5", "B"]);
  });
});

describe("a file of marks", () => {
  const plan = async (text: string) => {
    const planned = await planMarks(await section(), text);
    if ("error" in planned) throw new Error(planned.error);
    return planned;
  };

  test("that was exported changes nothing", async () => {
    const { changes, problems, unchanged } = await plan(await csv());
    expect([changes, problems]).toEqual([[], []]);
    expect(unchanged).toBeGreaterThan(5);
  });

  test("is shown line by line: what changes, and which rows are bad", async () => {
    const text = [
      "Campus id;Email;Homework 1 (of 8);Homework 2 (of 8)",
      "s-1;;7,0;9",
      "'-s2;;6,5;",
      "x;nobody@school.test;3;",
      "s-1;;1;",
      ";di@school.test;nine;",
      ";cy@school.test;9;",
    ].join("\n");
    const { changes, problems, unchanged, passedOver } = await plan(text);
    expect(changes.map(({ line, student, from, to }) => [line, student, from, to])).toEqual([
      [3, "Bo", "5", "6,5"],
    ]);
    expect(problems).toEqual([
      { line: 4, reason: expect.stringMatching(/“x” is no student/) },
      { line: 5, reason: "Ada stands in line 2 already." },
      { line: 6, reason: expect.stringMatching(/“nine” is no mark/) },
      { line: 7, reason: expect.stringMatching(/more than there is: at most 8 points/) },
    ]);
    expect(unchanged).toBe(1);
    expect(passedOver).toEqual(["Homework 2 (of 8)"]);
  });

  test("is taken once it is agreed to, and taken again changes nothing", async () => {
    const text =
      "Email,Homework 1: 1. Twice and thrice [First] (of 6),Homework 1 (of 8)\n" +
      "bo@school.test,4.5,5\nada@school.test,excused,7\n";
    const { hash, changes } = await plan(text);
    expect(changes).toHaveLength(2);
    const by = { actorId: book.teacherId, hash, reason: "Second look" };
    expect(await takeMarks(await section(), text, { ...by, hash: "another" })).toEqual({
      status: "changed",
    });
    expect(await takeMarks(await section(), text, by)).toEqual({ status: "done", count: 2 });
    // Bo: 4.5 + 2 of 8. Ada: 1 of the 2 that are left.
    const { rows } = await page();
    expect(rows.map(({ total }) => total).slice(0, 2)).toEqual([0.5, 0.8125]);
    expect((await plan(text)).changes).toEqual([]);
    const events = await db.auditEvent.findMany({ where: { reason: "Second look" } });
    expect(events.map(({ action }) => action).toSorted()).toEqual([
      "grade.excused",
      "grade.override",
    ]);
    const [change] = await listGradeChanges(book.sectionId, book.students.Bo!);
    expect(change?.details).toContainEqual({ what: "Mark", before: "as earned", after: "75 %" });
  });

  test.each([
    ["", /no rows/],
    ["Email,Homework 1 (of 8)\n", /no rows/],
    ["Name,Homework 1 (of 8)\nAda,7\n", /heading “Campus id” or “Email”/],
    ["Email,Something\nada@school.test,7\n", /No heading names an assignment/],
  ])("%j is refused with what to do", async (text, message) => {
    expect(await planMarks(await section(), text)).toEqual({
      error: expect.stringMatching(message),
    });
  });
});
