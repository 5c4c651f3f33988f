import type { Exercise } from "@/lib/exercise";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { inNames } from "@/lib/exercise/wording";

/** What a recorded mistake is called, as Markdown with TeX: a misconception by its name; one that the exercise's author
 *  foresaw by what they say to it. */
export function ruleInWords(rule: string, exercise: Exercise | undefined): string {
  const number = Number(/^own-(\d+)$/.exec(rule)?.[1] ?? 0);
  const foreseen = exercise?.misconceptions[number - 1];
  return (
    nameOfRule(rule) ??
    (foreseen ? inNames(foreseen.text) : "a mistake the exercise foresaw before")
  );
}
