import type { RootContent } from "mdast";
import { rules } from "@/lib/engine/told/rules";
import {
  definitionsIn,
  type Exercise,
  type Part,
  type Position,
  withDefinitions,
  withOrderings,
} from "@/lib/exercise";
import { suggest } from "@/lib/exercise/language";
import {
  checkNames,
  constantOf,
  costs,
  flagOf,
  type RawAttributes,
  rawAttributes,
  textOf,
} from "./attributes";
import { Checker, startOf, type TextAround } from "./checker";
import { defineGraphs } from "./define-graphs";
import { ExerciseReader } from "./exercise-reader";
import type { ParsedExercise } from "./lesson";
import { parseMdx } from "./mdx";
import { type Element, isElement } from "./unravel";

/** Checks the one `<Exercise>` that a text holds, as exercise versions are stored. */
export function parseExercise(source: string, file: string, around?: TextAround): ParsedExercise {
  const checker = new Checker(source, file, undefined, around);
  const parsed = parseMdx(source);
  if ("issues" in parsed) {
    checker.add(...parsed.issues);
    return { status: "refused", issues: checker.issues };
  }
  const [element, ...rest] = parsed.root.children;
  if (!element || !isElement(element) || element.name !== "Exercise" || rest.length > 0) {
    checker.report(
      { line: 1, column: 1 },
      "this is not one exercise",
      "Write one <Exercise> … </Exercise>.",
    );
    return { status: "refused", issues: checker.issues };
  }
  const exercise = readExercise(element, checker);
  if (exercise && checker.issues.length === 0) return { status: "parsed", exercise };
  return { status: "refused", issues: checker.sorted() };
}

/** The exercise of an element, or undefined after an issue. Its names are its own: it sees no givens of the lesson,
 *  so that it means the same wherever it stands. */
export function readExercise(element: Element, checker: Checker): Exercise | undefined {
  const found = checker.apart();
  const exercise = exerciseIn(element, found);
  checker.take(found);
  return exercise;
}

function exerciseIn(element: Element, checker: Checker): Exercise | undefined {
  const raw = rawAttributes(element, checker);
  checkNames(
    element,
    raw,
    { required: ["id", "title"], optional: ["was", "skills", "step-cost", "isolates", "retired"] },
    checker,
  );
  const id = textOf(raw, "id", checker);
  if (raw.has("id") && !/^[a-z][a-z0-9-]*$/.test(id)) {
    const mend = 'Use small letters, digits and hyphens, such as id="output-gradients".';
    checker.report(raw.get("id")?.at ?? startOf(element), `"${id}" cannot be an id`, mend);
  }
  if (raw.has("title") && textOf(raw, "title", checker.apart()) === "") {
    const mend = 'Write title="…" with what the exercise is about.';
    checker.report(raw.get("title")?.at ?? startOf(element), "the title is empty", mend);
  }
  const reader = new ExerciseReader(element, checker);
  for (const child of element.children as RootContent[]) reader.read(child);
  reader.finish(element);
  const { start, end } = element.position ?? {};
  const skills = splitList(textOf(raw, "skills", checker));
  const isolates = splitList(textOf(raw, "isolates", checker));
  for (const skill of skills) {
    checker.known("skills", skill, raw.get("skills")?.at ?? startOf(element));
  }
  for (const rule of isolates)
    checkRule(rule, raw.get("isolates")?.at ?? startOf(element), checker);
  const givens = reader.parts().givens.map(({ name }) => name);
  if (!checker.isStored) checkTitle(raw, givens, checker);
  const exercise: Exercise = {
    id,
    retired: flagOf(raw, "retired", checker),
    was: splitList(textOf(raw, "was", checker)),
    title: textOf(raw, "title", checker),
    isolates,
    stepCost: constantOf(raw, "step-cost", costs, checker),
    skills,
    ...reader.parts(),
    source: checker.source.slice(start?.offset, end?.offset),
    files: checker.files,
    at: startOf(element),
  };
  checker.add(...withDefinitions(exercise));
  drawGraphs(exercise);
  element.data = { ...element.data, exercise: id } as typeof element.data;
  if (checker.issues.length > 0) return undefined;
  const made = withOrderings(exercise);
  checker.add(...made.issues);
  return made.issues.length === 0 ? made.exercise : undefined;
}

/** A title is text alone: a value would stand in it as its name in braces. */
function checkTitle(raw: RawAttributes, givens: readonly string[], checker: Checker): void {
  const { value, at } = raw.get("title") ?? {};
  if (typeof value !== "string" || !at) return;
  const name = [...value.matchAll(/\{\s*(\w+)\s*\}/g)].find(([, one = ""]) =>
    givens.includes(one),
  )?.[1];
  if (name === undefined) return;
  const message = `a title shows no values: students read {${name}} as it is`;
  checker.report(at, message, `Leave {${name}} out of the title, and show it in the text.`);
}

/** A shape that a part asks for is not shown before it is answered, unless the author has it shown. */
function drawGraphs(exercise: Exercise): void {
  const { parts, body, hints, solution } = exercise;
  const asksForShape = ({ kind, settings }: Part) =>
    kind === "matrix" && !(settings as { readonly shapeShown: boolean }).shapeShown;
  const open = [...body, ...hints.flatMap((hint) => hint.body)];
  const definitions = definitionsIn(exercise);
  defineGraphs(open, definitions, { hidesShapes: parts.some(asksForShape) });
  defineGraphs(solution, definitions);
}

function checkRule(name: string, at: Position, checker: Checker): void {
  const names: readonly string[] = Object.keys(rules);
  if (names.includes(name)) return;
  const near = suggest(name, names);
  const mend = near ? `Did you mean ${near}?` : "The docs list them under /docs/misconceptions.";
  checker.report(at, `${name} isn’t the name of a misconception`, mend);
}

const splitList = (text: string) =>
  text.split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
