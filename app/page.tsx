import { getLearner } from "@/lib/auth/guest";
import type { NextStep } from "@/lib/course/next-step";
import { getProgress, type LessonProgress } from "@/lib/course/progress";
import { LinkButton } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";

export default async function HomePage() {
  const { userId } = await getLearner();
  const { courses, next } = await getProgress(userId);
  return (
    <div className="mx-auto max-w-2xl pt-12">
      <h1 className="font-semibold font-serif text-4xl leading-tight tracking-tight">
        The mathematics of neural networks, worked by hand
      </h1>
      <p className="mt-4 font-serif text-lg text-muted leading-relaxed">
        Each exercise draws a network of your own, checks every number you type, and tells you where
        a wrong one came from.
      </p>
      {next ? <NextUp next={next} /> : null}
      {courses.map((course) => (
        <section key={course.slug} aria-labelledby={course.slug} className="mt-14">
          <h2 id={course.slug} className="font-semibold font-serif text-2xl">
            {course.title}
          </h2>
          <p className="mt-2 font-serif text-lg leading-relaxed">{course.summary}</p>
          <ol className="mt-5 border-line border-t">
            {course.lessons.map((lesson) => (
              <LessonRow key={lesson.id} course={course.slug} lesson={lesson} />
            ))}
          </ol>
          <p className="mt-4 text-sm">
            <a
              href={`/courses/${course.slug}/glossary`}
              className="text-accent underline underline-offset-2"
            >
              Glossary
            </a>
            <span className="text-muted">: the words of the course, each explained once.</span>
          </p>
        </section>
      ))}
    </div>
  );
}

function NextUp({ next: { course, lesson, exercise, reason } }: { next: NextStep }) {
  return (
    <p className="mt-7 flex flex-wrap items-center gap-x-4 gap-y-2">
      <LinkButton
        variant="primary"
        href={`/courses/${course}/${lesson.slug}${lesson.earned > 0 ? `#exercise-${exercise.slug}` : ""}`}
      >
        {lesson.earned > 0 ? "Go on" : "Begin"}
      </LinkButton>
      <span className="text-muted text-sm">
        {reason === "begin" ? "Next" : "To improve"}: {exercise.title}
      </span>
    </p>
  );
}

function LessonRow({ course, lesson }: { course: string; lesson: LessonProgress }) {
  return (
    <li className="border-line border-b">
      <a
        href={`/courses/${course}/${lesson.slug}`}
        className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 hover:bg-accent-soft"
      >
        <span className="w-6 text-muted text-sm tabular-nums">{lesson.number}</span>
        <span className="grow font-medium">{lesson.title}</span>
        <Meter earned={lesson.earned} possible={lesson.possible} />
      </a>
    </li>
  );
}
