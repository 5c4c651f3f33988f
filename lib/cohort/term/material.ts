import "server-only";
import { drawNumbers, scopeOfNumbers } from "@/lib/answering/frozen-variant";
import type { Numbers } from "@/lib/answering/numbers";
import { type Exercise, gradeSubmission, type Part, type Result } from "@/lib/exercise";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { kinds } from "@/lib/exercise/kinds";
import type { PlannedAnswer } from "./plan";

/** An answer to all parts of an exercise, and what it comes to. */
export interface MadeUpAnswer {
  readonly responses: Readonly<Record<string, string>>;
  readonly result: Extract<Result, { status: "graded" }>;
}

/** What can be answered to an exercise with one set of numbers. */
export interface Material {
  readonly seed: string;
  readonly numbers: Numbers;
  readonly right: MadeUpAnswer;
  /** By the mistake that somebody makes, the likelier first. None is all right. */
  readonly slips: ReadonlyMap<string, MadeUpAnswer>;
  /** Wrong for no reason that anybody recognises; null where there is no such answer. */
  readonly lost: MadeUpAnswer | null;
}

/** As many mistakes are tried at an exercise. */
const mostSlips = 3;

/** An exercise's first numbers with a seed, and the answers that are given to them: the right one, those of the
 *  likeliest mistakes, and one that is off by a factor. */
export function materialOf(exercise: Exercise, seed: string): Material {
  const numbers = drawNumbers(exercise, seed, 1);
  const right = rightAnswer(exercise, numbers);
  const slips = slipsIn(exercise, numbers).flatMap((rule) => {
    const answer = slipAnswer(exercise, numbers, right, rule);
    return answer ? [[rule.name, answer] as const] : [];
  });
  const lost = lostAnswer(exercise, numbers, right);
  return { seed, numbers, right, slips: new Map(slips), lost };
}

/** One answer to some numbers, worked out by itself: what materialOf would have for it. Where the numbers have no such
 *  wrong answer, another wrong one, and at last the right one. */
export function answerAs(
  is: PlannedAnswer,
  exercise: Exercise,
  numbers: Numbers,
  habit: string,
): MadeUpAnswer {
  const right = rightAnswer(exercise, numbers);
  if (is === "right") return right;
  const lost = is === "lost" ? lostAnswer(exercise, numbers, right) : null;
  if (lost) return lost;
  const slips = slipsIn(exercise, numbers);
  const likeliest = slips.toSorted((a, b) => Number(b.name === habit) - Number(a.name === habit));
  for (const one of likeliest) {
    const slip = slipAnswer(exercise, numbers, right, one);
    if (slip) return slip;
  }
  return lostAnswer(exercise, numbers, right) ?? right;
}

function rightAnswer(exercise: Exercise, numbers: Numbers): MadeUpAnswer {
  const right = answered(exercise, numbers, ({ name, kind }) =>
    kinds[kind].keyAsResponse(numbers.key[name], numbers.view[name]),
  );
  if (!right) throw new Error(`${exercise.id}: its own key cannot be read as an answer`);
  return right;
}

/** A mistake, and what it comes to in each part that it shows in. */
interface Slip {
  readonly name: string;
  readonly keys: ReadonlyMap<string, unknown>;
}

/** The likeliest mistakes that can be made with these numbers. */
function slipsIn(exercise: Exercise, numbers: Numbers): Slip[] {
  const predictions = new Predictions(exercise, scopeOfNumbers(exercise, numbers));
  const found = new Map<string, { prior: number; keys: Map<string, unknown> }>();
  for (const part of exercise.parts) {
    for (const { candidate, key } of predictions.on(part, { settled: new Map() }).singles) {
      const name = candidate.rules[0]?.name ?? "";
      const slip = found.get(name) ?? { prior: candidate.prior, keys: new Map() };
      if (!slip.keys.has(part.name)) slip.keys.set(part.name, key);
      found.set(name, slip);
    }
  }
  return [...found]
    .toSorted(([, a], [, b]) => b.prior - a.prior)
    .slice(0, mostSlips)
    .map(([name, { keys }]) => ({ name, keys }));
}

/** What somebody answers who makes a mistake; null where that is right, or none can be told. */
function slipAnswer(
  exercise: Exercise,
  numbers: Numbers,
  right: MadeUpAnswer,
  { keys }: Slip,
): MadeUpAnswer | null {
  const answer = answered(exercise, numbers, (part) =>
    keys.has(part.name)
      ? kinds[part.kind].keyAsResponse(keys.get(part.name), numbers.view[part.name])
      : (right.responses[part.name] ?? ""),
  );
  return answer && !isRight(answer) ? answer : null;
}

function lostAnswer(
  exercise: Exercise,
  numbers: Numbers,
  right: MadeUpAnswer,
): MadeUpAnswer | null {
  const lost = answered(exercise, numbers, (part) =>
    scaled(part, right.responses[part.name] ?? ""),
  );
  return lost && !isRight(lost) ? lost : null;
}

const isRight = ({ result: { score } }: MadeUpAnswer) => score.earned >= score.possible;

/** Numbers off by a factor that no rule comes to. Other kinds are answered right. */
const scaled = ({ kind }: Part, right: string): string =>
  kind === "numeric" || kind === "matrix"
    ? right.replaceAll(/-?\d[\d.]*(?:e[+-]?\d+)?/g, (text) => String(+(1.37 * +text).toFixed(4)))
    : right;

function answered(
  exercise: Exercise,
  numbers: Numbers,
  responseTo: (part: Part) => string,
): MadeUpAnswer | null {
  const responses = Object.fromEntries(
    exercise.parts.map((part) => [part.name, responseTo(part)] as const),
  );
  const grading = {
    keys: numbers.key,
    views: numbers.view,
    scope: () => scopeOfNumbers(exercise, numbers),
  };
  const asked = exercise.parts.map(({ name }) => name);
  const result = gradeSubmission(exercise, grading, { responses, asked });
  return result.status === "graded" ? { responses, result } : null;
}
