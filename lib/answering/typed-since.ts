import "server-only";
import { type Exercise, isBlank, type Part } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Numbers } from "./numbers";

/** A text for one part's draft. */
export interface DraftEdit {
  readonly part: string;
  readonly response: string;
  /** The texts that whoever typed it knew to have stood there. */
  readonly known: readonly string[];
  /** Whether it steps aside for a text that they did not know of. */
  readonly yields: boolean;
  /** Whether the learner has chosen it over another one. */
  readonly settles: boolean;
}

interface TypedForm {
  readonly responses: Readonly<Record<string, string>>;
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly was: Readonly<Record<string, string>>;
  readonly settled: readonly string[];
}

/** What in a form is to be a draft. A page with scripts says what was typed; one without sends all its fields with what
 *  they came with, and may be old: what it has typed takes no newer text's place. */
export function editsOf(
  { parts }: Exercise,
  { view }: Pick<Numbers, "view">,
  { responses, known, was, settled }: TypedForm,
): DraftEdit[] {
  return parts.flatMap((part): DraftEdit[] => {
    const { name } = part;
    const response = responses[name] ?? "";
    const edit = { part: name, response, settles: settled.includes(name) };
    const [before, knew] = [own(was, name), own(known, name)];
    if (knew) return [{ ...edit, known: knew, yields: false }];
    if (before === undefined || saysTheSame(part, view[name], before, response)) return [];
    return [{ ...edit, known: [before], yields: true }];
  });
}

const own = <T>(texts: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

/** Whether two responses differ in their spelling at most, as an order does that is sent as places. */
function saysTheSame(part: Part, view: unknown, a: string, b: string): boolean {
  if (a.trim() === b.trim() || (isBlank(part, a) && isBlank(part, b))) return true;
  const [one, other] = [a, b].map((raw) => kinds[part.kind].read(raw, view, part.settings));
  return (
    one?.status === "read" &&
    other?.status === "read" &&
    JSON.stringify(one.reading) === JSON.stringify(other.reading)
  );
}
