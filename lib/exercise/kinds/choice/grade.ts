import type { Grade } from "@/lib/exercise/kinds/kind";
import type { ChoiceSettings } from "./schema";

/** The id of each option in the author's order, and the ids that are right. */
export interface ChoiceKey {
  readonly several: boolean;
  readonly options: readonly string[];
  readonly correct: readonly string[];
}

export interface ChoiceReading {
  readonly ids: readonly string[];
  /** The options' numbers in the author's order, from 1, rising. */
  readonly numbers: readonly number[];
}

/** Of one: all or nothing. Of several: max(0, (right − wrong) / all that are right), so that ticking everything
 *  earns nothing more. What the author says to the options chosen comes back. */
export function gradeChoice(
  key: ChoiceKey,
  { ids }: ChoiceReading,
  settings: ChoiceSettings,
): Grade {
  const right = ids.filter((id) => key.correct.includes(id)).length;
  const wrong = ids.length - right;
  const feedback = key.options.flatMap((id, i) => {
    const said = settings.options[i]?.feedback;
    return said !== undefined && ids.includes(id) ? [said] : [];
  });
  return { earned: Math.max(0, (right - wrong) / key.correct.length), feedback };
}
