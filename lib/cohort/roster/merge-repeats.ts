import type { PassedOver, Person, Problem } from "./roster";
import type { Row } from "./separate";
import { textOf } from "./shorten";

export interface Merged {
  people: Person[];
  problems: Problem[];
  passedOver: PassedOver[];
}

/** What of somebody two rows can disagree about. Blank agrees with everything. */
const traits: { words: string; of: (person: Person) => string }[] = [
  { words: "name", of: ({ name }) => name.toLowerCase() },
  { words: "role", of: ({ role }) => role },
  { words: "campus id", of: ({ campusId }) => campusId ?? "" },
];

/** Makes one person of the rows with one address: the first row counts, what the others add (groups, what it left blank)
 *  is added to it, and they are passed over. Where they disagree, none is taken and each is a problem that names another.
 *  `taken` has each one with their row. */
export function mergeRepeats(taken: ReadonlyMap<Person, Row>): Merged {
  const merged: Merged = { people: [], problems: [], passedOver: [] };
  for (const same of groupByEmail([...taken.keys()]).values()) {
    const trait = traits.find(({ of }) => new Set(same.map(of).filter(Boolean)).size > 1);
    if (trait) merged.problems.push(...disagreements(same, trait, taken));
    else {
      merged.people.push(together(same));
      merged.passedOver.push(...repeats(same));
    }
  }
  return merged;
}

function groupByEmail(people: Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const group = groups.get(person.email);
    if (group) group.push(person);
    else groups.set(person.email, [person]);
  }
  return groups;
}

function together(same: Person[]): Person {
  const campusId = same.find((person) => person.campusId)?.campusId;
  return {
    ...same[0]!,
    saysRole: same.some((person) => person.saysRole),
    name: same.find(({ name }) => name !== "")?.name ?? "",
    ...(campusId && { campusId }),
    groups: [...new Set(same.flatMap(({ groups }) => groups))],
  };
}

function repeats([first, ...others]: Person[]): PassedOver[] {
  return others.map(({ line, groups }) => {
    const isNew = groups.some((group) => !first!.groups.includes(group));
    const added = isNew ? " Its groups are added there." : "";
    return { line, reason: `This row repeats line ${first!.line}.${added}` };
  });
}

/** Each row's problem names the first line that says something else, or the first of all where this row says nothing. */
function disagreements(
  same: Person[],
  { words, of }: (typeof traits)[number],
  taken: ReadonlyMap<Person, Row>,
): Problem[] {
  const said = same.filter((person) => of(person) !== "");
  const one = said[0]!;
  const other = said.find((person) => of(person) !== of(one))!;
  return same.map((person) => {
    const unlike = of(person) === of(one) ? other : one;
    return {
      line: person.line,
      row: textOf(taken.get(person)!),
      reason: `${person.email} is also on line ${unlike.line}, with another ${words}.`,
      mend: "Keep the row that is right, and take the other out.",
    };
  });
}
