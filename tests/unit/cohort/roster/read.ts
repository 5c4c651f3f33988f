import { readRoster } from "@/lib/cohort/roster/read-roster";
import type { Choices, Person, ReadRoster } from "@/lib/cohort/roster/roster";

/** A roster that has to be readable, as it was read. */
export function read(input: Uint8Array | string, choices?: Choices): ReadRoster {
  const roster = readRoster(input, choices);
  if (roster.status !== "read") throw new Error(roster.reason);
  return roster;
}

/** The people of a roster on a line each, without what they don't have: "2 Ada Lovelace ada@uni.example 7 student A, B". */
export const peopleOf = (input: Uint8Array | string, choices?: Choices): string[] =>
  read(input, choices).people.map(shown);

const shown = ({ line, name, email, campusId, role, groups }: Person) =>
  [line, name, email, campusId, role, groups.join(", ")].filter(Boolean).join(" ");

/** What each column was taken for; with a question mark where that is asked. */
export const columnsOf = (input: Uint8Array | string, choices?: Choices): string[] =>
  read(input, choices).columns.map(({ meaning, certain }) => meaning + (certain ? "" : "?"));

/** Lines with their reasons. */
export const told = (rows: { line: number; reason: string }[]): string[] =>
  rows.map(({ line, reason }) => `${line}: ${reason}`);
