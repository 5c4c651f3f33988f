import clsx from "clsx";
import type { WrittenCourse } from "@/lib/authoring/course/courses";

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
  const { slug, title, waiting } = course;
  return (
    <header>
      <h1 className="break-words font-semibold font-serif text-3xl">{title}</h1>
      <p className="mt-1 text-muted text-sm">
        <WhoSees course={course} />
      </p>
      <nav aria-label="Course" className="mt-4 border-line border-b text-sm">
        <ul className="-mb-px flex flex-wrap">
          {pages.map(({ at, words }) => (
            <li key={at}>
              <a
                href={`/write/${slug}${at}`}
                aria-current={words === here ? "page" : undefined}
                className={clsx(
                  "inline-block border-b-2 px-3 py-2 max-sm:px-2",
                  words === here
                    ? "border-accent font-medium text-ink"
                    : "border-transparent text-accent hover:border-line",
                )}
              >
                {words}
                {words === "Reviews" && waiting > 0 ? (
                  <>
                    {" "}
                    ({waiting}
                    <span className="max-sm:sr-only"> waiting</span>)
                  </>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

const readers = {
  everyone: "Readers",
  signedIn: "Readers who are signed in",
  enrolled: "Students of its sections",
} as const;

/** Which version readers have, and who they are. */
function WhoSees({ course: { slug, version, draft, seenBy } }: { course: WrittenCourse }) {
  const link = (to: string, words: string) => (
    <a href={to} className="text-accent underline underline-offset-2">
      {words}
    </a>
  );
  if (version === null) return "Not published yet.";
  if (draft)
    return (
      <>
        Version {version} is a draft, so students don’t see it.{" "}
        {link(`/write/${slug}/settings`, "Open it in Settings")} ·{" "}
        {link(`/courses/${slug}`, "See it as students will")}
      </>
    );
  return (
    <>
      {readers[seenBy]} see version {version}. {link(`/courses/${slug}`, "See it as students do")}
    </>
  );
}
