import { isForeseen, type RuleName } from "@/lib/exercise/diagnosis/foreseen";
import type { Exercise } from "@/lib/exercise/exercise";
import { ruleInWords } from "./fault-in-words";
import { type Finding, failure, note } from "./finding";
import type { Mistake } from "./mistakes";

/** Each misconception of the author's comes to an answer, which is not right, and is found by it. */
export function foreseenAreFound({ mistakes }: { mistakes: readonly Mistake[] }): Finding[] {
  return mistakes.flatMap((mistake) => {
    if (!isForeseen(mistake.rule)) return [];
    const { part, rule, at, valued, differs, right, named } = mistake;
    const which = `${ruleInWords(rule)}, of ${part},`;
    if (valued === 0) {
      const mend = `Mend its expression: it must come to what could be typed for ${part}.`;
      return [failure(at, `${which} never comes to an answer`, mend)];
    }
    if (differs === right) {
      const mend = "Leave it out, or mend its expression: whoever types this is right.";
      return [
        failure(at, `${ruleInWords(rule)} is the right answer to ${part} in every variant`, mend),
      ];
    }
    if (named > 0) return [];
    return [failure(at, `${which} is never found`, "Mend its expression.")];
  });
}

/** Mistakes that an exercise is about and that are never told apart from others: a student reads of another, or "either …
 *  or …". Of the rest, of several that come to the same answer the commonest is told. */
export function isolatedAreToldApart({ exercise, mistakes }: Isolating): Finding[] {
  return mistakes.flatMap((mistake) => {
    if (!exercise.isolates.includes(mistake.rule)) return [];
    if (isToldApart(mistake) || !isMade(mistake)) return [];
    const { part, rule, at, others } = mistake;
    const names = Object.keys(others) as RuleName[];
    const from = names.map(ruleInWords).join(", ");
    const message = from
      ? `${ruleInWords(rule)} is never told apart from ${from} in ${part}`
      : `${ruleInWords(rule)} is never found in ${part}`;
    return [note(at, message, "Other givens, or a part before it, may tell them apart.")];
  });
}

interface Isolating {
  readonly exercise: Exercise;
  readonly mistakes: readonly Mistake[];
}

/** Whether a mistake comes to a wrong answer in some variant. */
export const isMade = ({ differs, right }: Mistake) => differs > right;

/** Whether some answer is said to come from this mistake alone, or from what the author says of it. */
export const isToldApart = ({ alone, others }: Mistake) =>
  alone > 0 || (Object.keys(others) as RuleName[]).some(isForeseen);
