import { hoursInWords, hoursOf } from "@/lib/catalogue/course-time";
import type { CourseProgress } from "@/lib/progress/course-progress";
import { Meter } from "@/lib/ui/Meter";

/** A course in a list of courses: what it is about, how long it takes, how far the reader is. */
export function CourseCard({
  course,
  heading: Heading,
}: {
  course: CourseProgress;
  /** One below the heading that it stands under. */
  heading: "h2" | "h3";
}) {
  const { slug, title, summary, lessons, draft } = course;
  const hours = hoursOf(course);
  const earned = lessons.reduce((sum, lesson) => sum + lesson.earned, 0);
  const possible = lessons.reduce((sum, lesson) => sum + lesson.possible, 0);
  return (
    <li className="border-line border-t py-5">
      <Heading className="font-semibold font-serif text-2xl">
        <a href={`/courses/${slug}`} className="hover:text-accent hover:underline">
          {title}
        </a>
        {draft ? <DraftMark /> : null}
      </Heading>
      <p className="mt-1 font-serif text-lg leading-relaxed">{summary}</p>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 font-sans text-muted text-sm">
        <span>
          {lessons.length} {lessons.length === 1 ? "lesson" : "lessons"}
          {hours === null ? "" : `, ${hoursInWords(hours)}`}
        </span>
        {earned > 0 ? <Meter earned={earned} possible={possible} label={title} /> : null}
      </p>
    </li>
  );
}

/** Says that students don't see a course yet. */
export function DraftMark() {
  return (
    <span className="ml-3 rounded-full border border-half px-2 py-0.5 align-middle font-medium font-sans text-half text-xs">
      Draft
    </span>
  );
}
