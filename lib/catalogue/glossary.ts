import "server-only";
import type { Term } from "@/lib/content";
import { db } from "@/lib/db/client";

export interface Glossary {
  readonly course: { readonly slug: string; readonly title: string };
  /** By the alphabet. */
  readonly terms: readonly GlossaryTerm[];
}

export interface GlossaryTerm extends Omit<Term, "lesson"> {
  /** The lesson that explains it, where there is one to read. */
  readonly lesson: { readonly slug: string; readonly title: string } | null;
}

/** A course's words; null when there is no such course, or it has none. */
export async function findGlossary(slug: string): Promise<Glossary | null> {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      slug: true,
      title: true,
      glossary: true,
      lessons: { where: { shown: true }, select: { slug: true, title: true } },
    },
  });
  const terms = (course?.glossary ?? []) as unknown as Term[];
  if (!course || terms.length === 0) return null;
  const lessons = new Map(course.lessons.map((lesson) => [lesson.slug, lesson]));
  return {
    course: { slug, title: course.title },
    terms: terms
      .map((term) => ({ ...term, lesson: lessons.get(term.lesson ?? "") ?? null }))
      .toSorted((a, b) => a.term.localeCompare(b.term, "en")),
  };
}
