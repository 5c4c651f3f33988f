import type { z } from "zod";
import { suggest } from "@/lib/exercise/language";
import type { PlaceOf } from "./yaml";

/** Something in a YAML file that is not as it must be. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

/** What a file's keys are, in each place that has keys of its own: in the file itself (""), and in the entries of a list. */
export type KnownKeys = Readonly<Record<string, readonly string[]>>;

type Problem = z.core.$ZodIssue;

/** Faults of one file that are told: whoever has mended these sees the next. */
export const mostFaults = 20;

/** What a schema has against a YAML text's value, in plain words, each where it stands; not all of very many. */
export function yamlFaults(
  problems: readonly Problem[],
  { value, placeOf }: { readonly value: unknown; readonly placeOf: PlaceOf },
  keys: KnownKeys,
): YamlFault[] {
  const misspelt: PropertyKey[][] = [];
  const unknown = unknownIn(problems).map(({ path, key }) => {
    const known = keysAt(path, keys);
    const free = known.filter((one) => !isThere(value, [...path, one]));
    const near = suggest(key, free);
    if (near) misspelt.push([...path, near]);
    const mend = near ? `Did you mean ${near}?` : `The keys are ${listed(known)}.`;
    return { ...placeOf([...path, key]), message: `there is no key ${quoted(key)}`, mend };
  });
  const others = problems
    .filter(({ code }) => code !== "unrecognized_keys")
    .slice(0, mostFaults)
    // Its misspelling has been told.
    .filter(({ path }) => !misspelt.some((one) => same(one, path)))
    .map((problem) => {
      const { path } = problem;
      const isMissing = path.length > 0 && !isThere(value, path);
      return { ...placeOf(path), ...(isMissing ? missing(path) : wrong(problem, keys)) };
    });
  return [...unknown, ...others]
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, mostFaults);
}

/** The first of the keys that are not known where they stand. */
function unknownIn(problems: readonly Problem[]) {
  const found: { readonly path: readonly PropertyKey[]; readonly key: string }[] = [];
  for (const problem of problems) {
    if (problem.code !== "unrecognized_keys") continue;
    for (const key of problem.keys.slice(0, mostFaults - found.length)) {
      found.push({ path: problem.path, key });
    }
  }
  return found;
}

/** A key as a message shows it. */
const quoted = (key: string) => (key.length > 60 ? `${key.slice(0, 60)}…` : key);

const same = (a: readonly PropertyKey[], b: readonly PropertyKey[]) => a.join("/") === b.join("/");

const listed = (words: readonly string[]) => words.join(", ").replace(/, ([^,]*)$/, " and $1");

/** The keys of the place that a path leads to: numbers in it are entries of lists. */
const keysAt = (path: readonly PropertyKey[], keys: KnownKeys) =>
  keys[path.filter((step) => typeof step === "string").join(".")] ?? [];

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at !== undefined && at !== null;
}

function missing(path: readonly PropertyKey[]) {
  const key = String(path.at(-1));
  return { message: `${key} is missing`, mend: `Write ${key}: and what it is.` };
}

const wanted: Readonly<Record<string, readonly [is: string, mend: string]>> = {
  string: ["a text", 'Write words; put numbers, true and false between quotes: "1".'],
  number: ["a number", "Write it in digits, without quotes."],
  int: ["a whole number", "Write it in digits, without quotes."],
  boolean: ["true or false", "Write true or false, without quotes."],
  array: ["a list", "Write [one, another], or a line for each that begins with a dash."],
  object: ["keys with their values", "Write key: value, each on a line of its own."],
};

function wrong(problem: Problem, keys: KnownKeys) {
  const { path } = problem;
  const named = path.filter((step) => typeof step === "string").at(-1);
  const name = typeof path.at(-1) === "number" ? `an entry of ${named ?? "this list"}` : named;
  const what = name ?? "this file";
  if (problem.code === "invalid_type") {
    const [is, mend] = wanted[problem.expected] ?? [problem.expected, "Write it anew."];
    const all = keys[""] ?? [];
    const whole = name ? mend : all.length > 0 ? `${mend} The keys are ${listed(all)}.` : mend;
    return { message: `${what} must be ${is}`, mend: whole };
  }
  if (problem.code === "invalid_value") {
    const words = problem.values.map(String);
    const either = words.join(", ").replace(/, ([^,]*)$/, " or $1");
    return { message: `${what} must be ${either}`, mend: `Write ${words[0]}, say.` };
  }
  if (problem.code === "too_small") {
    const empty = problem.origin === "string";
    return empty
      ? { message: `${what} is empty`, mend: "Write something there, or leave the key out." }
      : { message: `${what} is too small`, mend: `It must be more than ${problem.minimum}.` };
  }
  if (problem.code === "too_big") {
    return { message: `${what} is too large`, mend: `It may be ${problem.maximum} at most.` };
  }
  return { message: `${what} ${problem.message}`, mend: "Write it like output-gradient." };
}
