import type { Grade, Judging, Mark, ToldSlip } from "@/lib/exercise/kinds/kind";
import { wordedIn } from "@/lib/exercise/wording";
import type { ChoiceSettings, ChoiceView } from "./schema";

/** The id of each option in the author's order, then of those that were drawn; and the ids that are right. */
export interface ChoiceKey {
  readonly several: boolean;
  readonly options: readonly string[];
  readonly correct: readonly string[];
  /** What is told to who chooses an option that was drawn, by its id. */
  readonly slips?: Readonly<Record<string, ToldSlip>>;
}

export interface ChoiceReading {
  readonly ids: readonly string[];
}

/** Of one: all or nothing. Of several: max(0, (right − wrong) / all that are right), so that ticking everything
 *  earns nothing more. Each option chosen has a mark, in the order of the page. What its author says to a wrong one comes
 *  back before what they say to a right one. */
export function gradeChoice(
  key: ChoiceKey,
  { ids }: ChoiceReading,
  settings: ChoiceSettings,
  { options }: ChoiceView,
  { scope = () => new Map() }: Judging = {},
): Grade {
  const isRight = (id: string) => key.correct.includes(id);
  const right = ids.filter(isRight).length;
  const wrong = ids.length - right;
  const earned = Math.max(0, (right - wrong) / key.correct.length);
  const marks = ids.toSorted().map((id): Mark => (isRight(id) ? "right" : "wrong"));
  const chosen = key.options.flatMap((id, i) => {
    if (!ids.includes(id)) return [];
    const said = settings.options[i]?.feedback;
    const feedback = said && wordedIn(said, scope());
    const text = options.find((option) => option.id === id)?.text ?? "";
    return [{ text, feedback, right: isRight(id) }];
  });
  if (earned >= 1) {
    const why = remarks(chosen).at(0);
    return { earned, feedback: [], marks, ...(why === undefined ? {} : { why }) };
  }
  const of = (which: boolean) => chosen.filter((one) => one.right === which);
  const said = remarks(of(false));
  const explained = said.length > 0;
  if (!key.several)
    return { earned, feedback: said, explained, marks, miss: explained ? [] : [another] };
  const missing = key.correct.length - right;
  return { earned, feedback: [ticked({ right, wrong, missing }), ...said], explained, marks };
}

const another = "Not that one: check each of the others against the question.";

/** An option that was chosen, as it was shown, and its author's words to it. */
interface Chosen {
  readonly text: string;
  readonly feedback: string | undefined;
}

/** The author's words to these options, each with its option where there are several. */
function remarks(options: readonly Chosen[]): string[] {
  return options.flatMap(({ text, feedback }) => {
    if (feedback === undefined) return [];
    return [options.length > 1 ? `“${text}”: ${feedback}` : feedback];
  });
}

/** How many of the options ticked are right, and what is wrong with the rest. How many are missing is not told. */
function ticked({ right, wrong, missing }: Record<"right" | "wrong" | "missing", number>): string {
  const all = right + wrong;
  const more = missing > 0 ? "something’s still missing" : "";
  if (wrong === 0)
    return `${all === 1 ? "Your tick is" : `All ${all} of your ticks are`} right, but ${more}.`;
  if (right === 0) return all === 1 ? "Your tick is wrong." : `None of your ${all} ticks is right.`;
  const many = `${counted(wrong)} too many`;
  return `${right} of your ${all} ticks ${right === 1 ? "is" : "are"} right: ${many}${more && `, and ${more}`}.`;
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const counted = (count: number) => words[count] ?? String(count);
