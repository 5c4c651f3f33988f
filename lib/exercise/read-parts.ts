import { type Work, workToRead } from "./algebra";
import type { Exercise, Part } from "./exercise";
import { kinds } from "./kinds";
import type { UnreadablePart } from "./result";

type ByPart<T> = Readonly<Record<string, T>>;

/** What was sent, read. */
export interface ReadParts {
  readonly asked: readonly Part[];
  /** Those of the parts asked for that could not be read. */
  readonly unreadable: readonly UnreadablePart[];
  /** Of all parts, also those not asked for: what could be read. */
  readonly readings: ReadonlyMap<string, unknown>;
}

export function readParts(
  exercise: Exercise,
  views: ByPart<unknown>,
  responses: ByPart<string>,
  asked: readonly string[],
): ReadParts {
  const unreadable: UnreadablePart[] = [];
  const readings = new Map<string, unknown>();
  const work = workToRead();
  for (const part of exercise.parts) {
    const { name } = part;
    const read = readPart(part, views[name], ownString(responses, name), work);
    if (read.status === "read") readings.set(name, read.reading);
    else if (asked.includes(name)) {
      unreadable.push({ part: name, status: "unreadable", message: read.message });
    }
  }
  return { asked: exercise.parts.filter(({ name }) => asked.includes(name)), unreadable, readings };
}

function ownString(responses: ByPart<string>, name: string): string {
  return Object.hasOwn(responses, name) ? (responses[name] ?? "") : "";
}

function readPart(part: Part, view: unknown, raw: string, work: Work) {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  if (isBlank(part, raw))
    return unreadable("There’s nothing here yet: give an answer, then check again.");
  const { longest, read } = kinds[part.kind];
  if (isTooLong(part, view, raw)) return unreadable(tooLong(longest(view)));
  return read(raw, view, part.settings, work);
}

/** Whether a response has more characters than an answer to its part can need. */
export const isTooLong = ({ kind }: Part, view: unknown, raw: string): boolean =>
  raw.length > kinds[kind].longest(view);

const tooLong = (most: number) =>
  `This is longer than an answer can be (${most.toLocaleString("en-GB")} characters), so we didn’t read it. Shorten it and check again.`;

/** Responses as they are kept and shown again: of one that is too long to be an answer, its beginning, which is still too
 *  long. */
export function cutResponses(
  exercise: Exercise,
  views: ByPart<unknown>,
  responses: ByPart<string>,
): Record<string, string> {
  const cut = exercise.parts.flatMap(({ name, kind }) => {
    if (!Object.hasOwn(responses, name)) return [];
    const most = kinds[kind].longest(views[name]) + 1;
    return [[name, ownString(responses, name).slice(0, most).toWellFormed()] as const];
  });
  return Object.fromEntries(cut);
}

/** Whether nothing was typed to a part: there is nothing to read, and nothing to judge. */
export function isBlank({ kind }: Part, raw: string): boolean {
  return raw.trim() === "" || kinds[kind].isBlank?.(raw) === true;
}
