import type { NextStep } from "@/lib/progress/next-step";
import { pathOfStep, whyNext } from "@/lib/progress/next-words";
import { LinkButton } from "@/lib/ui/button";

interface NextUpProps {
  readonly next: NextStep;
  /** The title of its course, where more than one could be meant. */
  readonly course?: string | undefined;
}

/** The one thing to do next, and why that. */
export function NextUp({ next, course }: NextUpProps) {
  const { lesson, exercise, reason } = next;
  const isNew = reason === "begin";
  return (
    <p className="mt-6 flex max-w-4xl flex-wrap items-center gap-x-4 gap-y-2 rounded-sm bg-accent-soft px-4 py-3 font-sans">
      <span className="min-w-56 flex-1">
        {isNew ? "Next: " : "Worth another try: "}
        <strong className="font-medium">{exercise.title}</strong>
        <span className="block text-sm">
          {course ? `${course}, lesson` : "Lesson"} {lesson.number}: {lesson.title}. {whyNext(next)}
        </span>
      </span>
      <LinkButton variant="primary" href={pathOfStep(next)}>
        {isNew ? (lesson.earned > 0 ? "Continue" : "Begin") : "Try again"}
      </LinkButton>
    </p>
  );
}
