/** The pages of the docs, as they are read: by group, each the name of a file in docs/. */
export const groups = [
  {
    title: "Writing",
    pages: [
      "first-exercise",
      "writing-a-lesson",
      "writing-in-the-browser",
      "bank",
      "course",
      "author-tools",
    ],
  },
  { title: "Reference", pages: ["elements", "language", "misconceptions", "ops"] },
  { title: "How it works", pages: ["fair-numbers", "grading"] },
  { title: "Teaching", pages: ["running-a-course", "operating"] },
] as const;

/** Every name that a page may have. */
export const pageNames: readonly string[] = groups.flatMap(({ pages }) => [...pages]);
