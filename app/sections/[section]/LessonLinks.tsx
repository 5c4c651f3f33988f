import clsx from "clsx";
import type { SectionLesson } from "@/lib/course/cohort";

interface LessonLinksProps {
  sectionId: string;
  lessons: readonly SectionLesson[];
  /** The slug of the one whose exercises are shown. */
  opened: string | undefined;
}

/** Which scores are shown: all lessons, or the exercises of one. */
export function LessonLinks({ sectionId, lessons, opened }: LessonLinksProps) {
  const path = `/sections/${sectionId}`;
  const links = [
    { slug: undefined, words: "All lessons", href: `${path}#scores` },
    ...lessons.map(({ slug, number, title }) => ({
      slug,
      words: `${number}. ${title}`,
      href: `${path}?lesson=${slug}#scores`,
    })),
  ];
  return (
    <nav aria-label="Scores of" className="mt-3">
      <ul className="flex flex-wrap gap-2 text-sm">
        {links.map(({ slug, words, href }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={slug === opened ? "true" : undefined}
              className={clsx(
                "block rounded-sm border px-2.5 py-1 hover:border-muted",
                slug === opened
                  ? "border-accent bg-accent-soft font-medium text-accent"
                  : "border-line bg-card",
              )}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
