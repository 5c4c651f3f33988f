import type { Exercise } from "@/lib/exercise";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";

/** What a recorded mistake is called, as Markdown with TeX: a misconception by its name; one that the exercise's author
 *  foresaw by what they say to it. */
export function ruleInWords(rule: string, exercise: Exercise | undefined): string {
  const number = Number(/^own-(\d+)$/.exec(rule)?.[1] ?? 0);
  return (
    nameOfRule(rule) ??
    exercise?.misconceptions[number - 1]?.text ??
    "a mistake the exercise foresaw before"
  );
}
