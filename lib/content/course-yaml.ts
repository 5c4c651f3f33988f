import { z } from "zod";
import { nameOfCourse } from "./course-names";
import type { KnownKeys } from "./yaml-faults";

/** Who sees a course that is no draft. */
export const audiences = ["everyone", "signed-in", "enrolled"] as const;
export type Audience = (typeof audiences)[number];

const words = z.string().trim().min(1);

/** What course.yaml says. docs/course.md is its reference. */
export const courseYaml = z
  .strictObject({
    title: words,
    summary: words,
    for: words.optional(),
    outcomes: z.array(words).default([]),
    hours: z.number().positive().max(1000).optional(),
    order: z.number().int().optional(),
    draft: z.boolean().default(false),
    "seen-by": z.enum(audiences).default("everyone"),
    skills: z
      .array(
        z.strictObject({
          id: nameOfCourse,
          title: words,
          "builds-on": z.array(nameOfCourse).default([]),
        }),
      )
      .default([]),
  })
  .transform(({ for: audience, "seen-by": seenBy, skills, ...rest }) => ({
    ...rest,
    audience: audience ?? "",
    seenBy,
    skills: skills.map(({ "builds-on": buildsOn, ...skill }) => ({ ...skill, buildsOn })),
  }));

/** The keys of course.yaml, to say which there are. */
export const courseKeys: KnownKeys = {
  "": ["title", "summary", "for", "outcomes", "hours", "order", "draft", "seen-by", "skills"],
  skills: ["id", "title", "builds-on"],
};

/** The same of an entry of glossary.yaml. */
export const glossaryKeys: KnownKeys = { "": ["id", "term", "means", "example", "lesson"] };

export const glossaryYaml = z
  .array(
    z.strictObject({
      id: nameOfCourse,
      term: words,
      means: words,
      example: words.optional(),
      lesson: nameOfCourse.optional(),
    }),
  )
  .default([]);
