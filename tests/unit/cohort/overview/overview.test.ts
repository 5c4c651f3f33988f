import { describe, expect, test } from "vitest";
import { type Activity, attentionOf } from "@/lib/cohort/overview/attention";
import { heatOf, stepOf } from "@/lib/cohort/overview/heat";
import { mailtoOf, mailtosOf } from "@/lib/cohort/overview/mailto";
import type { SectionProgress, StudentProgress } from "@/lib/cohort/overview/progress";
import { listStudents } from "@/lib/cohort/overview/student-list";

const columns = [
  { id: "one", title: "1. One", possible: 2, isExercise: false },
  { id: "two", title: "2. Two", possible: 2, isExercise: false },
];

const student = (name: string, ...best: (number | null)[]): StudentProgress => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@school.test`,
  all: best.reduce<number>((sum, share) => sum + (share ?? 0), 0) / best.length,
  cells: best.map((share) => (share === null ? null : { best: share, first: share, attempts: 1 })),
});

const section: SectionProgress = {
  columns,
  students: [student("Ada", 1, 0.5), student("Bob", null, null), student("Cy", 0.3, null)],
};

describe("the heat map", () => {
  test("has a step for each student, those furthest in all first, and counts them", () => {
    const { rows, each } = heatOf(section);
    expect(each).toBe(1);
    expect(rows.map(({ steps }) => steps)).toEqual([
      [4, 1, 0],
      [2, 0, 0],
    ]);
    expect(rows[0]).toMatchObject({ counts: [1, 1, 0, 0, 1], mean: 1.3 / 3 });
  });

  test("of two thousand students fits a row, neighbours by their mean", () => {
    const students = Array.from({ length: 2_000 }, (_, i) =>
      student(`S${i}`, i < 1_000 ? 1 : null),
    );
    const { rows, each } = heatOf({ columns: columns.slice(0, 1), students });
    expect(each).toBe(17);
    expect(rows[0]?.steps).toHaveLength(118);
    expect(rows[0]?.steps.slice(0, 58).every((step) => step === 4)).toBe(true);
    expect(rows[0]?.steps.slice(59).every((step) => step === 0)).toBe(true);
    expect(rows[0]?.counts).toEqual([1_000, 0, 0, 0, 1_000]);
  });

  test("all points are all points, but for what float64 makes of their sum", () => {
    expect([null, 0, 0.4, 0.9, 1 - 1e-12].map(stepOf)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("the list of students", () => {
  const names = (sort: string, find = "") =>
    listStudents(section, { sort, find, page: 1 }).students.map(({ name }) => name);

  test("is sorted by any column, both ways, who has begun nothing last", () => {
    expect(names("name")).toEqual(["Ada", "Bob", "Cy"]);
    expect(names("-name")).toEqual(["Cy", "Bob", "Ada"]);
    expect(names("one")).toEqual(["Cy", "Ada", "Bob"]);
    expect(names("-one")).toEqual(["Ada", "Cy", "Bob"]);
    expect(names("-all")).toEqual(["Ada", "Cy", "Bob"]);
    expect(names("no such column")).toEqual(["Ada", "Bob", "Cy"]);
  });

  test("is searched by name and address, and comes page by page", () => {
    expect(names("name", "cy@SCHOOL")).toEqual(["Cy"]);
    const many = Array.from({ length: 120 }, (_, i) => student(`S${i}`, 1, 1));
    const list = listStudents({ columns, students: many }, { sort: "name", find: "", page: 9 });
    expect([list.page, list.pages, list.count, list.students.length]).toEqual([3, 3, 120, 20]);
  });
});

describe("who needs somebody", () => {
  const now = new Date("2027-03-01T12:00:00Z");
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
  const activity = (name: string, rest: Partial<Activity> = {}): Activity => ({
    id: name,
    name,
    email: null,
    begun: 9,
    lastAt: ago(1),
    lately: null,
    before: null,
    ...rest,
  });
  const named = (people: readonly Activity[]) => people.map(({ name }) => name);

  test("who has begun nothing has not begun, and is not quiet", () => {
    const { notBegun, quiet } = attentionOf(
      [activity("Ada"), activity("Bob", { begun: 0, lastAt: null })],
      now,
    );
    expect([named(notBegun), quiet]).toEqual([["Bob"], []]);
  });

  test("who stopped while others went on is quiet, in a holiday nobody is", () => {
    const stopped = activity("Bob", { lastAt: ago(15) });
    expect(named(attentionOf([activity("Ada"), stopped], now).quiet)).toEqual(["Bob"]);
    const holiday = [activity("Ada", { lastAt: ago(16) }), stopped, activity("Cy")];
    expect(attentionOf(holiday, now).quiet).toEqual([]);
  });

  test("whose first tries fell far against the section's is unusual, by the modified z score", () => {
    // Changes 0.01 to 0.11 and one of −0.6: median 0.055, absolute deviations' median 0.03; 0.6745 · 0.655 / 0.03 ≈ 14.7.
    const steady = Array.from({ length: 11 }, (_, i) =>
      activity(`S${i}`, { before: 0, lately: 0.01 * (i + 1) }),
    );
    const fell = activity("Bob", { before: 0.2, lately: -0.4 });
    const { unusual } = attentionOf([...steady, fell], now);
    expect(named(unusual)).toEqual(["Bob"]);
    expect(unusual[0]?.change).toBeCloseTo(-0.6, 12);
    expect(attentionOf([...steady.slice(1), fell], now).unusual).toEqual([]);
  });
});

describe("a mail to several people", () => {
  test("shows nobody the others, and holds what a link can", () => {
    expect(mailtoOf(["a@b.c", "o'x+y@b.c"], { subject: "Hi & ho" })).toBe(
      "mailto:?bcc=a%40b.c,o'x%2By%40b.c&subject=Hi%20%26%20ho",
    );
    expect(mailtoOf([])).toBeNull();
  });

  test("is parted where one link cannot hold all, and nobody is left out", () => {
    const people = Array.from({ length: 300 }, (_, i) => `student.number.${i}@school.test`);
    expect(mailtoOf(people)).toBeNull();
    const mails = mailtosOf(people, { body: "x" });
    expect(mails.every((mail) => mail.length <= 1_900 && mail.endsWith("&body=x"))).toBe(true);
    const written = mails.flatMap((mail) => /bcc=([^&]*)/.exec(mail)![1]!.split(","));
    expect(written.map(decodeURIComponent)).toEqual(people);
  });
});
