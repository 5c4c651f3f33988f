import type { Glossary, Term } from "@/lib/content";

/** What a course's glossary is read from. */
export const glossarySelect = { select: { slug: true, glossary: true } } as const;

/** A course's glossary, as its file was read and checked. */
export const glossaryOf = ({ slug, glossary }: { slug: string; glossary: unknown }): Glossary => ({
  path: `/courses/${slug}/glossary`,
  terms: (glossary ?? []) as readonly Term[],
});
