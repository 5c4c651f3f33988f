import { benjaminiHochberg } from "@/lib/cohort/statistics/benjamini-hochberg";
import { fisherExact, type Tally } from "@/lib/cohort/statistics/fisher-exact";

/** What is looked at of a value: a number; of a matrix, whether an entry is negative; null of anything else. */
export type Glimpse = number | boolean | null;

/** A student's first numbers in an exercise, and how their first try went. */
export interface FirstNumbers {
  /** By part, and by given; what a pass comes to is "pass.p". */
  readonly key: Readonly<Record<string, Glimpse>>;
  readonly givens: Readonly<Record<string, Glimpse>>;
  /** Whether the first try had full points: in the exercise, and in each part that was answered. */
  readonly right: boolean;
  readonly partsRight: Readonly<Record<string, boolean>>;
}

export type Trait = keyof typeof traits | "negative entry";

/** What a number may have about it that makes it easier or harder; a matrix may have a negative entry. */
const traits = {
  negative: (value: number) => value < 0,
  whole: Number.isInteger,
  zero: (value: number) => value === 0,
  "near 0": (value: number) => Math.abs(value) <= 0.1,
  "near 1": (value: number) => Math.abs(value - 1) <= 0.1,
} as const satisfies Record<string, (value: number) => boolean>;

/** A feature of the numbers: how the first tries went of the students who have it, and of those who do not. */
export interface FeatureComparison {
  /** Whether it is one of a part's answer, or of a given. */
  readonly of: "answer" | "given";
  readonly name: string;
  readonly trait: Trait;
  readonly having: Tally;
  readonly lacking: Tally;
  /** How likely a difference at least as large is by chance, adjusted for how many features are compared. */
  readonly p: number;
  /** Whether chance accounts for the difference so badly that the numbers must make it. */
  readonly unfair: boolean;
}

/** On either side of a comparison; with fewer students it could find nothing. */
export const fewestCompared = 5;

/** The share of features called unfair that may be fair after all. */
const falsely = 0.05;

/** The features that part a section's students, the least likely differences first. Everyone's numbers are drawn by
 *  chance, so that a difference which chance does not account for comes from the numbers. A feature of an answer is
 *  compared by that part, one of a given by the whole exercise; of features that the same students have, one is compared.
 *  Fisher's exact test, its p values adjusted as Benjamini and Hochberg have it. */
export function compareFeatures(students: readonly FirstNumbers[]): FeatureComparison[] {
  const seen = new Set<string>();
  const compared = featuresIn(students).filter(({ having, lacking, split }) => {
    const known = seen.has(split);
    seen.add(split);
    return !known && Math.min(sizeOf(having), sizeOf(lacking)) >= fewestCompared;
  });
  const ps = benjaminiHochberg(compared.map(({ having, lacking }) => fisherExact(having, lacking)));
  return compared
    .map(({ split, ...feature }, i) => ({ ...feature, p: ps[i]!, unfair: ps[i]! <= falsely }))
    .toSorted((a, b) => a.p - b.p);
}

interface Feature extends Pick<FeatureComparison, "of" | "name" | "trait" | "having" | "lacking"> {
  /** How it parts the students, and by what they are compared: the same for a feature and its opposite. */
  readonly split: string;
}

function featuresIn(students: readonly FirstNumbers[]): Feature[] {
  const names = (of: (student: FirstNumbers) => object) => [
    ...new Set(students.flatMap((student) => Object.keys(of(student)))),
  ];
  const traitNames = [...(Object.keys(traits) as Trait[]), "negative entry" as const];
  return [
    ...names(({ key }) => key).flatMap((name) =>
      traitNames.map((trait) =>
        featureOf("answer", name, trait, students, ({ key, partsRight }) => [
          key[name],
          partsRight[name],
        ]),
      ),
    ),
    ...names(({ givens }) => givens).flatMap((name) =>
      traitNames.map((trait) =>
        featureOf("given", name, trait, students, ({ givens, right }) => [givens[name], right]),
      ),
    ),
  ];
}

function featureOf(
  of: Feature["of"],
  name: string,
  trait: Trait,
  students: readonly FirstNumbers[],
  look: (student: FirstNumbers) => [Glimpse | undefined, boolean | undefined],
): Feature {
  const having = { right: 0, wrong: 0 };
  const lacking = { right: 0, wrong: 0 };
  const sides = students.map((student) => {
    const [value, right] = look(student);
    const has = hasTrait(value, trait);
    if (has === undefined || right === undefined) return "-";
    (has ? having : lacking)[right ? "right" : "wrong"]++;
    return has ? "1" : "0";
  });
  return { of, name, trait, having, lacking, split: splitOf(of === "answer" ? name : "", sides) };
}

/** Undefined where the trait is none of such a value. */
function hasTrait(value: Glimpse | undefined, trait: Trait): boolean | undefined {
  if (trait === "negative entry") return typeof value === "boolean" ? value : undefined;
  return typeof value === "number" ? traits[trait](value) : undefined;
}

function splitOf(outcome: string, sides: readonly string[]): string {
  const turned = sides.find((side) => side !== "-") === "1";
  const opposite: Readonly<Record<string, string>> = { "0": "1", "1": "0", "-": "-" };
  return `${outcome} ${sides.map((side) => (turned ? opposite[side] : side)).join("")}`;
}

const sizeOf = ({ right, wrong }: Tally) => right + wrong;
