import { parseArgs } from "node:util";
import { suggest } from "@/lib/exercise/language";

/** A command that was not typed as it must be: one sentence says how. */
export class UsageError extends Error {}

/** What a command says, and whether anything in a lesson has to be mended. */
export interface Outcome {
  readonly text: string;
  readonly failed?: boolean;
}

/** What was asked for. `name` is a path or an exercise. */
export interface Wanted {
  readonly name: string;
  readonly json: boolean;
  readonly seeds: number;
  readonly seed: string;
  readonly number?: number;
  readonly responses: string;
  /** A course's folder. */
  readonly folder?: string;
  /** Where a course is pulled from or pushed to; "" where CHAINRULE_SERVER says it. */
  readonly server: string;
  readonly tokenFile: string;
  readonly message: string;
  readonly publish: boolean;
}

const forms = {
  check: "check PATH [--seeds 200] [--json]",
  variant: "variant EXERCISE --seed N [--number K] [--json]",
  grade: "grade EXERCISE --seed N [--number K] --responses FILE [--json]",
  pull: "pull COURSE [FOLDER] [--server URL] [--token-file FILE]",
  push: 'push FOLDER [--server URL] [--publish --message "what changed"] [--token-file FILE]',
} as const;

type Command = keyof typeof forms;

const may: Record<Command, readonly string[]> = {
  check: ["seeds", "json"],
  variant: ["seed", "number", "json"],
  grade: ["seed", "number", "responses", "json"],
  pull: ["server", "token-file"],
  push: ["server", "token-file", "publish", "message"],
};

const needs: Record<Command, readonly ("seed" | "responses")[]> = {
  check: [],
  variant: ["seed"],
  grade: ["seed", "responses"],
  pull: [],
  push: [],
};

const options = {
  json: { type: "boolean" },
  seeds: { type: "string" },
  seed: { type: "string" },
  number: { type: "string" },
  responses: { type: "string" },
  server: { type: "string" },
  "token-file": { type: "string" },
  message: { type: "string" },
  publish: { type: "boolean" },
} as const;

/** The command and what it is to do; throws UsageError. */
export function readArguments(args: string[]): Wanted & { command: Command } {
  const { values, positionals } = parsed(args);
  const [word = "", name, folder, ...rest] = positionals;
  if (!isCommand(word)) throw new UsageError(unknownCommand(word));
  const usage = `Write npm run author -- ${forms[word]}.`;
  const isMore = rest.length > 0 || (folder !== undefined && word !== "pull");
  if (name === undefined || isMore) throw new UsageError(usage);
  for (const option of Object.keys(values)) {
    if (!may[word].includes(option)) {
      throw new UsageError(`${word} has no option --${option}. ${usage}`);
    }
  }
  for (const option of needs[word]) {
    if (!values[option]) throw new UsageError(`${word} needs --${option}. ${usage}`);
  }
  const { json = false, publish = false, seed = "", responses = "", server = "" } = values;
  const { message = "", "token-file": tokenFile = "" } = values;
  const seeds = wholeNumber("seeds", values.seeds, 10_000) ?? 200;
  const number = wholeNumber("number", values.number, 1_000_000);
  return {
    ...{ command: word, name, json, seeds, seed, responses, server, tokenFile, message, publish },
    ...(number ? { number } : {}),
    ...(folder ? { folder } : {}),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(
      `${sentence}. Write npm run author -- check, variant, grade, pull or push.`,
    );
  }
}

const isCommand = (word: string): word is Command => Object.hasOwn(forms, word);

function unknownCommand(word: string): string {
  const all = Object.values(forms).map((form) => `  npm run author -- ${form}`);
  const near = suggest(word, Object.keys(forms));
  if (near) return `There is no command ${word}. Did you mean ${near}?`;
  return [word === "" ? "Name a command:" : `There is no command ${word}. There are:`, ...all].join(
    "\n",
  );
}

function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} must be a whole number from 1 to ${most}, and it is ${text}.`);
}
