import clsx from "clsx";
import type { OpenExercise } from "@/lib/assessment/sitting/open-work";

interface OnePageProps {
  assignment: string;
  exercises: readonly OpenExercise[];
  at: number;
}

/** The way from one exercise to the others where each has a page of its own. */
export function OnePage({ assignment, exercises, at }: OnePageProps) {
  return (
    <nav aria-label="Exercises" className="mt-6">
      <ol className="flex flex-wrap gap-2">
        {exercises.map(({ title, answeredAt }, i) => (
          <li key={i}>
            <a
              href={`/assignments/${assignment}?at=${i + 1}`}
              aria-current={i + 1 === at ? "page" : undefined}
              aria-label={`${i + 1}. ${title}${answeredAt ? ", sent" : ""}`}
              className={clsx(
                "flex size-10 items-center justify-center rounded-sm border",
                i + 1 === at
                  ? "border-accent bg-accent-soft font-medium text-accent"
                  : "border-line bg-card",
              )}
            >
              {i + 1}
              {answeredAt ? <span aria-hidden> ✓</span> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
