import { describe, expect, test } from "vitest";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import { peopleOf, read, told } from "./read";

const problems = (text: string) => told(read(text).problems);
const passedOver = (text: string) => told(read(text).passedOver);

describe("lines are an editor's", () => {
  test.each(["\n", "\r\n", "\r"])("where they end in %j and cells hold several", (end) => {
    const lines = [
      "name,email",
      '"Zoë',
      'Müller",zoe@uni.example',
      "",
      "X,bad",
      "Bo,bo@uni.example",
    ];
    expect(peopleOf(lines.join(end))).toEqual([
      "2 Zoë Müller zoe@uni.example student",
      "6 Bo bo@uni.example student",
    ]);
    expect(problems(lines.join(end))).toEqual(["5: “bad” is not an email address."]);
  });

  test("below the line by which Excel tells the separator", () => {
    expect(peopleOf("sep=;\r\nName;Email\r\nAda;ada@uni.example")).toEqual([
      "3 Ada ada@uni.example student",
    ]);
  });
});

describe("passed over", () => {
  test("are empty rows, a run of them at once, and none at the end", () => {
    const text = "name,email\n,\n\n , \nAda,ada@uni.example\n,\nBo,bo@uni.example\n,\n\n";
    expect(passedOver(text)).toEqual(["2: Lines 2 to 4 are empty.", "6: This row is empty."]);
  });

  test("are Google Classroom's dates and points", () => {
    const text =
      "Last Name,First Name,Email Address,Essay\nDate,,,2026-01-02\nPoints,,,100\nWei,João,s1@uni.example,90\n";
    expect(passedOver(text).map((line) => line.slice(0, 2))).toEqual(["2:", "3:"]);
    expect(peopleOf(text)).toEqual(["4 João Wei s1@uni.example student"]);
  });

  test("are headings that come again where files were put together", () => {
    const text = "name,email\nAda,ada@uni.example\nname,email\nBo,bo@uni.example\n";
    expect(passedOver(text)).toEqual(["3: This row repeats the headings."]);
  });

  test("is nobody with an address, whatever their name", () => {
    expect(peopleOf('name,email\n"Student, Test",t@uni.example\nPoints,p@uni.example')).toEqual([
      "2 Test Student t@uni.example student",
      "3 Points p@uni.example student",
    ]);
  });
});

describe("rows with one address", () => {
  test("are one person, with the groups of all", () => {
    const text =
      "Name,Section,Email\nAda B,S1,ada@uni.example\nADA B,S2,ADA@uni.example\n,S1,ada@uni.example\n";
    expect(peopleOf(text)).toEqual(["2 Ada B ada@uni.example student S1, S2"]);
    expect(passedOver(text)).toEqual([
      "3: This row repeats line 2. Its groups are added there.",
      "4: This row repeats line 2.",
    ]);
  });

  test.each([
    ["name", "Eve,ada@uni.example,,7"],
    ["role", "Ada,ada@uni.example,TA,7"],
    ["campus id", "Ada,ada@uni.example,,8"],
  ])("and another %s are a problem that names both, and nobody is taken", (trait, row) => {
    const text = `Name,Email,Role,Student ID\nAda,ada@uni.example,,7\nBo,bo@uni.example,,9\n${row}\n`;
    expect(problems(text)).toEqual([
      `2: ada@uni.example is also on line 4, with another ${trait}.`,
      `4: ada@uni.example is also on line 2, with another ${trait}.`,
    ]);
    expect(peopleOf(text)).toEqual(["3 Bo bo@uni.example 9 student"]);
  });
});

describe("a row is a problem", () => {
  test.each([
    [
      "whose email has a letter that only looks like one",
      "Ada,\u212aelvin@uni.example,,",
      "has a character in it that only looks like another.",
    ],
    [
      "whose name is too long",
      `${"a".repeat(101)},a@uni.example,,`,
      "The name is longer than 100 characters.",
    ],
    ["whose name lost letters", "Zo\ufffd,a@uni.example,,", "were lost when the file was saved."],
    [
      "whose campus id was rounded",
      'Ada,a@uni.example,"7,001E+11",',
      "A spreadsheet has rounded the campus id to “7,001E+11”.",
    ],
    [
      "that names too many groups",
      `Ada,a@uni.example,,${Array.from({ length: 21 }, (_, at) => `g${at}`).join("|")}`,
      "This row names more than 20 groups.",
    ],
    [
      "whose group has too long a name",
      `Ada,a@uni.example,,${"g".repeat(101)}`,
      "has a name of more than 100 characters.",
    ],
    [
      "with words beside its address",
      "Ada,a@uni.example old,,",
      "“a@uni.example old” is not an email address.",
    ],
  ])("%s", (_, row, reason) => {
    const text = `Name,Email,Student ID,Group\n${row}\nBo,bo@uni.example,,\n`;
    expect(problems(text)).toEqual([expect.stringContaining(reason)]);
    expect(problems(text)[0]).toMatch(/^2: /);
    expect(peopleOf(text)).toEqual(["3 Bo bo@uni.example student"]);
  });

  test("for everything that is wrong with it, told at once", () => {
    expect(read("Name,Email,Role\nAda,ada,dean\nBo,bo@uni.example,\n").problems).toEqual([
      {
        line: 2,
        row: "Ada, ada, dean",
        reason: "“ada” is not an email address. “dean” is not a role we know.",
        mend: "Write it like name@school.org. Write student, assistant or instructor.",
      },
    ]);
  });

  test("where its name was torn apart, though all are", () => {
    const text = "Name,Email\nWei, Jo,jo@uni.example\nBaker, Bo,bo@uni.example\n";
    expect(problems(text)).toEqual([
      "2: This row has 3 cells, and the roster has 2 columns.",
      "3: This row has 3 cells, and the roster has 2 columns.",
    ]);
    expect(peopleOf(text)).toEqual([]);
  });

  test("where its quotation marks don't pair up, and the rows below it are read", () => {
    const text =
      'name,email\n"Bob" Smith,bob@uni.example\n"Wei, Jo",jo@uni.example\n"Open,o@uni.example\nAda,ada@uni.example\n';
    expect(problems(text).map((line) => line.slice(0, 2))).toEqual(["2:", "4:"]);
    expect(peopleOf(text)).toEqual([
      "3 Jo Wei jo@uni.example student",
      "5 Ada ada@uni.example student",
    ]);
  });

  test("with all that is below it, where too many quotation marks don't pair up in a large file", () => {
    const rows = Array.from(
      { length: 4_000 },
      (_, at) => `"P" ${"x".repeat(90)},p${at}@uni.example`,
    );
    const { problems, people } = read(["name,email", "Ada,ada@uni.example", ...rows].join("\n"));
    expect(people.map(({ name }) => name)).toEqual(["Ada"]);
    expect(problems[0]?.line).toBe(3);
    expect(problems.at(-1)?.reason).toMatch(/^From this row on, the quotation marks don’t pair up/);
  });

  test("and nothing that doesn't show gets into what is said of it", () => {
    expect(read("name,email\nA\u202eda,a\u200bda\nBo,bo@uni.example").problems[0]).toMatchObject({
      row: "Ada, ada",
      reason: "“ada” is not an email address.",
    });
  });

  test("where the first row of a file without headings has no address", () => {
    const text =
      "No Mail,,student\nAda Lovelace,ada@uni.example,student\nBo Baker,bo@uni.example,TA";
    expect(problems(text)).toEqual(["1: There is no email address."]);
  });
});

describe("a roster is not read", () => {
  test.each([
    ["that is too large", "a".repeat(2 * 1024 ** 2 + 1), "This roster is larger than 2 MB."],
    ["that is too large in bytes", "é".repeat(1024 ** 2 + 1), "This roster is larger than 2 MB."],
    [
      "of too many rows",
      `email\n${"a@b.cc\n".repeat(5_001)}`,
      "This roster has more than 5,000 rows.",
    ],
    [
      "of too many lines",
      `email\n${"\n".repeat(20_000)}a@b.cc`,
      "This roster has more than 5,000 rows.",
    ],
    [
      "of too many columns",
      `email${",".repeat(500)}\na@b.cc`,
      "This roster has more than 500 columns.",
    ],
    ["with nothing in it", " \n,\n", "There is nobody on this roster."],
    ["with headings alone", "name,email\n", "There is nobody on this roster."],
    [
      "that is a workbook",
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      "This file is not text.",
    ],
  ])("%s, and it says so", (_, input, reason) => {
    expect(readRoster(input)).toMatchObject({ status: "unreadable", reason });
  });

  test("but 5,000 rows are", () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `P${at},p${at}@uni.example`);
    expect(read(["name,email", ...rows].join("\n")).people).toHaveLength(5_000);
  });
});
