import { describe, expect, test } from "vitest";
import { peopleOf, read } from "./read";

const nameOf = (cell: string) =>
  read(`name\temail\n"${cell.replaceAll('"', '""')}"\ta@uni.example`).people[0]?.name;

describe("a name", () => {
  test.each([
    ["Lovelace, Ada", "Ada Lovelace"],
    ["  Lovelace ,  Ada ", "Ada Lovelace"],
    ["García-López, María José", "María José García-López"],
    ["Zoe\u0308 Mu\u0308ller", "Zoë Müller"],
    ["\u202eAda\u200b Lovelace\ufeff", "Ada Lovelace"],
    ["A\ufeffda", "Ada"],
    ["علی‌رضا", "علی‌رضا"],
    ["Ines Rossi, PhD", "Ines Rossi, PhD"],
    ["Martin King, Jr.", "Martin King, Jr."],
    ["King, Martin, Jr.", "King, Martin, Jr."],
    ["Cher,", "Cher,"],
    ["Ada\nLovelace", "Ada Lovelace"],
    ['Ada "the first" Lovelace', 'Ada "the first" Lovelace'],
    ['=HYPERLINK("http://x","Ada")', '=HYPERLINK("http://x","Ada")'],
    ["+SUM(1,2)", "+SUM(1,2)"],
  ])("%j is %j", (cell, name) => {
    expect(nameOf(cell)).toBe(name);
  });

  test("may be missing: the address is enough", () => {
    expect(peopleOf("name,email\n,a@uni.example")).toEqual(["2 a@uni.example student"]);
  });

  test("has one half where the other is blank", () => {
    expect(peopleOf("First name,Surname,Email\n,Wei,a@uni.example")).toEqual([
      "2 Wei a@uni.example student",
    ]);
  });

  test("is joined from its halves, though the whole stands turned beside them", () => {
    const text = 'Name,First name,Last name,Email\n"Wei, Jo",Jo,Wei,a@uni.example';
    expect(peopleOf(text)).toEqual(["2 Jo Wei a@uni.example student"]);
  });
});

test.each([
  [" Ada@UNI.Example ", "ada@uni.example"],
  ["<ada@uni.example>", "ada@uni.example"],
  ["Ada <ada@uni.example>", "ada@uni.example"],
  ["mailto:ada@uni.example", "ada@uni.example"],
  ["ada@uni.example; ADA@uni.example", "ada@uni.example"],
  ["\u200bada@uni.example\u00a0", "ada@uni.example"],
  ["ÄDA@uni.example", "Äda@uni.example"],
])("the address in %j is %j", (cell, email) => {
  expect(read(`name\temail\nAda\t${cell}`).people.map((person) => person.email)).toEqual([email]);
});

test.each([
  [
    "student",
    "Student, learner, StudentEnrollment, Studierende:r, Student*in, Étudiant·e, Estudiante, Alumna, Studente, Aluno, Deelnemer, Uczestnik, Studerande, Öğrenci, ÖĞRENCİ, Teilnehmer/in, 学生",
  ],
  [
    "assistant",
    "TA, teaching assistant, Tutor, Tutorin, TaEnrollment, Non-editing teacher, Teacher (non-editing), HiWi, Chargée de TD, Ayudante, Esercitatore, Studentassistent, Asystent, Amanuens, Asistan, Cvičící, Student / Tutor",
  ],
  [
    "instructor",
    "Instructor, TEACHER, Prof, Prof. Dr., Dozent, Dozent*in, Lecturer, Enseignante, Professeur, Profesora, Docente, Professoressa, Docent, Wykładowca, Lärare, Underviser, Öğretim Üyesi, Učitel, TeacherEnrollment, Student; Teacher",
  ],
])("a role is %s by any of its words", (role, words) => {
  for (const word of words.split(", ")) {
    const { people } = read(`name\temail\trole\nAda\ta@uni.example\t${word}`);
    expect(people.map((person) => `${word}: ${person.role}`)).toEqual([`${word}: ${role}`]);
  }
});

test.each([
  ["A; B|A,  C ", ["A", "B", "C"]],
  ["No groups", []],
  ["Keine Gruppen", []],
  ["", []],
])("the groups in %j are %j", (cell, groups) => {
  expect(read(`email\tgroups\na@uni.example\t${cell}`).people[0]?.groups).toEqual(groups);
});

test.each([
  ['="007"', "007"],
  ["#007", "007"],
  [" 70 010 ", "70 010"],
])("the campus id in %j is %j", (cell, id) => {
  expect(read(`email\tstudent id\na@uni.example\t${cell}`).people[0]?.campusId).toBe(id);
});
