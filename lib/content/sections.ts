import type { Lesson } from "./lesson";

/** A part of a lesson under a heading of its own, with the exercises in it. */
export interface LessonSection {
  readonly id: string;
  /** The heading, in plain words. */
  readonly text: string;
  /** Ids of its exercises, in order. */
  readonly exercises: readonly string[];
}

/** A lesson's sections in order. An exercise before the first heading is in none. */
export function sectionsOf({ body, headings }: Lesson): LessonSection[] {
  const titles = headings.filter(({ depth }) => depth === 2);
  const exercises: string[][] = [];
  for (const node of body) {
    if (node.type === "heading" && node.depth === 2) exercises.push([]);
    const id = node.data?.exercise;
    if (id !== undefined) exercises.at(-1)?.push(id);
  }
  return titles.map(({ id, text }, i) => ({ id, text, exercises: exercises[i] ?? [] }));
}
