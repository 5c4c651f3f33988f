import { type Rule, rules } from "@/lib/engine/told/rules";

/** What a student reads of a recorded mistake; undefined for one that is no rule. */
export const explanationOf = (name: string): Rule | undefined =>
  Object.hasOwn(rules, name) ? rules[name as keyof typeof rules] : undefined;

/** The title of a recorded mistake, in a few words; undefined for one that is no rule. */
export const nameOfRule = (name: string): string | undefined => explanationOf(name)?.title;
