import { randomUUID } from "node:crypto";
import { plainName } from "@/lib/auth/plain-name";
import type { Grading } from "./grading";

/** Rows as they were typed. */
export interface TypedGrading {
  readonly categories: readonly TypedCategory[];
  readonly letters: readonly TypedLetter[];
}

export interface TypedCategory {
  /** "" for a new one. */
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly drop: string;
}

export interface TypedLetter {
  readonly name: string;
  readonly from: string;
}

/** Messages by the name and place of a field, such as "weight.2". */
export type GradingErrors = Readonly<Record<string, string>>;

/** The grading that was typed, or what is to be mended. A row without a name is left out, and so are figures in it. */
export function readGrading(
  typed: TypedGrading,
): { readonly grading: Grading } | { readonly errors: GradingErrors } {
  const errors: Record<string, string> = {};
  const categories = typed.categories.flatMap(({ id, name, weight, drop }, i) => {
    if (isBlank([name, weight, drop])) return [];
    errors[`name.${i}`] = nameFault(name, typed.categories) ?? "";
    errors[`weight.${i}`] = faultOf(weight, 1000, "a number from 0 to 1000");
    errors[`drop.${i}`] = faultOf(drop || "0", 20, "a whole number from 0 to 20", true);
    return {
      id: id || randomUUID(),
      name: plainName(name),
      weight: numberIn(weight),
      dropLowest: numberIn(drop || "0"),
    };
  });
  const letters = typed.letters.flatMap(({ name, from }, i) => {
    if (isBlank([name, from])) return [];
    errors[`letter.${i}`] = nameFault(name, typed.letters, 20) ?? "";
    errors[`from.${i}`] = faultOf(from, 100, "a percentage from 0 to 100");
    return { name: plainName(name), from: numberIn(from) / 100 };
  });
  const found = Object.fromEntries(Object.entries(errors).filter(([, message]) => message));
  if (Object.keys(found).length > 0) return { errors: found };
  return { grading: { categories, letters: letters.toSorted((a, b) => b.from - a.from) } };
}

const isBlank = (texts: readonly string[]) => texts.every((text) => text.trim() === "");

function nameFault(name: string, all: readonly { name: string }[], most = 60): string | null {
  const plain = plainName(name);
  if (plain === "") return "Give it a name, or empty the whole row to leave it out.";
  if (plain.length > most) return `Please use at most ${most} characters.`;
  const same = all.filter((other) => plainName(other.name) === plain);
  return same.length > 1 ? "Two have this name. Call one of them something else." : null;
}

function faultOf(text: string, most: number, wanted: string, whole = false): string {
  const value = numberIn(text);
  const isFine = value >= 0 && value <= most && (!whole || Number.isInteger(value));
  return isFine ? "" : `Write ${wanted}.`;
}

/** "12,5" is what some write for 12.5; NaN for what is no number. */
const numberIn = (text: string): number =>
  /^\s*\d+([.,]\d+)?\s*%?\s*$/.test(text)
    ? Number(text.replace(",", ".").replace("%", ""))
    : Number.NaN;
