import type { Metadata } from "next";
import { getLearner } from "@/lib/auth/guest";
import { type ExerciseProgress, getProgress, type NextStep } from "@/lib/course/progress";
import { LinkButton } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";
import { percent } from "@/lib/ui/percent";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage() {
  const { userId, viewer } = await getLearner();
  const { courses, next } = await getProgress(userId);
  return (
    <div className="mx-auto max-w-4xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your progress</h1>
      {viewer ? null : (
        <p className="mt-3 text-muted">
          You are not signed in: this is what this browser did.{" "}
          <a href="/sign-in?next=/progress" className="text-accent underline underline-offset-2">
            Sign in
          </a>{" "}
          to keep it for good.
        </p>
      )}
      <WhatNext next={next} />
      {courses.map((course) =>
        course.lessons.map((lesson) => (
          <section key={lesson.id} aria-labelledby={lesson.slug} className="mt-10">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 id={lesson.slug} className="font-semibold text-lg">
                <a href={`/courses/${course.slug}/${lesson.slug}`}>
                  {lesson.number}. {lesson.title}
                </a>
              </h2>
              <Meter earned={lesson.earned} possible={lesson.possible} />
            </div>
            <LessonTable
              path={`/courses/${course.slug}/${lesson.slug}`}
              exercises={lesson.exercises}
            />
          </section>
        )),
      )}
    </div>
  );
}

function WhatNext({ next }: { next: NextStep | null }) {
  if (!next) {
    return (
      <p className="mt-6 text-good">Everything here is right. New numbers keep you in practice.</p>
    );
  }
  const { course, lesson, exercise, reason } = next;
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm bg-accent-soft px-4 py-3">
      <span className="grow">
        {reason === "begin" ? "Next: " : "Worth another try: "}
        <strong className="font-medium">{exercise.title}</strong>
      </span>
      <LinkButton
        variant="primary"
        size="small"
        href={`/courses/${course}/${lesson.slug}#exercise-${exercise.slug}`}
      >
        {reason === "begin" ? "Go on" : "Try again"}
      </LinkButton>
    </p>
  );
}

interface LessonTableProps {
  path: string;
  exercises: readonly ExerciseProgress[];
}

function LessonTable({ path, exercises }: LessonTableProps) {
  return (
    <table className="mt-3 w-full border-collapse text-sm">
      <thead>
        <tr className="border-line border-b text-left text-muted">
          <th className="py-1.5 pr-3 font-medium">Exercise</th>
          <th className="px-2 py-1.5 text-right font-medium">Best</th>
          <th className="px-2 py-1.5 text-right font-medium">First try</th>
          <th className="py-1.5 pl-2 text-right font-medium">Attempts</th>
        </tr>
      </thead>
      <tbody>
        {exercises.map(({ id, slug, title, score }) => (
          <tr key={id} className="border-line border-b">
            <td className="py-2 pr-3">
              <a href={`${path}#exercise-${slug}`} className="text-accent hover:underline">
                {title}
              </a>
            </td>
            <td className="px-2 text-right tabular-nums">{score ? percent(score.best) : "–"}</td>
            <td className="px-2 text-right tabular-nums">{score ? percent(score.first) : "–"}</td>
            <td className="pl-2 text-right tabular-nums">
              {score ? (
                <a
                  href={`/progress/${id}`}
                  className="text-accent underline underline-offset-2"
                  aria-label={`${score.attempts} attempts at ${title}: what you sent`}
                >
                  {score.attempts}
                </a>
              ) : (
                0
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
