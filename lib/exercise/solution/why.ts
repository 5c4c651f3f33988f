import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Grading } from "@/lib/exercise/grading";
import { kinds } from "@/lib/exercise/kinds";
import type { GradedPart } from "@/lib/exercise/result";
import { type SolutionStep, stepsOf } from "./solve";

interface Telling {
  readonly exercise: Exercise;
  readonly grading: Grading;
  /** Parts that the student is or was told are right: what they come to is no secret any more. */
  readonly told: ReadonlySet<string>;
}

/** A right part with why it is right: where its author says nothing, the step of the worked solution that the answer is.
 *  That step never tells what another part comes to that is still open: with one open that is no number, none is told;
 *  with one open that is, the rule is told in letters alone. */
export function withWhy(graded: GradedPart, telling: Telling): GradedPart {
  if (graded.verdict !== "right" || graded.followed || graded.why) return graded;
  const part = telling.exercise.parts.find(({ name }) => name === graded.part);
  const text = part && sentence(part, telling);
  return text === undefined ? graded : { ...graded, why: { text, by: "solution" } };
}

function sentence(part: Part, { exercise, grading, told }: Telling): string | undefined {
  const { rekey, comesTo } = kinds[part.kind];
  // What has blanks of its own is worked out in as many steps, and none of them is the answer.
  if (!rekey || comesTo) return undefined;
  const open = exercise.parts.filter((other) => other !== part && !told.has(other.name));
  const keys = open.map(({ name, kind }) => kinds[kind].numbers?.(grading.keys[name]) ?? []);
  if (keys.some((numbers) => numbers.length === 0)) return undefined;
  const step = lastStep(exercise, grading, part);
  if (!step) return undefined;
  if (numeralsIn(step.symbols).some((number) => keys.flat().includes(number))) return undefined;
  return inSentence(step, open.length === 0);
}

const lastSteps = new WeakMap<Grading, Map<Part, SolutionStep | undefined>>();

/** The step that a part's answer is, worked out once for all answers that are graded by the same. */
function lastStep(exercise: Exercise, grading: Grading, part: Part): SolutionStep | undefined {
  const known = lastSteps.get(grading) ?? new Map<Part, SolutionStep | undefined>();
  lastSteps.set(grading, known);
  if (!known.has(part)) {
    const solved = { keys: grading.keys, views: grading.views, scope: grading.scope() };
    known.set(part, stepsOf(exercise, solved, part).at(-1));
  }
  return known.get(part);
}

const numeralsIn = (tex: string): number[] => (tex.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

/** Names from the source, which are not the page's letters. */
const isOfSource = (tex: string) => /\\(text|operatorname)\{/.test(tex);

/** As long as numbers may be that stand in a sentence. */
const mostCharacters = 90;

/** A step as a sentence. A name that says nothing to a reader is left out, and so is a rule that only repeats it. */
function inSentence({ symbols, numbers, tellsValues }: SolutionStep, withNumbers: boolean) {
  const [, name = "", rule = ""] = /^(.*?) = (.*)$/s.exec(symbols) ?? [];
  const [, , worked = ""] = /^(.*?) = (.*)$/s.exec(numbers) ?? [];
  const fits =
    worked.includes("=") && worked.length <= mostCharacters && !worked.includes("\\begin");
  const here = withNumbers && fits ? worked : undefined;
  if (tellsValues || rule === "" || isOfSource(rule)) return undefined;
  if (plain(name) === plain(rule)) return here && `Here it is $${here}$.`;
  // A letter alone tells nothing of what has no name.
  if (isOfSource(name) && !/[-+]|\\(,|frac|odot|sum)/.test(rule)) return undefined;
  const told = isOfSource(name) ? `It is $${rule}$` : `$${symbols}$`;
  return here ? `${told}, which here is $${here}$.` : `${told}.`;
}

/** TeX without what only groups. */
const plain = (tex: string) => tex.replace(/\\(left|right)|[{}()\s]|\\,/g, "");
