import type { Exercise, Part } from "./exercise";
import type { UnreadablePart } from "./grade";
import { kinds } from "./kinds";

/** Longest response to one part that is read at all. */
export const longestResponse = 20_000;

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
  for (const part of exercise.parts) {
    const { name } = part;
    const read = readPart(part, views[name], ownString(responses, name));
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

function readPart(part: Part, view: unknown, raw: string) {
  const unreadable = (message: string) => ({ status: "unreadable", message }) as const;
  if (isBlank(part, raw))
    return unreadable("Nothing is here yet: give an answer, then check again.");
  if (raw.length > longestResponse) return unreadable("This is too long to be read as an answer.");
  return kinds[part.kind].read(raw, view, part.settings);
}

/** Whether nothing was typed to a part: there is nothing to read, and nothing to judge. */
export function isBlank({ kind }: Part, raw: string): boolean {
  return raw.trim() === "" || kinds[kind].isBlank?.(raw) === true;
}
