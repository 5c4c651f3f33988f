import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RootContent } from "mdast";
import { parseExercise } from "@/lib/content";
import { type Exercise, fromJson, type Json, type Part, type Value } from "@/lib/exercise";
import { foreseenName } from "@/lib/exercise/diagnosis/foreseen";
import { kinds } from "@/lib/exercise/kinds";
import type { ChoiceKey } from "@/lib/exercise/kinds/choice/grade";
import type { ChoiceSettings } from "@/lib/exercise/kinds/choice/schema";
import { precisionOf, rounded } from "@/lib/exercise/kinds/precision";
import { solve } from "@/lib/exercise/solution/solve";
import type { Wording } from "@/lib/exercise/wording";
import type { StoredVariant } from "../pages/records";
import { numbersIn } from "./digits";

/** How far somebody has come with an exercise. */
export type Stage = "opened" | "answered" | "helped";

/** Words of the author's that are told in time. */
export interface SecretWords {
  readonly what: string;
  readonly words: string;
  /** From when on they may be told; words without it are never told. */
  readonly from?: Stage;
}

export interface SecretNumber {
  readonly what: string;
  readonly value: number;
  /** Whether it is to be typed, and not only on the way there. */
  readonly isKey: boolean;
}

/** What may not be told of one variant. */
export interface Secrets {
  readonly seed: string;
  readonly numbers: readonly SecretNumber[];
  /** Right orders, right choices and formulas, as a page would write them. */
  readonly texts: readonly { readonly what: string; readonly text: string }[];
  /** Ids that are told apart by nothing but their places and what they say, by part. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

/** All that the engine knows of a variant and its page does not say. */
export function secretsOf(variant: StoredVariant): Secrets {
  const exercise = exerciseOf(variant);
  const keys = exercise.parts.flatMap((part) => keyNumbers(part, variant));
  const way = [...drawn(variant), ...workedOut(exercise, variant)].filter(
    ({ value }) => !Number.isInteger(value),
  );
  return {
    seed: variant.seed,
    numbers: distinct([...keys, ...way]),
    texts: exercise.parts.flatMap((part) => keyTexts(part, variant)),
    alike: new Map(
      exercise.parts.flatMap(({ name, kind }) =>
        kind === "choice" ? [[name, (variant.key[name] as { options: string[] }).options]] : [],
      ),
    ),
  };
}

const parsed = new Map<string, Exercise>();

function exerciseOf({ source, slug }: StoredVariant): Exercise {
  const known = parsed.get(source);
  if (known) return known;
  const read = parseExercise(source, slug);
  if (read.status !== "parsed") throw new Error(`${slug} cannot be read`);
  parsed.set(source, read.exercise);
  return read.exercise;
}

/** A part's numbers, in full and as they are asked for. */
function keyNumbers({ name, kind }: Part, { key, view }: StoredVariant): SecretNumber[] {
  const precision = precisionOf(view[name]);
  const numbers = kinds[kind].numbers?.(key[name]) ?? [];
  return numbers.flatMap((full) => {
    const asked = precision ? Number(rounded(precision, full)) : full;
    return [full, asked].map((value) => ({ what: `the key of ${name}`, value, isKey: true }));
  });
}

/** Every number of every given: its text shows few of them, and one that it does not show may be a key. */
const drawn = ({ givens }: StoredVariant): SecretNumber[] =>
  Object.entries(givens).flatMap(([name, json]) => numbersAt(name, fromJson(json as Json)));

function numbersAt(place: string, value: Value): SecretNumber[] {
  if (typeof value === "number") return [{ what: place, value, isKey: false }];
  if (typeof value !== "object") return [];
  if (value instanceof Float64Array) {
    return [...value].map((one) => ({ what: place, value: one, isKey: false }));
  }
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "data") return numbersAt(place, inner);
    return numbersAt(isList ? `${place}[${name}]` : `${place}.${name}`, inner as Value);
  });
}

/** What the worked solution comes to on its way. */
function workedOut(exercise: Exercise, { givens, key, view }: StoredVariant): SecretNumber[] {
  const scope = new Map(
    Object.entries(givens).map(([name, json]) => [name, fromJson(json as Json)]),
  );
  for (const { name, kind } of exercise.parts) scope.set(name, kinds[kind].value(key[name]));
  const { parts } = solve(exercise, { keys: key, views: view, scope });
  return parts.flatMap(({ part, steps }) =>
    steps.flatMap(({ numbers }) =>
      numbersIn(numbers).map(({ value }) => {
        return { what: `a step to ${part}`, value, isKey: false };
      }),
    ),
  );
}

/** Each number once: as a key, where it is one. */
function distinct(numbers: readonly SecretNumber[]): SecretNumber[] {
  const seen = new Map<number, SecretNumber>();
  for (const one of numbers) {
    const size = Math.abs(one.value);
    if (Number.isFinite(size) && !seen.has(size)) seen.set(size, one);
  }
  return [...seen.values()];
}

function keyTexts({ name, kind }: Part, { key, view }: StoredVariant) {
  const of = (what: string, ...texts: readonly string[]) =>
    texts.map((text) => ({ what: `${what} of ${name}`, text }));
  if (kind === "ordering") {
    return of("the right order", (key[name] as { steps: string[] }).steps.join(","));
  }
  if (kind === "choice") {
    const { options } = key[name] as { options: string[] };
    const shown = (view[name] as { options: { id: string }[] }).options.map(({ id }) => id);
    // With the right one often first, the order that the author wrote them in tells much.
    return options.join() === shown.join() ? [] : of("the author's order", options.join(","));
  }
  if (kind === "network" && "weights" in (key[name] as object)) {
    return of("the weights", (key[name] as { weights: string[] }).weights.join(","));
  }
  if (kind !== "expression") return [];
  const { asRead, keyAsResponse } = kinds[kind];
  const said = asRead?.(keyAsResponse(key[name], view[name]), view[name]) ?? [];
  const tex = said.map(({ markdown = "" }) => markdown.replaceAll("$", ""));
  return of("the formula", String(key[name]), ...tex).filter(({ text }) => !isShort(text));
}

/** Whether a formula is so short that other texts have it in them by chance. */
const isShort = (formula: string) => formula.replaceAll(/\s/g, "").length < 6;

/** What the author of an exercise says to mistakes, as help, and with the solution, by all that somebody did with it. */
export function secretWords(variants: readonly [StoredVariant, ...StoredVariant[]]): SecretWords[] {
  const exercise = exerciseOf(variants[0]);
  const told = variants.flatMap(toldOf);
  const mistakes = exercise.misconceptions.map(({ text }, i): SecretWords => {
    const from = told.includes(foreseenName(i + 1)) ? "answered" : undefined;
    return { what: "words on a mistake", words: longest(plainIn(text)), from };
  });
  const hints = exercise.hints.map(({ body }): SecretWords => {
    return { what: "a hint", words: longest(textsIn(body)), from: "helped" };
  });
  const solution = { what: "the solution", words: longest(textsIn(exercise.solution)) };
  const options = exercise.parts.flatMap(({ kind, name, settings }) => {
    if (kind !== "choice") return [];
    return (settings as ChoiceSettings).options.map(({ feedback = [] }, i): SecretWords => {
      const from = variants.some((variant) => hasChosen(variant, name, i)) ? "answered" : undefined;
      return { what: "words on an option", words: longest(plainIn(feedback)), from };
    });
  });
  return [...mistakes, ...hints, solution, ...options].filter(({ words }) => words.length >= 16);
}

/** The mistakes that this learner's answers were told to come from. */
const toldOf = ({ submissions }: StoredVariant): string[] =>
  submissions.flatMap(({ result }) =>
    result.status === "graded" ? result.parts.flatMap((part) => part.diagnosis ?? []).flat() : [],
  );

function hasChosen({ submissions, key }: StoredVariant, part: string, option: number): boolean {
  const id = (key[part] as ChoiceKey).options[option] ?? "";
  return submissions.some(({ responses }) => responses[part]?.split(",").includes(id));
}

/** The text between the values of an author's words. */
const plainIn = (wording: Wording) => wording.filter((piece) => typeof piece === "string");

function textsIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if ("children" in node) return textsIn(node.children);
    return node.type === "text" ? [node.value] : [];
  });
}

/** The longest stretch of plain words, which HTML and JSON write as they stand, that the course says nowhere else. */
function longest(texts: readonly string[]): string {
  const stretches = texts.flatMap((text) => text.replaceAll(/\s+/g, " ").split(/[^\p{L}\d ,.;:]/u));
  const said = stretches.map((one) => one.trim()).filter(isSaidOnce);
  return said.reduce((a, b) => (b.length > a.length ? b : a), "");
}

const isSaidOnce = (words: string) => words !== "" && lessons().split(words).length === 2;

let read: string | undefined;

/** All that the course's lessons say. */
function lessons(): string {
  read ??= readdirSync(course, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => readFileSync(path.join(course, file), "utf8"))
    .join(" ")
    .replaceAll(/\s+/g, " ");
  return read;
}

const course = path.resolve("content/backpropagation");
