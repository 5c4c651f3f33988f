import clsx from "clsx";
import type { ReactNode } from "react";
import type { SectionHead } from "@/lib/cohort/section";

/** A section's pages in the order in which a term needs them. */
const groups = [
  {
    title: "Students",
    pages: [
      { at: "", words: "Overview", change: false },
      { at: "/people", words: "People", change: false },
      { at: "/live", words: "Live", change: false },
    ],
  },
  {
    title: "Graded work",
    pages: [
      { at: "/assignments", words: "Assignments", change: false },
      { at: "/gradebook", words: "Gradebook", change: false },
      { at: "/reports", words: "Reports", change: false },
      { at: "/regrade", words: "Regrade", change: true },
    ],
  },
  {
    title: "This section",
    pages: [
      { at: "/settings", words: "Settings", change: true },
      { at: "/changes", words: "Changes", change: true },
      { at: "/as-student", words: "As a student", change: false },
    ],
  },
] as const;

interface SectionHeadingProps {
  section: SectionHead;
  /** Which of the section's pages this is. */
  here: (typeof groups)[number]["pages"][number]["words"];
  /** Beside the name. */
  children?: ReactNode;
}

/** A section's name with the way to its pages. */
export function SectionHeading({ section, here, children }: SectionHeadingProps) {
  const { id, name, course, demo, mayChange } = section;
  return (
    <header>
      <p className="text-muted text-sm">{course}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="min-w-0 break-words font-semibold font-serif text-3xl">
          {name}{" "}
          {demo ? (
            <span className="ml-2 whitespace-nowrap rounded-sm bg-half-soft px-2 py-0.5 align-middle font-normal font-sans text-sm">
              Demo: made up
            </span>
          ) : null}
        </h1>
        {children}
      </div>
      <nav aria-label="Section" className="mt-4 border-line border-b text-sm">
        <details className="md:hidden">
          <summary className="min-h-11 py-2.5">
            <span className="font-medium text-accent">{here}</span>
            <span className="text-muted"> · all pages of this section</span>
          </summary>
          <div className="grid grid-cols-3 gap-x-3 pb-2">
            {groups.map(({ title, pages }) => (
              <div key={title}>
                <p className="text-muted text-xs">{title}</p>
                <ul>
                  {shown(pages, mayChange).map((page) => (
                    <Tab key={page.at} section={id} page={page} isHere={page.words === here} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </details>
        <ul className="-mb-px hidden flex-wrap md:flex">
          {groups.map(({ pages }) =>
            shown(pages, mayChange).map((page, i) => (
              <Tab
                key={page.at}
                section={id}
                page={page}
                isHere={page.words === here}
                begins={i === 0}
              />
            )),
          )}
        </ul>
      </nav>
    </header>
  );
}

interface SectionPage {
  readonly at: string;
  readonly words: string;
  readonly change: boolean;
}

const shown = (pages: readonly SectionPage[], mayChange: boolean) =>
  pages.filter(({ change }) => mayChange || !change);

interface TabProps {
  section: string;
  page: SectionPage;
  isHere: boolean;
  /** Whether a group begins with it. */
  begins?: boolean;
}

function Tab({ section, page: { at, words }, isHere, begins = false }: TabProps) {
  return (
    <li
      className={clsx(
        begins &&
          "md:ml-2 md:border-line md:border-l md:pl-2 md:first:ml-0 md:first:border-l-0 md:first:pl-0",
      )}
    >
      <a
        href={`/sections/${section}${at}`}
        aria-current={isHere ? "page" : undefined}
        className={clsx(
          "block border-b-2 py-2.5 md:px-3 md:py-2",
          isHere
            ? "border-accent font-medium text-accent"
            : "border-transparent text-ink hover:border-line",
        )}
      >
        {words}
      </a>
    </li>
  );
}
