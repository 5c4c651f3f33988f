import { describe, expect, test } from "vitest";
import { readSettings, settingsTexts } from "@/lib/assessment/setting/assignment-form";
import { readExtension } from "@/lib/assessment/setting/extension-form";
import { readItems } from "@/lib/assessment/setting/items-form";
import { startingPolicies } from "@/lib/assessment/terms/policy";

const zone = "Europe/Berlin";
const around = { zone, categories: ["hw"] };

const settings = {
  title: "Homework 1",
  intro: "",
  category: null,
  opensAt: new Date("2027-02-01T07:00:00Z"),
  dueAt: new Date("2027-02-08T22:59:00Z"),
  closesAt: new Date("2027-02-15T22:59:00Z"),
  policy: startingPolicies.homework,
  password: null,
};

const texts = settingsTexts(settings, zone);

const errorsOf = (changed: Record<string, string>) => {
  const read = readSettings({ ...texts, ...changed }, around);
  return read.status === "refused" ? read.errors : {};
};

describe("an assignment's form", () => {
  test("that is sent as it was shown comes to what is kept", () => {
    expect(texts).toMatchObject({
      opensAt: "2027-02-01T08:00",
      credit: "100",
      latePerDay: "10",
      lateFloor: "50",
      takesLateDays: "on",
    });
    expect(readSettings(texts, around)).toEqual({ status: "read", settings, notes: [] });
    const policy = {
      ...startingPolicies.exam,
      credit: [1, 0.333, 0.07],
      addresses: ["10.0.0.0/8", "2001:db8::1"],
    };
    const exam = { ...settings, category: "hw", password: "tulip", policy };
    const shown = settingsTexts(exam, zone);
    expect(shown).toMatchObject({ credit: "100, 33.3, 7", addresses: "10.0.0.0/8\n2001:db8::1" });
    expect(readSettings(shown, around)).toEqual({ status: "read", settings: exam, notes: [] });
  });

  test("reads percentages and lists as people write them", () => {
    const read = readSettings({ ...texts, credit: "100% 80%;60", latePerDay: "12,5 %" }, around);
    expect(read).toMatchObject({
      settings: { policy: { credit: [1, 0.8, 0.6], late: { perDay: 0.125 } } },
    });
  });

  test.each([
    [{ title: " \u200b" }, "title", /Give the assignment a title/],
    [{ credit: "100, often" }, "credit", /percentages from 0 to 100/],
    [{ credit: "120" }, "credit", /percentages/],
    [{ verdict: "after-closing" }, "score", /Points at once would tell/],
    [{ attempts: "0" }, "attempts", /whole number from 1 to 100/],
    [{ attempts: "many" }, "attempts", /whole number/],
    [{ latePerDay: "-1" }, "latePerDay", /from 0 to 100/],
    [{ latePerDay: "ten" }, "latePerDay", /from 0 to 100/],
    [{ graceMinutes: "9999" }, "graceMinutes", /minutes/],
    [{ verdict: "soon" }, "verdict", /when/],
    [{ addresses: "10.0.0.0/8 nowhere" }, "addresses", /“nowhere” is no address/],
    [{ addresses: "10.0.0.0/99" }, "addresses", /is no address/],
    [{ category: "gone" }, "category", /from the list/],
    [{ dueAt: "2027-02-01T07:00" }, "dueAt", /before it opens/],
    [{ closesAt: "2027-02-08T12:00" }, "closesAt", /before it is due/],
    [{ opensAt: "" }, "opensAt", /Choose a day/],
    [{ dueAt: "2027-03-28T02:30", closesAt: "2027-04-01T12:00" }, "dueAt", /clocks go forward/],
  ])("of %j says what to mend, and nothing else", (changed, field, message) => {
    const errors = errorsOf(changed as Record<string, string>);
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(message);
  });

  test("keeps no character that the database has not", () => {
    const read = readSettings({ ...texts, intro: "a\0b\ud800" }, around);
    expect(read).toMatchObject({ settings: { intro: "ab\ufffd" } });
  });

  test("says of a time that comes twice which one was taken", () => {
    const dates = { dueAt: "2027-10-31T02:30", closesAt: "2027-11-07T12:00" };
    const read = readSettings({ ...texts, ...dates }, around);
    expect(read).toMatchObject({
      settings: { dueAt: new Date("2027-10-31T01:30:00Z") },
      notes: [expect.stringMatching(/comes twice/)],
    });
  });
});

describe("an extension's form", () => {
  const empty = { to: "group:Tuesday: late", extraAttempts: "", extraMinutes: "", reason: "Ill" };
  const read = (changed: Record<string, string>) =>
    readExtension({ ...empty, ...changed }, { zone, ...settings });

  test("reads whom it is for and what they get more of", () => {
    expect(read({ dueAt: "2027-02-10T12:00", extraAttempts: "2" })).toEqual({
      status: "read",
      notes: [],
      extension: {
        to: { kind: "group", name: "Tuesday: late" },
        dueAt: new Date("2027-02-10T11:00:00Z"),
        closesAt: null,
        extraAttempts: 2,
        extraMinutes: 0,
        reason: "Ill",
      },
    });
  });

  test.each([
    [{}, "form"],
    [{ to: "", extraAttempts: "1" }, "to"],
    [{ reason: " ", extraAttempts: "1" }, "reason"],
    [{ extraAttempts: "-1" }, "extraAttempts"],
    [{ dueAt: "2027-02-01T12:00" }, "dueAt"],
    [{ dueAt: "2027-02-20T12:00", closesAt: "2027-02-19T12:00" }, "closesAt"],
  ])("of %j says what to mend", (changed, field) => {
    const outcome = read(changed as Record<string, string>);
    expect(outcome).toMatchObject({ status: "refused" });
    if (outcome.status === "refused") expect(Object.keys(outcome.errors)).toEqual([field]);
  });
});

describe("the exercises of an assignment, as its editor sends them", () => {
  const id = "00000000-0000-4000-8000-00000000000";
  const item = { id: null, points: 10, draws: 1, exercises: [`${id}1`] };
  const sent = (...items: unknown[]) => readItems(JSON.stringify(items));

  test("are read", () => {
    const pool = { ...item, id: `${id}9`, draws: 2, exercises: [`${id}2`, `${id}3`] };
    expect(sent(item, pool)).toEqual({ status: "read", items: [item, pool] });
  });

  test.each([
    [[{ ...item, points: null }], "Place 1: Write how many points each is worth."],
    [[{ ...item, points: 0 }], "Place 1: Give each exercise more than 0 points."],
    [[item, { ...item, exercises: [`${id}2`], draws: 2 }], /^Place 2: A pool gives at most/],
    [[item, item], "An exercise stands in an assignment once."],
    ["nonsense", /Reload the page/],
  ])("%j are refused with their place", (items, message) => {
    const outcome = typeof items === "string" ? readItems(items) : sent(...(items as unknown[]));
    expect(outcome).toMatchObject({ message: expect.stringMatching(message as string) });
  });
});
