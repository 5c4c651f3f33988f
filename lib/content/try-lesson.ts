import type { Node, RootContent } from "mdast";
import { drawVariant, type Exercise } from "@/lib/exercise";
import type { ChoiceSettings } from "@/lib/exercise/kinds/choice/schema";
import type { OrderingSettings } from "@/lib/exercise/kinds/ordering/schema";
import { type Expr, evaluate, LanguageError, type Scope } from "@/lib/exercise/language";
import { exprsOf, type Wording, wordedIn } from "@/lib/exercise/wording";
import { WrongKey } from "@/lib/exercise/wrong-key";
import type { Checker } from "./checker";
import { attributeValue } from "./components/attribute-value";
import { misfitOf } from "./components/misfit";
import { specOf } from "./components/specs";
import type { Attribute, Lesson } from "./lesson";
import { limits } from "./limits";
import { scopeOf } from "./scope-of";
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
    for (const node of lesson.body) tryNode(node, scope, found);
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
      const open = [...exercise.body, ...exercise.hints.flatMap(({ body }) => body)];
      for (const node of open) tryNode(node, scope, found);
      for (const wording of wordingsOf(exercise)) tryWording(wording, scope, found);
      for (const node of exercise.solution) tryNode(node, variant.scope, found);
    });
  }
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
function tryWording(wording: Wording, scope: Scope, found: Checker): void {
  attempt(found, () => {
    const [first] = exprsOf(wording);
    if (first) checkLength(wordedIn(wording, scope), first);
  });
}

function checkLength(markdown: string, { at }: Expr): void {
  if (markdown.length <= limits.filled) return;
  const message = `with its numbers this text is longer than ${limits.filled} characters`;
  throw new LanguageError(message, "Show a smaller matrix, or a part of it.", at);
}

/** Evaluates every expression that rendering this node will. */
function tryNode(node: RootContent, scope: Scope, found: Checker): void {
  const { expr, values = [], exercise, part } = (node as Node).data ?? {};
  if (exercise !== undefined || part !== undefined) return;
  if (expr) attempt(found, () => tryShown(expr, scope));
  for (const value of values) attempt(found, () => shownTex(value.expr, scope));
  if ("value" in node) attempt(found, () => filledTex(node.value, values, scope));
  if (isElement(node)) tryAttributes(node, scope, found);
  const children = "children" in node ? (node.children as RootContent[]) : [];
  for (const child of children) tryNode(child, scope, found);
}

function tryShown(expr: Expr, scope: Scope): void {
  const value = evaluate(expr, scope);
  if (typeof value === "object") shownTex(expr, scope);
}

function tryAttributes(node: RootContent, scope: Scope, found: Checker): void {
  if (!isElement(node)) return;
  const name = node.name ?? "";
  const spec = specOf(name);
  const attributes = node.data?.attributes ?? new Map<string, Attribute>();
  const values = new Map<string, unknown>();
  for (const [key, attribute] of attributes) {
    const wanted = spec?.attributes[key];
    if (attribute.wording) tryWording(attribute.wording, scope, found);
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
