import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import type { Choices, Meaning, Person, RosterRole } from "@/lib/cohort/roster/roster";
import { read } from "./read";

const western = fc.constantFrom(
  "Zoë",
  "O'Neill",
  "García\nLópez",
  "Anne-Marie",
  "von der Tür",
  "Žižek",
  "=1+1",
  'Bo "the man"',
  "A; B",
  "A | B",
  "Öz",
  "Åse",
);
const anywhere = fc.constantFrom("Łukasz", "Đặng", "李雷", "علی‌رضا", "Nguyễn", "Öğüt", "Ada🙂");

const person = (name: fc.Arbitrary<string>) =>
  fc.record({
    surname: name,
    first: name,
    id: fc.constantFrom("", "007", "70010", "X-9"),
    role: fc.constantFrom<RosterRole>("student", "assistant", "instructor"),
    groups: fc.uniqueArray(fc.constantFrom("A", "Group B", "ML-101"), { maxLength: 3 }),
  });

const headings = {
  surname: ["Surname", "Nachname", "Apellidos"],
  first: ["First name", "Vorname", "Nombre"],
  email: ["Email", "E-Mail", "Correo electrónico"],
  id: ["Student ID", "Matrikelnummer", "Matrícula"],
  role: ["Role", "Rolle", "Rol"],
  groups: ["Groups", "Gruppen", "Grupos"],
};

const keys = Object.keys(headings) as (keyof typeof headings)[];

const shape = fc.record({
  order: fc.shuffledSubarray(keys, { minLength: keys.length }),
  language: fc.nat(2),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  quotes: fc.boolean(),
  ends: fc.boolean(),
});

type Written = { file: string; people: Person[] };

/** A roster as somebody's program writes it, and who is on it. */
const written = (name: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
  fc.tuple(fc.array(person(name), { minLength: 1, maxLength: 6 }), shape).map(([drawn, as]) => {
    const line = (cells: string[]) =>
      Papa.unparse([cells], { delimiter: as.delimiter, newline: as.newline, quotes: as.quotes });
    const lines = [line(as.order.map((key) => headings[key][as.language]!))];
    const people = drawn.map((one, at): Person => {
      const email = `p${at}@uni.example`;
      const { id: campusId, role, groups } = one;
      const cells = { ...one, email: `P${at}@uni.example `, groups: groups.join(", ") };
      const before = lines.join("\n").split("\n").length;
      lines.push(line(as.order.map((key) => cells[key])));
      const shown = `${one.first} ${one.surname}`.replaceAll("\n", " ");
      return {
        line: before + 1,
        name: shown,
        email,
        ...(campusId && { campusId }),
        role,
        saysRole: true,
        groups,
      };
    });
    return { file: lines.join(as.newline) + (as.ends ? as.newline : ""), people };
  });

const cp1252 = (text: string) =>
  Uint8Array.from(text, (letter) => ({ Ž: 0x8e, ž: 0x9e })[letter] ?? letter.charCodeAt(0));

const utf16 = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};

const encodings: Record<string, (text: string) => Uint8Array | string> = {
  "pasted text": (text) => text,
  "UTF-8": (text) => new TextEncoder().encode(text),
  "UTF-8 with its mark": (text) => new TextEncoder().encode(`\ufeff${text}`),
  "UTF-16, little": (text) => utf16(`\ufeff${text}`, true),
  "UTF-16, big": (text) => utf16(`\ufeff${text}`, false),
};

test.each(Object.entries(encodings))("who was written is read: %s", (_, encode) => {
  fc.assert(
    fc.property(written(fc.oneof(western, anywhere)), ({ file, people }) => {
      const roster = read(encode(file));
      expect(roster.people).toEqual(people);
      expect([roster.problems, roster.questions]).toEqual([[], []]);
    }),
    { numRuns: 60 },
  );
});

test("who was written is read: Windows-1252", () => {
  fc.assert(
    fc.property(written(western), ({ file, people }) => {
      expect(read(cp1252(file)).people).toEqual(people);
    }),
    { numRuns: 60 },
  );
});

test("who was read is read again, and a roster doubled has nobody twice", () => {
  fc.assert(
    fc.property(written(fc.oneof(western, anywhere)), ({ file }) => {
      const { people } = read(file);
      const rows = people.map(({ name, email, role, campusId, groups }) => ({
        Email: email,
        Name: name,
        Role: role,
        "Student ID": campusId ?? "",
        Groups: groups.join(";"),
      }));
      const again = read(Papa.unparse([...rows, ...rows])).people;
      const withoutLine = (person: Person) => ({ ...person, line: 0 });
      expect(again.map(withoutLine)).toEqual(people.map(withoutLine));
    }),
    { numRuns: 60 },
  );
});

const scraps = fc.constantFrom(
  '"',
  '""',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r\n",
  "a@b.cc",
  "@",
  "<",
  ">",
  "name",
  "email",
  "Role",
  "TA",
  " ",
  "=1",
  "\u200b",
  "\ud800",
  "\0",
  "é",
  "sep=;\n",
);

test("any file reads, the same each time; guesses answer what is asked", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]), fc.uint8Array())
      .map(([mark, rest]) => Uint8Array.from([...mark, ...rest])),
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(scraps, { maxLength: 60 }).map((pieces) => pieces.join("")),
  );
  const meaning = fc.constantFrom<Meaning>("name", "email", "role", "ignored");
  const chosen: fc.Arbitrary<Choices> = fc.dictionary(fc.constantFrom("0", "1", "2"), meaning);
  fc.assert(
    fc.property(bytes, chosen, (input, choices) => {
      const roster = readRoster(input, choices);
      expect(readRoster(input, choices)).toEqual(roster);
      if (roster.status === "unreadable") return;
      const emails = roster.people.map(({ email }) => email);
      expect(new Set(emails).size).toBe(emails.length);
      const badLines = roster.problems.map(({ line }) => line);
      if (roster.separator !== null) expect(new Set(badLines).size).toBe(badLines.length);
      const answers = roster.questions.map(({ index, guess }) => [index, guess]);
      expect(read(input, { ...choices, ...Object.fromEntries(answers) }).questions).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("what was chosen for a column without anything in it takes nothing from the others", () => {
  const chosen: Choices = { 1: "email", 2: "name", 3: "name" };
  expect(read("\ta@b.cc\t\tname", chosen)).toMatchObject({
    questions: [],
    people: [{ email: "a@b.cc", name: "name" }],
  });
});
