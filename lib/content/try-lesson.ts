import type { Node, RootContent } from "mdast";
import { drawVariant, type Exercise, type Issue, type Variant } from "@/lib/exercise";
import { gradingOf } from "@/lib/exercise/check/grading-of";
import type { ChoiceSettings } from "@/lib/exercise/kinds/choice/schema";
import type { OrderingSettings } from "@/lib/exercise/kinds/ordering/schema";
import { type Expr, evaluate, LanguageError, type Scope } from "@/lib/exercise/language";
import { solve } from "@/lib/exercise/solution/solve";
import { exprsOf, type Wording, wordedIn } from "@/lib/exercise/wording";
import { WrongKey } from "@/lib/exercise/wrong-key";
import { type Checker, startOf } from "./checker";
import { attributeValue } from "./components/attribute-value";
import { misfitOf } from "./components/misfit";
import { specOf } from "./components/specs";
import type { Attribute, Lesson, TexValue } from "./lesson";
import { limits } from "./limits";
import { scopeOf } from "./scope-of";
import { excessOfSolution, ShownWork } from "./shown-work";
import { filledTex, shownTex } from "./tex";
import { isElement } from "./unravel";

/** As many drawn variants of each exercise are tried, after all its fixed ones. */
const drawn = 4;

/** Tries a checked lesson and these of its exercises with numbers: what fails only then, such as shapes that do not fit, is
 *  reported where it stands, and not met first by a reader. */
export function tryLesson(
  lesson: Lesson,
  checker: Checker,
  exercises: readonly Exercise[] = lesson.exercises,
): void {
  const found = checker.apart();
  attempt(found, () => {
    const scope = scopeOf(lesson.givens, "try");
    const work = new ShownWork("prose", [scope]);
    for (const node of lesson.body) {
      tryNode(node, { scope, work, found });
      tellExcess(found, work.excess(startOf(node)));
      if (work.isTooMuch) break;
    }
  });
  for (const exercise of exercises) tryExercise(exercise, found);
  const told = new Set<string>();
  for (const issue of found.issues) {
    const same = `${issue.line}:${issue.column}:${issue.message}`;
    if (!told.has(same)) checker.add(issue);
    told.add(same);
  }
}

/** Tries one exercise: see tryLesson. */
export function tryExercise(exercise: Exercise, found: Checker): void {
  for (let number = 1; number <= exercise.fixed.length + drawn; number++) {
    attempt(found, () => {
      const variant = drawVariant(exercise, { seed: `try ${number}`, number });
      const scope = new Map(Object.entries(variant.givens));
      const work = new ShownWork("exercise", [scope, variant.scope]);
      const open = [...exercise.body, ...exercise.hints.flatMap(({ body }) => body)];
      for (const node of open) tryNode(node, { scope, work, found });
      for (const wording of wordingsOf(exercise)) tryWording(wording, { scope, work, found });
      const whole = { scope: variant.scope, work, found };
      for (const node of exercise.solution) tryNode(node, whole);
      tellExcess(found, work.excess(exercise.at));
      // One set of numbers makes a solution about as long as another.
      if (number === 1) tellExcess(found, longSolution(exercise, variant));
    });
  }
}

const longSolution = (exercise: Exercise, variant: Variant) =>
  excessOfSolution(solve(exercise, { ...gradingOf(variant), scope: variant.scope }), exercise.at);

function tellExcess(found: Checker, issue: Issue | undefined): void {
  if (issue) found.add(issue);
}

/** Among what, on whose account, and for whom it is tried. */
interface Trying {
  readonly scope: Scope;
  readonly work: ShownWork;
  readonly found: Checker;
}

/** What an exercise says beside its running text; its options and steps are drawn with its numbers. */
function wordingsOf({ parts, misconceptions }: Exercise): Wording[] {
  const remarks = parts.flatMap(({ settings }) => remarksIn(settings));
  return [
    ...parts.map(({ label }) => label),
    ...misconceptions.map(({ text }) => text),
    ...remarks,
  ];
}

/** The feedback of options, and why distractors are none. */
function remarksIn(settings: unknown): Wording[] {
  const { options = [], distractors = [] } = settings as Partial<ChoiceSettings & OrderingSettings>;
  return [
    ...options.map(({ feedback = [] }) => feedback),
    ...distractors.map(({ why = [] }) => why),
  ];
}

/** A text that is shown once its values are put in: each of them, and the formulas they make. */
function tryWording(wording: Wording, { scope, work, found }: Trying): void {
  attempt(found, () => {
    const [first] = exprsOf(wording);
    if (!first || work.isTooMuch) return;
    const text = wordedIn(wording, scope);
    work.addFormula(text);
    checkLength(text, first);
  });
}

function checkLength(markdown: string, { at }: Expr): void {
  if (markdown.length <= limits.filled) return;
  const message = `with its numbers this text is longer than ${limits.filled} characters`;
  throw new LanguageError(message, "Show a smaller matrix, or a part of it.", at);
}

/** Evaluates every expression that rendering this node will. */
function tryNode(node: RootContent, trying: Trying): void {
  const { scope, work, found } = trying;
  const { expr, values = [], exercise, part } = (node as Node).data ?? {};
  // What is more than showing it may take is no longer tried.
  if (exercise !== undefined || part !== undefined || work.isTooMuch) return;
  if (expr) attempt(found, () => tryShown(expr, trying));
  for (const value of values) attempt(found, () => shownTex(value.expr, scope));
  if ("value" in node) attempt(found, () => tryFormula(node, values, trying));
  if (isElement(node)) tryAttributes(node, trying);
  const children = "children" in node ? (node.children as RootContent[]) : [];
  for (const child of children) tryNode(child, trying);
}

function tryFormula(
  node: RootContent & { readonly value: string },
  values: readonly TexValue[],
  { scope, work }: Trying,
): void {
  const tex = filledTex(node.value, values, scope);
  if (node.type === "math" || node.type === "inlineMath") work.addFormula(tex);
}

function tryShown(expr: Expr, { scope, work }: Trying): void {
  const value = evaluate(expr, scope);
  if (typeof value === "object") work.addFormula(shownTex(expr, scope));
}

function tryAttributes(node: RootContent, trying: Trying): void {
  const { scope, found } = trying;
  if (!isElement(node)) return;
  const name = node.name ?? "";
  const spec = specOf(name);
  const attributes = node.data?.attributes ?? new Map<string, Attribute>();
  const values = new Map<string, unknown>();
  for (const [key, attribute] of attributes) {
    const wanted = spec?.attributes[key];
    if (attribute.wording) tryWording(attribute.wording, trying);
    if (wanted?.type !== "value") continue;
    attempt(found, () => values.set(key, attributeValue(key, attribute, wanted.is, scope)));
  }
  const misfit = misfitOf(name, values);
  const at = misfit && attributes.get(misfit.attribute)?.at;
  if (at) found.report(at, misfit.message, misfit.mend);
}

function attempt(found: Checker, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    const { message, mend, position } = error;
    const { line, column } = position;
    const keys = error instanceof WrongKey ? { keys: error.keys } : {};
    found.add({ line, column, message, mend, ...keys });
  }
}
