import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { peopleOf, read, told } from "./read";

const file = (name: string) => readFileSync(path.join(import.meta.dirname, "files", name));

describe("Canvas's gradebook", () => {
  const roster = read(file("canvas-gradebook.csv"));

  test("has 30 students, first name first, with their section", () => {
    expect(roster.people).toHaveLength(30);
    expect(roster.people[1]).toEqual({
      line: 4,
      name: "Łukasz Đặng",
      email: "s1002@uni.example",
      campusId: "70011",
      role: "student",
      saysRole: false,
      groups: ["ML-101-A"],
    });
  });

  test("says that the points row and the test student are passed over, and has no problem", () => {
    expect(told(roster.passedOver)).toEqual([
      "2: This row is about the assignments, not about a person.",
      "33: This is the platform’s test student, not a person.",
    ]);
    expect(roster.problems).toEqual([]);
  });

  test("takes its login for the address, the campus's own id, and asks nothing", () => {
    expect(roster.columns.map(({ header, meaning }) => `${header}: ${meaning}`)).toEqual([
      "Student: name",
      "ID: ignored",
      "SIS User ID: campusId",
      "SIS Login ID: email",
      "Section: groups",
      "Homework 1 (41233): ignored",
      "Current Score: ignored",
      "Final Score: ignored",
    ]);
    expect(roster.questions).toEqual([]);
    expect(roster.encoding).toBe("utf-8");
  });
});

test("Moodle's participants are 25, names joined, groups parted, and nothing is told or asked", () => {
  const roster = read(file("moodle-participants.csv"));
  expect(roster.people).toHaveLength(25);
  expect(roster.people[0]).toEqual({
    line: 2,
    name: "João Wei",
    email: "s1001@uni.example",
    role: "student",
    saysRole: false,
    groups: ["Group A", "Group B"],
  });
  expect([roster.problems, roster.passedOver, roster.questions]).toEqual([[], [], []]);
});

test("what German Excel saves has 12 people whose names are read right, and nothing is told or asked", () => {
  const roster = read(file("excel-semicolon-cp1252.csv"));
  expect(roster.people.map(({ name }) => name)).toEqual([
    "João Wei",
    "Amara Lindqvist",
    "Zoë Müller",
    "Chloé O'Neill",
    "Rosa Okafor",
    "Fatima Okafor",
    "Björn García-López",
    "María Lindqvist",
    "Göran Lindqvist",
    "Quentin García-López",
    "Amara Kowalska",
    "Rosa Lindqvist",
  ]);
  expect(roster.people[2]).toMatchObject({ line: 4, campusId: "70013" });
  expect([roster.problems, roster.passedOver, roster.questions]).toEqual([[], [], []]);
  expect([roster.encoding, roster.separator]).toEqual(["windows-1252", ";"]);
});

describe("a messy file", () => {
  const roster = read(file("messy.csv"));

  test("has five people: three students, an assistant and an instructor", () => {
    expect(peopleOf(file("messy.csv"))).toEqual([
      "2 Amara Okafor amara@uni.example student",
      "3 Björn Lindqvist bjorn@uni.example student",
      "7 Daniela Rossi daniela@uni.example assistant",
      '9 =HYPERLINK("http://x") eve@uni.example student',
      "12 Prof. Ines ines@uni.example instructor",
    ]);
  });

  test("names each bad row by its line, with a reason and how to mend it", () => {
    expect(roster.problems).toEqual([
      {
        line: 4,
        row: "Chen Wei, chen@uni, student",
        reason: "“chen@uni” is not an email address.",
        mend: "Write it like name@school.org.",
      },
      {
        line: 8,
        row: "Emil Novak, emil@uni.example; emil2@uni.example, student",
        reason: "There are 2 email addresses in one cell: “emil@uni.example; emil2@uni.example”.",
        mend: "Keep the one that this person signs in with.",
      },
      {
        line: 10,
        row: "No Mail, , student",
        reason: "There is no email address.",
        mend: "Add one, like name@school.org.",
      },
      {
        line: 11,
        row: "Too, many@uni.example, student, extra, cells",
        reason: "This row has 5 cells, and the roster has 3 columns.",
        mend: "Take out what is too many, or put quotation marks around a cell with a comma in it.",
      },
      {
        line: 13,
        row: "Unknown Role, role@uni.example, dean",
        reason: "“dean” is not a role we know.",
        mend: "Write student, assistant or instructor.",
      },
    ]);
  });

  test("counts the repeated row once, and says so of it and of the empty one", () => {
    expect(told(roster.passedOver)).toEqual([
      "5: This row is empty.",
      "6: This row repeats line 2.",
    ]);
  });
});
