import { setImmediate } from "node:timers/promises";
import GithubSlugger from "github-slugger";
import type { Root, RootContent, Yaml } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { z } from "zod";
import type { Exercise, Given } from "@/lib/exercise";
import { checkBlocks } from "./check-blocks";
import { Checker, type CourseNames, startOf } from "./checker";
import type { Heading, Lesson, ParsedLesson } from "./lesson";
import { type ParsedMdx, parseMdx, parseMdxInPieces } from "./mdx";
import { readExercise } from "./parse-exercise";
import { givenName, readGiven } from "./read-given";
import { tryLesson } from "./try-lesson";
import { type Element, isElement } from "./unravel";
import { readYaml } from "./yaml";

const frontMatter = z.strictObject({
  title: z.string("must be the lesson's title").trim().min(1, "must be the lesson's title"),
  summary: z.string("must be a sentence or two").trim().min(1, "must be a sentence or two"),
});

/** Checks a lesson's MDX. A refusal tells every issue of the file at once, but for a mistake in MDX's own syntax,
 *  at which reading ends; with the course's names, also what speaks of none of them; when there is none, the lesson is tried with numbers, and what fails then is told. */
export function parseLesson(source: string, file: string, course?: CourseNames): ParsedLesson {
  const steps = lessonSteps(parseMdx(source), new Checker(source, file, course));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with others let in between its steps: for the thread that serves. */
export async function parseLessonInTurns(source: string, file: string): Promise<ParsedLesson> {
  const parsed = await inTurns(parseMdxInPieces(source));
  return inTurns(lessonSteps(parsed, new Checker(source, file)));
}

async function inTurns<T>(steps: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

/** Checks a lesson, stopping before each of its blocks. */
function* lessonSteps(parsed: ParsedMdx, checker: Checker): Generator<void, ParsedLesson, void> {
  if ("issues" in parsed) {
    checker.add(...parsed.issues);
    return { status: "refused", issues: checker.issues };
  }
  const lesson = yield* readLesson(parsed.root, checker);
  if (checker.issues.length === 0) tryLesson(lesson, checker);
  if (checker.issues.length === 0) return { status: "parsed", lesson };
  return { status: "refused", issues: checker.sorted() };
}

function* readLesson(root: Root, checker: Checker): Generator<void, Lesson, void> {
  const front = readFrontMatter(root, checker);
  const givens: Given[] = [];
  const exercises: Exercise[] = [];
  const body: RootContent[] = [];
  const names: string[] = [];
  for (const node of root.children) {
    yield;
    const name = isElement(node) ? node.name : undefined;
    if (node.type === "yaml") continue;
    if (isElement(node) && name === "Given") {
      const given = readGiven(node, { givens: names, taken: names }, checker);
      if (given) givens.push(given);
      names.push(...givenName(node));
    } else if (isElement(node) && name === "Exercise") {
      const exercise = readExercise(node, checker);
      if (exercise) addExercise(exercise, exercises, node, checker);
      body.push(node);
    } else {
      checkBlocks([node], names, checker);
      if (node.type === "heading" && node.depth === 1) reportTitle(node, checker);
      body.push(node);
    }
  }
  return { ...front, givens, exercises, body, headings: anchored(body, exercises) };
}

function reportTitle(heading: RootContent, checker: Checker): void {
  const mend = "Begin the lesson's own headings with ##; its title stands in the front matter.";
  checker.report(startOf(heading), "# is the heading of the whole page", mend);
}

function addExercise(
  exercise: Exercise,
  all: Exercise[],
  element: Element,
  checker: Checker,
): void {
  if (all.some(({ id }) => id === exercise.id)) {
    const message = `there are two exercises with the id ${exercise.id}`;
    checker.report(startOf(element), message, "Give each exercise of a lesson an id of its own.");
  }
  all.push(exercise);
}

function readFrontMatter(root: Root, checker: Checker): { title: string; summary: string } {
  const [node] = root.children;
  const none = { title: "", summary: "" };
  const mend = "Begin the file with ---, title: …, summary: …, and --- again.";
  if (node?.type !== "yaml") {
    checker.report({ line: 1, column: 1 }, "the lesson has no title", mend);
    return none;
  }
  const yaml = readYaml(node.value);
  if ("problem" in yaml) {
    const at = { line: yaml.line + startOf(node).line, column: yaml.column };
    checker.report(at, `front matter: ${yaml.problem}`, mend);
    return none;
  }
  const parsed = frontMatter.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    for (const key of keys) {
      const wrong = issue.code === "unrecognized_keys" ? "is not known here" : issue.message;
      const message = `front matter: ${key} ${wrong}`.replace(":  ", ": ");
      checker.report({ line: lineOf(key, node), column: 1 }, message, mend);
    }
  }
  return none;
}

/** The line of a key in the front matter, or where it begins. */
function lineOf(key: string, node: Yaml): number {
  const index = node.value.split("\n").findIndex((line) => line.startsWith(`${key}:`));
  return startOf(node).line + index + 1;
}

/** Gives each heading its anchor. Tells h2 and h3, which the page lists. */
function anchored(body: readonly RootContent[], exercises: readonly Exercise[]): Heading[] {
  const slugger = new GithubSlugger();
  // The anchors of the exercises are taken.
  for (const { id } of exercises) slugger.slug(`exercise-${id}`);
  return body.flatMap((node) => {
    if (node.type !== "heading") return [];
    const text = textOfNode(node);
    const id = slugger.slug(text);
    node.data = { ...node.data, hProperties: { id } } as typeof node.data;
    return [{ depth: node.depth, text, id }];
  });
}
