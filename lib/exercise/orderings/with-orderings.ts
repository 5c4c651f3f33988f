import { draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Issue } from "@/lib/exercise/issue";
import type { FromGraph } from "@/lib/exercise/kinds/ordering/from-graph";
import { closed } from "@/lib/exercise/kinds/ordering/order";
import {
  type Distractor,
  mostSteps,
  type OrderingSettings,
} from "@/lib/exercise/kinds/ordering/schema";
import { mostShown } from "@/lib/exercise/kinds/shown";
import { laidFor } from "@/lib/exercise/laid-exercise";
import { newMeter } from "@/lib/exercise/language/budget";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import { leavesOf } from "@/lib/exercise/language/laid";
import { lettersOf } from "@/lib/exercise/solution/write-for";
import { asWritten } from "@/lib/exercise/wording";
import { lookOf, type SlippedStep, slippedSteps } from "./slipped-steps";
import { type GraphStep, stepsOf } from "./steps-of";

/** As many draws are held against each other: steps that hang on the numbers are none to put in order. */
const draws = 3;
/** As many are tried: some may have keys that are not finite. */
const tries = 12;

/** The exercise with the steps of its orderings that are made from its graph, and what is wrong with those. The structure is that
 *  of every draw, so it is made once for all. */
export function withOrderings(exercise: Exercise): {
  readonly exercise: Exercise;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const parts = exercise.parts.map((part) => {
    const { graph } = part.settings as Partial<OrderingSettings>;
    if (part.kind !== "ordering" || !graph) return part;
    try {
      return withSteps(exercise, part as Part<OrderingSettings>, graph);
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      const { line, column } = error.position;
      issues.push({ line, column, message: error.message, mend: error.mend });
      return part;
    }
  });
  return { exercise: { ...exercise, parts }, issues };
}

function withSteps(
  exercise: Exercise,
  part: Part<OrderingSettings>,
  graph: FromGraph,
): Part<OrderingSettings> {
  const [{ steps, slipped }, ...others] = drawnOften(exercise, graph);
  const texts = steps.map(({ text }) => text).join("\n");
  if (others.some((other) => other.steps.map(({ text }) => text).join("\n") !== texts)) {
    throw refused(
      graph,
      "its steps change with the numbers",
      "Give a value without ? : on the way.",
    );
  }
  checkCount(steps, graph);
  const differing = slipped.filter(
    (one) =>
      one.differs && others.every((other) => other.slipped.some((same) => isSure(same, one))),
  );
  const own = part.settings.distractors;
  const written = [...steps.map(({ text }) => text), ...own.map(({ text }) => asWritten(text))];
  const taken = new Set(written.map(lookOf));
  const room = Math.min(graph.distractors, mostShown - steps.length - own.length);
  const chosen = likeliest(differing, taken, room);
  const needs = graph.isInOrder
    ? steps.map((_, i) => (i > 0 ? [i - 1] : []))
    : steps.map((one) => one.after);
  const settings: OrderingSettings = {
    ...part.settings,
    steps: steps.map(({ name, text }) => ({ name, text: [text] })),
    before: closed(needs),
    isByNeed: !graph.isInOrder,
    distractors: [...own, ...chosen],
  };
  return { ...part, settings };
}

const isSure = (same: SlippedStep, one: SlippedStep) => same.text === one.text && same.differs;

type Drawn = ReturnType<typeof drawnSteps>;

/** The steps and their slips in a few draws. Throws LanguageError where no draw has any. */
function drawnOften(exercise: Exercise, graph: FromGraph): [Drawn, ...Drawn[]] {
  const found: Drawn[] = [];
  let failure: unknown;
  for (let i = 1; i <= tries && found.length < draws; i++) {
    try {
      found.push(drawnSteps(exercise, graph, `structure ${i}`));
    } catch (error) {
      if (!(error instanceof LanguageError)) throw error;
      failure ??= error;
    }
  }
  const [first, ...others] = found;
  if (!first) throw failure;
  return [first, ...others];
}

/** The steps and their slips with the numbers of one draw. */
function drawnSteps(exercise: Exercise, { from, known }: FromGraph, seed: string) {
  const { scope } = draw(exercise, { seed, number: exercise.fixed.length + 1 });
  const laid = laidFor(exercise, scope);
  const { graph, names } = laid;
  const nodesOf = (expr: Expr) => leavesOf(expr.lay({ graph, names, meter: newMeter() }));
  const letter = lettersOf(exercise, laid);
  const targets = nodesOf(from);
  const steps = stepsOf(targets, { known: known ? nodesOf(known) : [], letter });
  return { steps, slipped: steps.flatMap((step) => slippedSteps(step, letter)) };
}

function checkCount(steps: readonly GraphStep[], graph: FromGraph): void {
  if (steps.length < 2) {
    const mend = "Give a value that at least two givens or places of a pass are worked out for.";
    throw refused(
      graph,
      `from leads to ${steps.length === 0 ? "no step" : "one step alone"}`,
      mend,
    );
  }
  if (steps.length <= mostSteps) return;
  const message = `from leads to ${steps.length} steps, and an ordering has at most ${mostSteps}`;
  const mend = "Say with known={…} what is known already, or give an earlier value.";
  throw refused(graph, message, mend);
}

const refused = ({ from }: FromGraph, message: string, mend: string) =>
  new LanguageError(message, mend, from.at);

/** The mistakes made most often, one at each step before a second at any. */
function likeliest(
  slipped: readonly SlippedStep[],
  taken: ReadonlySet<string>,
  count: number,
): Distractor[] {
  const looks = new Set(taken);
  const chosen: SlippedStep[] = [];
  const sorted = slipped.toSorted((a, b) => b.prior - a.prior);
  const take = (isFree: (one: SlippedStep) => boolean) => {
    for (const one of sorted) {
      if (chosen.length >= count) return;
      if (looks.has(lookOf(one.text)) || !isFree(one)) continue;
      looks.add(lookOf(one.text));
      chosen.push(one);
    }
  };
  take(({ of }) => chosen.every((other) => other.of !== of));
  take(() => true);
  return chosen.map(({ text, why }, i) => ({
    name: `slip ${i + 1}`,
    text: [text],
    why: [why],
  }));
}
