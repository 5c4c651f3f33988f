import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { scoresCsv } from "@/lib/cohort/scores-csv";

const csvFor = (name: string, title = "Title", best = 0.5) =>
  scoresCsv({
    name: "Section",
    exercises: [{ id: "e", title, possible: 3 }],
    students: [
      { id: "u", name, email: "u@school.test", scores: { e: { best, first: -1, attempts: 2 } } },
    ],
  });

/** The cells as a spreadsheet with this separator has them, without the mark that tells it UTF-8. */
const cells = (csv: string, delimiter = ",") =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, ""), { delimiter }).data;

const nameIn = (csv: string) => cells(csv)[1]?.[0];

test("the file begins with the mark by which Excel knows UTF-8, once", () => {
  const csv = csvFor("Åsa");
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.lastIndexOf("\ufeff")).toBe(0);
});

test("numbers are numbers, negative ones too", () => {
  expect(cells(csvFor("Ada", "T", -0.5))[1]).toEqual(["Ada", "u@school.test", "-1.5", "-3", "2"]);
});

test.each([
  "O'Neil, Ada",
  'Ada "the first" Lovelace',
  "Åsa Žižek 李雷 🙂",
  "two\nlines",
  " spaces ",
  "Anne-Marie",
  "Kim (@home); Lee",
  "c; d",
  "علی‌رضا",
  "क्‍ष",
  "葛\u{e0100}城",
])("the name %j comes back as it is", (name) => {
  expect(nameIn(csvFor(name))).toBe(name);
  for (const row of cells(csvFor(name)).slice(0, 2)) expect(row).toHaveLength(5);
});

const formulas = [
  "=1+1",
  '=HYPERLINK("http://evil.test","Ada")',
  "=1+1\nsecond line",
  "+1",
  "-1+1|cmd",
  "-5",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00a0\u3000=1+1",
  "\u200b=1+1",
  "\u202e=1+1",
  "\ufeff=1+1",
  "\u0001=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  ";=1+1",
  "Ada;=1+1",
  "Ada; =1+1",
  'Ada;"=1+1',
  "Ada\t=1+1",
  "Ada\r\n=1+1",
  "Ada;\t;=1+1",
  "；=1+1",
  "Ada； =1+1",
  "\u202e=1+1\u202c;\u2067=1+1",
];

describe.each(formulas)("%j is no formula in a spreadsheet", (text) => {
  test.each([",", ";", "\t", "；"])("that parts cells by %j", (delimiter) => {
    const csv = csvFor(text, text);
    const all = cells(csv, delimiter).flat();
    expect(all.length).toBeGreaterThan(0);
    for (const cell of all) {
      if (/^-[\d.]+$/.test(cell) && delimiter === ",") continue;
      expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u);
    }
  });

  test("and its cell begins with what can be seen", () => {
    expect(nameIn(csvFor(text))).not.toMatch(/^[\t\r\n\p{Cf}]/u);
  });
});

test.each([
  ["\u202eadA", "adA"],
  ["A\u200bd\u200ca\u200d", "Ada"],
  ["\u2066Ada\u2069", "Ada"],
  ["Ada\u200f\u061c", "Ada"],
  ["A\u00add\u2060a", "Ada"],
  ["\u3164Ada\u2800", "Ada"],
  ["Ada\u{e0041}\u{e007f}", "Ada"],
  ["Ada\ud800", "Ada\ufffd"],
])("what is invisible or turns directions in %j is left out", (name, shown) => {
  expect(nameIn(csvFor(name))).toBe(shown);
});
