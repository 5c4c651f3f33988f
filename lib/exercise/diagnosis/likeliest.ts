import type { RuleName as SlipName } from "@/lib/engine/told/rules";
import type { Write } from "@/lib/engine/told/told";
import type { Candidate } from "./candidate";

/** What reproduces a wrong answer, by the names it is recorded under: one slip, or two at once. */
export type Cause = readonly SlipName[];

/** Why an answer is wrong. */
export interface Diagnosis {
  readonly causes: readonly Cause[];
  /** What a student reads of it: what they did, what is right, each said once. Markdown with TeX. */
  readonly said: readonly string[];
}

export const none: Diagnosis = { causes: [], said: [] };

/** More alternatives than two are no help. */
const mostTold = 2;

/** One of each cause, and nothing that is much less likely than the likeliest. */
export function likeliest(found: readonly Candidate[]): Candidate[] {
  const sorted = found.toSorted((a, b) => b.prior - a.prior);
  const names = new Set<string>();
  const best = sorted[0]?.prior ?? 0;
  return sorted
    .filter((candidate) => {
      const name = candidate.rules.map((rule) => rule.name).join(" ");
      if (names.has(name) || candidate.prior < best / 3) return false;
      names.add(name);
      return true;
    })
    .slice(0, mostTold);
}

/** These mistakes in words, one or two alternatives; nothing of none. */
export function inWords(found: readonly Candidate[], write: Write): Diagnosis {
  const [first, second] = found;
  if (!first) return none;
  const says = ({ rules: of, made }: Candidate) =>
    made?.says?.(write) ?? of.map((rule) => rule.says).join(", and ");
  const instead = ({ rules: of, made }: Candidate) =>
    made?.instead ? [made.instead(write)] : of.map((rule) => rule.instead);
  const did = second ? `You either ${says(first)}, or ${says(second)}.` : `You ${says(first)}.`;
  return {
    causes: found.map((candidate) => candidate.rules.map(({ name }) => name)),
    said: [did, ...new Set(found.flatMap(instead))],
  };
}
