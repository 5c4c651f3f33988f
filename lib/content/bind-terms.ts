import type { RootContent } from "mdast";
import type { Exercise } from "@/lib/exercise";
import type { Term } from "./course-file";
import type { Attribute, Lesson } from "./lesson";
import { isElement } from "./unravel";

/** A course's words, and where they all stand. */
export interface Glossary {
  readonly path: string;
  readonly terms: readonly Term[];
}

/** The attributes that a `<Prerequisite>` gets beside its own: the word, what it means, and its place in the glossary. */
export const boundTerm = { term: "bound-term", means: "bound-means", path: "bound-path" } as const;

/** Puts the glossary's words where a lesson's text unfolds them. */
export function bindTerms({ body, exercises }: Lesson, glossary: Glossary): void {
  bindIn(body, glossary);
  for (const exercise of exercises) bindExerciseTerms(exercise, glossary);
}

/** The same in an exercise that stands by itself: in its text, its hints and its solution. */
export function bindExerciseTerms(exercise: Exercise, glossary: Glossary): void {
  bindIn(exercise.body, glossary);
  for (const { body } of exercise.hints) bindIn(body, glossary);
  bindIn(exercise.solution, glossary);
}

function bindIn(nodes: readonly RootContent[], glossary: Glossary): void {
  for (const node of nodes) {
    if (isElement(node) && node.name === "Prerequisite") bind(node, glossary);
    if ("children" in node) bindIn(node.children as RootContent[], glossary);
  }
}

function bind(element: Extract<RootContent, { data?: unknown }>, glossary: Glossary): void {
  const attributes = element.data?.attributes;
  const of = attributes?.get("of");
  const found = glossary.terms.find(({ id }) => id === of?.value);
  if (!attributes || !of || !found) return;
  const { term, means, example } = found;
  const whole = example ? `${means}\n\n${example}` : means;
  const bound: [string, Attribute][] = [
    [boundTerm.term, { value: term, at: of.at }],
    [boundTerm.means, { value: whole, at: of.at }],
    [boundTerm.path, { value: `${glossary.path}#${found.id}`, at: of.at }],
  ];
  element.data = { ...element.data, attributes: new Map([...attributes, ...bound]) };
}
