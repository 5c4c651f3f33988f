import { setImmediate } from "node:timers/promises";
import GithubSlugger from "github-slugger";
import { LRUCache } from "lru-cache";
import type { Root, RootContent } from "mdast";
import { toString as textOfNode } from "mdast-util-to-string";
import { definitionsIn, type Exercise, type Given, withDefinitions } from "@/lib/exercise";
import { checkBlocks } from "./check-blocks";
import { Checker, startOf } from "./checker";
import type { CourseNames } from "./course-names";
import { defineGraphs } from "./define-graphs";
import { ExerciseMemory } from "./exercise-memory";
import type { FilesBeside } from "./files-beside";
import { readFrontMatter, taughtIn } from "./front-matter";
import type { Heading, Lesson, ParsedLesson } from "./lesson";
import { anchorsIn, checkOwnLinks } from "./links";
import { type ParsedMdx, parseMdx, parseMdxInPieces } from "./mdx";
import { readExercise } from "./parse-exercise";
import { givenName, readGiven } from "./read-given";
import { tryLesson } from "./try-lesson";
import { type Element, isElement } from "./unravel";

/** Checks a lesson's MDX. A refusal tells every issue of the file at once, but for a mistake in MDX's own syntax, at
 *  which reading ends; with the course's names, also what speaks of none of them, nor of the files beside it; when there is none, the lesson is
 *  tried with numbers, and what fails then is told. Of exercises that are remembered nothing is read or tried again. */
export function parseLesson(
  source: string,
  file: string,
  course?: CourseNames,
  beside?: FilesBeside,
  remembered?: ExerciseMemory,
): ParsedLesson {
  const checker = new Checker(source, file, course, { beside });
  const steps = lessonSteps(parseMdx(source), checker, remembered);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A lesson that was checked when it was stored, with others let in between its steps: for the thread that serves. It is not
 *  tried with numbers again. */
export async function parseLessonInTurns(
  source: string,
  file: string,
  beside?: FilesBeside,
): Promise<ParsedLesson> {
  const parsed = await inTurns(parseMdxInPieces(source));
  const checker = new Checker(source, file, undefined, { beside, isStored: true });
  return inTurns(lessonSteps(parsed, checker));
}

/** As parseLesson, with others let in between its blocks: for the thread that serves. */
export async function checkLessonInTurns(
  source: string,
  file: string,
  course: CourseNames,
  beside?: FilesBeside,
): Promise<ParsedLesson> {
  const parsed = await inTurns(parseMdxInPieces(source));
  const checker = new Checker(source, file, course, { beside });
  return inTurns(lessonSteps(parsed, checker, new ExerciseMemory()));
}

async function inTurns<T>(steps: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

/** Checks a lesson, stopping before each of its blocks. What is remembered of its exercises is not worked out again. */
export function* lessonSteps(
  parsed: ParsedMdx,
  checker: Checker,
  remembered?: ExerciseMemory,
): Generator<void, ParsedLesson, void> {
  if ("issues" in parsed) {
    checker.add(...parsed.issues);
    return { status: "refused", issues: checker.issues };
  }
  const lesson = yield* readLesson(parsed.root, checker, remembered);
  if (checker.issues.length === 0 && !checker.isStored)
    tryLesson(lesson, checker, remembered ? [] : lesson.exercises);
  if (checker.issues.length === 0) return { status: "parsed", lesson };
  return { status: "refused", issues: checker.sorted() };
}

function* readLesson(
  root: Root,
  checker: Checker,
  remembered?: ExerciseMemory,
): Generator<void, Lesson, void> {
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
      const exercise = remembered ? remembered.read(node, checker) : readExercise(node, checker);
      if (exercise) addExercise(exercise, exercises, node, checker);
      body.push(node);
    } else {
      checkBlocks([node], names, checker);
      if (node.type === "heading" && node.depth === 1) reportTitle(node, checker);
      body.push(node);
    }
  }
  checkFormerIds(exercises, checker);
  const headings = anchored(body, exercises);
  const teaches = taughtIn(headings, front, checker);
  const { links } = checker;
  if (!checker.isStored) checkOwnLinks(links, anchorsIn(headings, exercisesIn(root)), checker);
  const { title, summary, minutes } = front;
  checker.add(...withDefinitions({ givens, parts: [], fixed: [], misconceptions: [] }));
  const ownBlocks = body.filter((node) => node.data?.exercise === undefined);
  defineGraphs(ownBlocks, definitionsIn({ givens, parts: [] }));
  const { files } = checker;
  return { title, summary, minutes, teaches, givens, exercises, body, headings, files, links };
}

/** What belongs to an id can go to one exercise alone. */
function checkFormerIds(exercises: readonly Exercise[], checker: Checker): void {
  const ids = exercises.map(({ id }) => id);
  const claimed = new Set<string>();
  for (const { at, was } of exercises) {
    for (const id of was) {
      if (ids.includes(id)) {
        const mend = "Leave it out of was, or give the exercise that has it another id.";
        checker.report(at, `${id} is the id of an exercise here, and no former one`, mend);
      } else if (claimed.has(id)) {
        const mend = "Leave it in one of them: scores can only go to one exercise.";
        checker.report(at, `${id} is stated twice as a former id`, mend);
      }
      claimed.add(id);
    }
  }
}

function reportTitle(heading: RootContent, checker: Checker): void {
  const mend = "Begin the lesson's own headings with ##; its title goes in the front matter.";
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

/** Lessons link to one another again and again. */
const knownAnchors = new LRUCache<string, readonly string[]>({ max: 50 });

/** The anchors that a lesson's text has; none where it cannot be read. */
export function anchorsOf(source: string): readonly string[] {
  const anchors = knownAnchors.get(source) ?? readAnchors(source);
  knownAnchors.set(source, anchors);
  return anchors;
}

function readAnchors(source: string): readonly string[] {
  const parsed = parseMdx(source);
  if ("issues" in parsed) return [];
  const exercises = exercisesIn(parsed.root);
  return anchorsIn(anchored(parsed.root.children, exercises), exercises);
}

/** The ids of a text's exercises, whether or not there is something wrong with them. */
const exercisesIn = ({ children }: Root): { readonly id: string }[] =>
  children.flatMap((node) => {
    const id = isElement(node) && node.name === "Exercise" ? writtenId(node) : undefined;
    return id ? [{ id }] : [];
  });

function writtenId({ attributes }: Element): string | undefined {
  const id = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id");
  return typeof id?.value === "string" ? id.value : undefined;
}

/** Gives each heading its anchor. Tells h2 and h3, which the page lists. */
function anchored(
  body: readonly RootContent[],
  exercises: readonly { readonly id: string }[],
): Heading[] {
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
