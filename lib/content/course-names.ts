import { z } from "zod";

/** The names that a course gives to what its lessons speak of: its skills, the terms of its glossary, and its lessons. */
export interface CourseNames {
  readonly skills: readonly string[];
  readonly terms: readonly string[];
  readonly lessons: readonly string[];
}

/** A name that a course gives to a skill, a term or a lesson. */
export const nameOfCourse = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and hyphens");

/** What the lessons of a course may speak of. */
export const namesOf = ({
  skills,
  glossary,
  lessons,
}: {
  skills: readonly { readonly id: string }[];
  glossary: readonly { readonly id: string }[];
  lessons: readonly { readonly slug: string }[];
}): CourseNames => ({
  skills: skills.map(({ id }) => id),
  terms: glossary.map(({ id }) => id),
  lessons: lessons.map(({ slug }) => slug),
});
