import clsx from "clsx";
import type { WrittenCourse } from "@/lib/authoring/courses";

const pages = [
  { at: "", words: "Lessons" },
  { at: "/files", words: "Files" },
  { at: "/history", words: "History" },
  { at: "/reviews", words: "Reviews" },
  { at: "/settings", words: "Settings" },
] as const;

interface CourseHeadingProps {
  course: WrittenCourse;
  /** Which of the course's pages this is. */
  here: (typeof pages)[number]["words"];
}

/** The title of a course that is being written, and the way to its pages. */
export function CourseHeading({ course, here }: CourseHeadingProps) {
  const { slug, title, version, waiting } = course;
  return (
    <header>
      <h1 className="break-words font-semibold font-serif text-3xl">{title}</h1>
      <p className="mt-1 text-muted text-sm">
        {version === null ? (
          "Not published yet."
        ) : (
          <>
            Readers see version {version}.{" "}
            <a href={`/courses/${slug}`} className="text-accent underline underline-offset-2">
              See it as students do
            </a>
          </>
        )}
      </p>
      <nav aria-label="Course" className="mt-4 border-line border-b text-sm">
        <ul className="-mb-px flex flex-wrap">
          {pages.map(({ at, words }) => (
            <li key={at}>
              <a
                href={`/write/${slug}${at}`}
                aria-current={words === here ? "page" : undefined}
                className={clsx(
                  "inline-block border-b-2 px-3 py-2",
                  words === here
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-accent hover:border-line",
                )}
              >
                {words}
                {words === "Reviews" && waiting > 0 ? ` (${waiting} waiting)` : ""}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
