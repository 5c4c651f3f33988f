import type { LessonProgress } from "@/lib/progress/lesson-progress";
import { Meter } from "@/lib/ui/Meter";

interface LessonRowProps {
  /** Its slug. */
  readonly course: string;
  readonly lesson: LessonProgress;
}

/** A lesson in a list of a course's lessons, with how long it takes and how far the reader is in it. */
export function LessonRow({ course, lesson }: LessonRowProps) {
  return (
    <li className="border-line border-b">
      <a
        href={`/courses/${course}/${lesson.slug}`}
        className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 hover:bg-accent-soft"
      >
        <span className="flex min-w-64 flex-1 items-baseline gap-x-4">
          <span className="w-6 shrink-0 text-muted text-sm tabular-nums">{lesson.number}</span>
          <span className="font-medium">{lesson.title}</span>
        </span>
        <span className="ml-10 flex items-baseline gap-x-4 sm:ml-0">
          {lesson.minutes === null ? null : (
            <span className="w-14 text-muted text-sm tabular-nums sm:text-right">
              {lesson.minutes} min
            </span>
          )}
          <Meter earned={lesson.earned} possible={lesson.possible} />
        </span>
      </a>
    </li>
  );
}
