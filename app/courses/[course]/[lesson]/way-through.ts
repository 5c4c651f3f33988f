import type { Work } from "@/lib/answering/work";
import type { LessonEntry } from "@/lib/catalogue/lesson";
import type { Way } from "@/lib/content/exercise-card/way";

/** The last section of a lesson's page. */
export const lessonEnd = { id: "end-of-lesson", text: "End of the lesson", exercises: [] } as const;

interface Standing {
  readonly works: ReadonlyMap<string, Work>;
  /** By slug, the best share of an exercise's points so far. */
  readonly best: Readonly<Record<string, number>>;
  /** Those that cannot be practised now, by id. */
  readonly held: ReadonlyMap<string, unknown>;
}

/** The way through a lesson's exercises to its end. One that was right once, or whose solution is shown, is passed by. */
export function wayThrough(
  { exercises }: Pick<LessonEntry, "exercises">,
  { works, best, held }: Standing,
): Way {
  const stops = exercises.flatMap(({ id, slug }) => {
    const work = works.get(id);
    if (!work) return [];
    const open = !held.has(id) && !work.opened && (best[slug] ?? 0) < 1 - 1e-9;
    return [{ versionId: work.version.id, href: `#exercise-${slug}`, open }];
  });
  return { stops, end: { href: `#${lessonEnd.id}`, words: "Finish the lesson" } };
}
