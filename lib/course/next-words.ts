import { percent } from "@/lib/ui/percent";
import type { NextStep } from "./next-step";
import { levelWords, type Sureness } from "./sureness";

/** Why this comes next, in a sentence or two for the learner. */
export function whyNext({ reason, skill, before, grounded }: NextStep): string {
  if (!skill) {
    return reason === "begin" ? "You have not answered it yet." : "Not all of it was right yet.";
  }
  const stands = standing(skill.sureness);
  if (before && before.id !== skill.id) {
    return `“${before.title}” builds on “${skill.title}”: ${stands}. It is worth mending first.`;
  }
  if (reason === "improve") {
    return `“${skill.title}”: ${stands}. Of its exercises, this one went worst at first.`;
  }
  const words =
    skill.sureness.level === "untried"
      ? `It begins “${skill.title}”.`
      : `“${skill.title}”: ${stands}.`;
  return grounded ? `${words} You are sure of what it builds on.` : words;
}

/** "getting there, 40 %". */
export const standing = ({ level, share }: Sureness): string =>
  level === "untried" ? levelWords[level] : `${levelWords[level]}, ${percent(share)}`;
