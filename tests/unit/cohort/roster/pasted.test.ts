import { expect, test } from "vitest";
import { columnsOf, peopleOf, read, told } from "./read";

test("a list of addresses needs no headings", () => {
  const text =
    'Amara Okafor <amara@uni.example>\nBJORN@uni.example\n\n"Okafor, Rosa" <rosa@uni.example>;\nWei, Chen <chen@uni.example>\nnobody\n';
  expect(peopleOf(text)).toEqual([
    "1 Amara Okafor amara@uni.example student",
    "2 bjorn@uni.example student",
    "4 Rosa Okafor rosa@uni.example student",
    "5 Chen Wei chen@uni.example student",
  ]);
  expect(told(read(text).problems)).toEqual(["6: “nobody” is not an email address."]);
  expect(told(read(text).passedOver)).toEqual(["3: This row is empty."]);
  expect(read(text)).toMatchObject({
    separator: null,
    headerLine: null,
    questions: [],
    encoding: null,
  });
});

test("a list may have a heading", () => {
  const text = "Email\na@uni.example\nb@uni.example";
  expect(read(text).headerLine).toBe(1);
  expect(peopleOf(text)).toEqual(["2 a@uni.example student", "3 b@uni.example student"]);
});

test("what a mail program has in its To is a list", () => {
  expect(peopleOf('Amara <a@uni.example>, b@uni.example; "Wei, Jo" <jo@uni.example>')).toEqual([
    "1 Amara a@uni.example student",
    "1 b@uni.example student",
    "1 Jo Wei jo@uni.example student",
  ]);
  expect(peopleOf("a@uni.example, b@uni.example,\nc@uni.example, d@uni.example")).toHaveLength(4);
});

test("two addresses on one line of a list are no two people", () => {
  const text = "a@uni.example\nb@uni.example\nc@uni.example; d@uni.example\ne@uni.example";
  expect(told(read(text).problems)).toEqual([
    "3: There are 2 email addresses in one cell: “c@uni.example; d@uni.example”.",
  ]);
  expect(peopleOf(text)).toHaveLength(3);
});

test("cells from a spreadsheet are parted by tabs, and known by what they hold", () => {
  const text =
    "Okafor, Amara\tamara@uni.example\tstudent\nRossi, Daniela\tdaniela@uni.example\tTA\n";
  expect(columnsOf(text)).toEqual(["name", "email", "role"]);
  expect(peopleOf(text)).toEqual([
    "1 Amara Okafor amara@uni.example student",
    "2 Daniela Rossi daniela@uni.example assistant",
  ]);
});

test("names in front of addresses need no brackets", () => {
  expect(peopleOf("Amara Okafor amara@uni.example\nBo Baker bo@uni.example")).toEqual([
    "1 Amara Okafor amara@uni.example student",
    "2 Bo Baker bo@uni.example student",
  ]);
});
