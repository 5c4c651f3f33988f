import clsx from "clsx";
import type { ReactNode } from "react";
import type { StaffAssignment } from "@/lib/assessment/setting/assignments";
import type { SectionHead } from "@/lib/cohort/section";
import { SectionHeading } from "../../SectionHeading";

const pages = [
  { at: "", words: "Overview", change: false },
  { at: "/exercises", words: "Exercises", change: true },
  { at: "/settings", words: "Dates and rules", change: true },
  { at: "/extensions", words: "Extensions", change: true },
  { at: "/as-student", words: "As a student sees it", change: false },
  { at: "/trial", words: "Made-up students", change: false },
  { at: "/alike", words: "Answers alike", change: false },
] as const;

interface AssignmentHeadingProps {
  section: SectionHead;
  assignment: Pick<StaffAssignment, "id" | "kind" | "publishedAt" | "settings" | "begun">;
  /** Which of the assignment's pages this is. */
  here: (typeof pages)[number]["words"];
  /** Beside the title. */
  children?: ReactNode;
}

/** The section's heading, and an assignment's title with the way to its pages. */
export function AssignmentHeading({ section, assignment, here, children }: AssignmentHeadingProps) {
  const { id, kind, publishedAt, settings, begun } = assignment;
  const path = `/sections/${section.id}/assignments`;
  return (
    <>
      <SectionHeading section={section} here="Assignments" />
      <p className="mt-6 text-sm">
        <a href={path} className="text-accent underline underline-offset-2">
          All assignments
        </a>
      </p>
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 className="flex min-w-0 flex-wrap items-baseline gap-x-3 break-words font-semibold font-serif text-2xl">
          {settings.title}{" "}
          <span className="whitespace-nowrap font-normal font-sans text-base text-muted">
            {kind === "exam" ? "Exam" : "Homework"} ·{" "}
            {!publishedAt ? "draft" : begun > 0 ? "published, begun" : "published"}
          </span>
        </h2>
        {children}
      </div>
      <nav aria-label="Assignment" className="mt-3">
        <ul className="flex flex-wrap gap-2 text-sm">
          {pages
            .filter(({ change }) => section.mayChange || !change)
            .map(({ at, words }) => (
              <li key={at}>
                <a
                  href={`${path}/${id}${at}`}
                  aria-current={words === here ? "page" : undefined}
                  className={clsx(
                    "block rounded-sm border px-2.5 py-1 hover:border-muted",
                    words === here
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
    </>
  );
}
