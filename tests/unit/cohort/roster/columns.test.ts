import { describe, expect, test } from "vitest";
import { readRoster } from "@/lib/cohort/roster/read-roster";
import { columnsOf, peopleOf, read } from "./read";

describe("headings are known", () => {
  test.each([
    ["English", "Last name,First name,Email address,Student number,Role,Section"],
    ["German", "Nachname;Vorname;E-Mail-Adresse;Matrikel-Nr.;Rolle;Gruppe"],
    ["German, as people write it", "Name;Vorname;Mail;Matr.-Nr.;Rolle im Kurs;Übungsgruppe"],
    ["French", "Nom;Prénom;Adresse de courriel;N° étudiant;Rôle;Groupe de TD"],
    ["Spanish", "Apellidos;Nombre;Dirección de correo;Número de ID;Rol;Grupos"],
    ["Italian", "Cognome;Nome;Indirizzo email;Matricola;Ruolo;Gruppo"],
    ["Portuguese", "Apelido;Nome;Endereço de e-mail;Número mecanográfico;Papel;Turma"],
    ["Dutch", "Achternaam\tVoornaam\tE-mailadres\tStudentnummer\tRol\tWerkgroep"],
    ["Polish", "Nazwisko;Imię;Adres e-mail;Nr albumu;Rola;Grupa zajęciowa"],
    ["Swedish", "Efternamn;Förnamn;E-postadress;Studentnummer;Roll;Grupp"],
    ["Danish", "Efternavn;Fornavn;E-mail;Studienr.;Rolle;Hold"],
    ["Norwegian", "Etternavn;Fornavn;E-post;Studentnr;Rolle;Gruppe"],
    ["Turkish", "SOYADI;ADI;E-POSTA;ÖĞRENCİ NO;ROL;ŞUBE"],
    ["Turkish, small", "Soyadı;Adı;E-posta;Öğrenci No;Rol;Şube"],
    ["Czech", "Příjmení;Jméno;E-mailová adresa;Osobní číslo;Role;Skupina"],
    [
      "two languages",
      "Nachname / Last name;Vorname / First name;E-Mail (Uni);Matrikelnummer;Rolle;Gruppe",
    ],
  ])("in %s", (_, headings) => {
    const separator = /[,;\t]/.exec(headings)![0];
    const row = ["Müller", "Zoë", "zoe@uni.example", "0070010", "", "A"].join(separator);
    expect(columnsOf(`${headings}\n${row}`)).toEqual([
      "surname",
      "firstName",
      "email",
      "campusId",
      "ignored",
      "groups",
    ]);
    const teacher = row.replace(`${separator}${separator}`, `${separator}Prof.${separator}`);
    expect(columnsOf(`${headings}\n${teacher}`)[4]).toBe("role");
    expect(peopleOf(`${headings}\n${teacher}`)).toEqual([
      "2 Zoë Müller zoe@uni.example 0070010 instructor A",
    ]);
  });

  test.each([
    "Name",
    "Student",
    "Full name",
    "Vor- und Nachname",
    "Teilnehmer*in",
    "Nom et prénom",
    "Apellidos y nombre",
    "Cognome e nome",
    "Nome completo",
    "Volledige naam",
    "Imię i nazwisko",
    "Adı Soyadı",
    "Jméno a příjmení",
    "姓名",
  ])("for a whole name: %s", (heading) => {
    expect(peopleOf(`${heading};E-Mail\n"Müller, Zoë";zoe@uni.example`)).toEqual([
      "2 Zoë Müller zoe@uni.example student",
    ]);
  });

  test("above which other lines stand", () => {
    const text = "Course: ML-101\n\nName,Email\nAda,ada@uni.example\n";
    expect(read(text).headerLine).toBe(3);
    expect(peopleOf(text)).toEqual(["4 Ada ada@uni.example student"]);
    expect(read(text).passedOver.map(({ line }) => line)).toEqual([1, 2]);
  });
});

test("a title that could be a heading is none above headings", () => {
  expect(peopleOf("Students\n\nName,Email\nAda,ada@uni.example\n")).toEqual([
    "4 Ada ada@uni.example student",
  ]);
});

test("a heading may hold an example of an address", () => {
  expect(peopleOf("Name,Email (like name@uni.example)\nAda,ada@uni.example\n")).toEqual([
    "2 Ada ada@uni.example student",
  ]);
});

test("a column without a heading is asked about, unless it counts the rows", () => {
  const text = ",Name,Email\n1,Ada,ada@uni.example,M\n2,Bo,bo@uni.example,W\n";
  expect(columnsOf(text)).toEqual(["ignored", "name", "email", "ignored?"]);
  expect(peopleOf(text, { 3: "groups" })[0]).toBe("2 Ada ada@uni.example student M");
});

describe("the address is", () => {
  test("in a login's column where that holds addresses", () => {
    expect(columnsOf("Name,Username\nAda,ada@uni.example")).toEqual(["name", "email"]);
  });

  test("not in a login's column beside one of addresses", () => {
    expect(columnsOf("Username,Name,Email\nada,Ada,ada@uni.example")).toEqual([
      "ignored",
      "name",
      "email",
    ]);
  });

  test("where addresses are, under a heading that says nothing", () => {
    expect(columnsOf("Name,Contact\nAda,ada@uni.example")).toEqual(["name", "email"]);
  });

  test("beside the name in one cell", () => {
    expect(peopleOf("Participant,Role\nZoë Müller <zoe@uni.example>,TA\n")).toEqual([
      "2 Zoë Müller zoe@uni.example assistant",
    ]);
  });

  test("asked for in a file without any", () => {
    expect(readRoster("Student,ID,SIS User ID,SIS Login ID\nAda,1,7,ada\n")).toMatchObject({
      status: "unreadable",
      reason: "No column of this roster holds email addresses.",
    });
  });
});

describe("what is not certain is asked once", () => {
  test("which of two addresses counts", () => {
    const text = "Name,Email,E-Mail\nAda,ada@uni.example,ada@home.example\n";
    expect(read(text).questions).toEqual([
      {
        index: 1,
        text: "What does the column “Email” hold?",
        guess: "email",
        samples: ["ada@uni.example"],
      },
      {
        index: 2,
        text: "What does the column “E-Mail” hold?",
        guess: "ignored",
        samples: ["ada@home.example"],
      },
    ]);
    const answered = read(text, { 1: "ignored", 2: "email" });
    expect(answered.questions).toEqual([]);
    expect(answered.people[0]?.email).toBe("ada@home.example");
  });

  test("whether a bare ID is the campus's", () => {
    const text = "Name,Email,ID\nAda,ada@uni.example,70010\nBo,bo@uni.example,70090\n";
    expect(columnsOf(text)).toEqual(["name", "email", "campusId?"]);
    expect(peopleOf(text, { 2: "ignored" })[0]).toBe("2 Ada ada@uni.example student");
  });

  test("which of two names comes first, without headings", () => {
    const text = "Lovelace\tAda\tada@uni.example\nBaker\tBo\tbo@uni.example";
    expect(columnsOf(text)).toEqual(["firstName?", "surname?", "email"]);
    expect(read(text).questions[0]?.text).toBe("What does column 1 hold?");
    expect(peopleOf(text, { 0: "surname", 1: "firstName" })).toEqual([
      "1 Ada Lovelace ada@uni.example student",
      "2 Bo Baker bo@uni.example student",
    ]);
  });

  test("whether roles stand under a heading that says nothing", () => {
    const text = "Name,Email,Kind\nAda,ada@uni.example,Teacher\n";
    expect(columnsOf(text)).toEqual(["name", "email", "role?"]);
    expect(read(text, { 2: "role" }).questions).toEqual([]);
  });

  test("what columns are under headings in words that we don't know", () => {
    const text = "Vārds,Uzvārds,Adrese\nZoë,Müller,zoe@uni.example\nAda,Baker,ada@uni.example\n";
    expect(read(text).headerLine).toBe(1);
    expect(columnsOf(text)).toEqual(["firstName?", "surname?", "email"]);
  });

  test("and again if a choice leaves no addresses, or gives two columns one meaning", () => {
    const text = "Name,Nick,Email\nAda Lovelace,ada,ada@uni.example\n";
    expect(columnsOf(text, { 2: "ignored" })).toEqual(["name", "ignored", "email?"]);
    expect(columnsOf(text, { 0: "name", 1: "name" })).toEqual(["name", "ignored?", "email"]);
  });

  test("a choice overrules what is certain, and one for no column changes nothing", () => {
    const text = "Name,Nick,Email\nAda Lovelace,Adi,ada@uni.example\n";
    expect(peopleOf(text, { 0: "ignored", 1: "name" })).toEqual(["2 Adi ada@uni.example student"]);
    expect(read(text, { 9: "email" })).toEqual(read(text));
  });
});

test("columns that are no part of a roster are ignored unasked beside headings that are known", () => {
  const text = "No.,Name,Email,Degree,Phone\n1,Ada,ada@uni.example,BSc,0123 456\n";
  expect(columnsOf(text)).toEqual(["ignored", "name", "email", "ignored", "ignored"]);
});

test("Brightspace's classlist is known by its words", () => {
  const text =
    "OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n#0070010,#s1,Wei,João,s1@uni.example,#\n";
  expect(peopleOf(text)).toEqual(["2 João Wei s1@uni.example 0070010 student"]);
});
