import type { CourseProgress } from "./course-progress";
import type { ExerciseProgress } from "./lesson-progress";
import { type NextStep, nextStepOf } from "./next-step";

type Named = Pick<ExerciseProgress, "slug" | "title">;

/** The one thing to do after a lesson: an exercise of its own that was not tried, the step that helps most, or a review. */
export type NextThing =
  | ({ readonly kind: "open" } & Named)
  | { readonly kind: "step"; readonly step: NextStep }
  | { readonly kind: "review"; readonly due: number };

/** How a learner comes out of a lesson. */
export interface LessonEnd {
  readonly earned: number;
  readonly possible: number;
  /** How many exercises there are, and how many of them are right. */
  readonly exercises: number;
  readonly right: number;
  /** Those that were not all right on the first try, and whether they are by now. */
  readonly shaky: readonly (Named & { readonly right: boolean })[];
  /** Those without an answer. */
  readonly open: readonly Named[];
  readonly next: NextThing;
}

const isFull = (share: number) => share > 1 - 1e-9;

/** How a learner comes out of a lesson of one of these courses; null where no course has it. `due` is how many of their
 *  skills are due for review. */
export function lessonEndOf(
  courses: readonly CourseProgress[],
  { course: courseSlug, lesson: slug, due }: { course: string; lesson: string; due: number },
): LessonEnd | null {
  const course = courses.find((one) => one.slug === courseSlug);
  const lesson = course?.lessons.find((one) => one.slug === slug);
  if (!course || !lesson) return null;
  const { earned, possible, exercises } = lesson;
  const shaky = exercises.flatMap(({ score, slug, title }) =>
    score && !isFull(score.first) ? [{ slug, title, right: isFull(score.best) }] : [],
  );
  const open = exercises.filter(({ score }) => score === null);
  const right = exercises.filter(({ score }) => isFull(score?.best ?? 0)).length;
  return {
    earned,
    possible,
    exercises: exercises.length,
    right,
    shaky,
    open: open.map(({ slug, title }) => ({ slug, title })),
    next: nextThing(open, nextStepOf([course, ...courses]), due),
  };
}

function nextThing([open]: readonly Named[], step: NextStep | null, due: number): NextThing {
  if (open) return { kind: "open", slug: open.slug, title: open.title };
  return step ? { kind: "step", step } : { kind: "review", due };
}
