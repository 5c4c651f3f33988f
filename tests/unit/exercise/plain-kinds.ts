import { z } from "zod";
import { toNumber } from "@/lib/exercise/coerce";
import type { Kind, Kinds } from "@/lib/exercise/kinds/kind";
import type { Expr } from "@/lib/exercise/language";
import type { Value } from "@/lib/exercise/value";

export interface PlainSettings {
  readonly answer: Expr;
  readonly tolerance: number;
}

const number = (value: Value) => toNumber(value) ?? Number.NaN;

/** The plainest kind there can be, so that drawing and grading are tested apart from the real ones. */
const plain: Kind<PlainSettings, number, Record<string, never>, number> = {
  name: "numeric",
  tag: "Numeric",
  viewSchema: z.strictObject({}),
  help: "Type a number.",
  parse: ({ at }) => ({ issues: [{ ...at, message: "not parsed here", mend: "Build it." }] }),
  draw: ({ settings }, evaluate) => ({ key: number(evaluate(settings.answer)), view: {} }),
  longest: () => 200,
  read(raw) {
    const reading = Number(raw);
    if (Number.isFinite(reading)) return { status: "read", reading };
    return { status: "unreadable", message: `"${raw}" is not a number.` };
  },
  grade(key, reading, { tolerance }) {
    const miss = Math.abs(key - reading);
    if (miss <= tolerance) return { earned: 1, feedback: [] };
    return { earned: miss <= 10 * tolerance ? 0.5 : 0, feedback: [] };
  },
  matches: (value, reading, { settings: { tolerance } }) =>
    Math.abs(number(value) - reading) <= tolerance,
  value: (key) => key,
  keyAsResponse: (key) => String(key),
};

const kind = plain as Kind;

export const kinds: Kinds = {
  numeric: kind,
  choice: kind,
  ordering: kind,
  matrix: kind,
  network: kind,
  expression: kind,
};
