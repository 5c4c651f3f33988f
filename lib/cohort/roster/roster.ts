import type { Encoding } from "./decode";
import type { Separator } from "./separate";

/** What a column can hold. A roster has one column at most of each, but for groups and what is ignored. */
export const meanings = [
  "name",
  "firstName",
  "surname",
  "email",
  "campusId",
  "role",
  "groups",
  "ignored",
] as const;

export type Meaning = (typeof meanings)[number];

/** A column's index, from 0, and what the person who uploads the roster says it holds. */
export type Choices = Readonly<Record<number, Meaning>>;

export type RosterRole = "student" | "assistant" | "instructor";

/** Somebody on a roster, as the import takes them. */
export interface Person {
  /** The line on which they stand first. */
  line: number;
  /** "First Last" on one line, at most 100 characters, nothing invisible. Empty where the roster has no name. It can be
   *  a formula's text: whatever writes it into a spreadsheet defuses it. */
  name: string;
  /** Folded and valid, as an account's is. No two people of a roster share one. */
  email: string;
  /** The number by which the campus knows them. Absent where the roster has none. */
  campusId?: string;
  /** Student where the roster doesn't say. */
  role: RosterRole;
  /** Whether it says. */
  saysRole: boolean;
  /** Sections and groups, each once, in the roster's order. */
  groups: string[];
}

/** A row that isn't taken. */
export interface Problem {
  line: number;
  /** The row as it stands, shortened. */
  row: string;
  /** What is wrong, in plain words. */
  reason: string;
  /** What to do about it. */
  mend: string;
}

/** A row, or a run of empty ones, that is no person's or says nothing new. */
export interface PassedOver {
  line: number;
  reason: string;
}

/** How a column's meaning was found: by its heading, by its cells, by the answer to a question, or not at all. */
export type Recognised = "header" | "contents" | "choice" | "nothing";

export interface Column {
  /** From 0, as choices name it. */
  index: number;
  /** The heading, shortened. Empty where the roster has no headings. */
  header: string;
  meaning: Meaning;
  by: Recognised;
  /** Whether the meaning needs no asking. */
  certain: boolean;
  /** Its first few cells that are not blank, shortened. */
  samples: string[];
}

/** What the preview asks about a column that is not certain. Choices answer it by the column's index. */
export interface Question {
  index: number;
  text: string;
  /** What it is taken for as long as nobody says otherwise. */
  guess: Meaning;
  samples: string[];
}

export interface ReadRoster {
  status: "read";
  /** Null for pasted text. */
  encoding: Encoding | null;
  /** Null for a plain list: one address a line. */
  separator: Separator | null;
  /** The line that holds the headings. Null where none does. */
  headerLine: number | null;
  columns: Column[];
  /** One for each column that is not certain. Empty: nothing is left to ask. */
  questions: Question[];
  people: Person[];
  problems: Problem[];
  passedOver: PassedOver[];
}

/** A file of which nothing can be taken: why, and what to do about it. */
export interface UnreadableRoster {
  status: "unreadable";
  reason: string;
  mend: string;
}

export type Roster = ReadRoster | UnreadableRoster;
