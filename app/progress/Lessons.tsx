import type { ExerciseProgress, LessonProgress } from "@/lib/progress/lesson-progress";
import { Icon } from "@/lib/ui/icons";
import { Meter } from "@/lib/ui/Meter";
import { percent } from "@/lib/ui/percent";

interface LessonsProps {
  course: string;
  lessons: readonly LessonProgress[];
  /** The id of the lesson that the next exercise is in. */
  current: string | null;
}

/** With more lessons under way than these, the page would be a wall of tables. */
const fewOpen = 2;

/** A course's lessons with their scores. The one to go on in stands open, and those under way while they are few. */
export function Lessons({ course, lessons, current }: LessonsProps) {
  const few = lessons.filter(isUnderWay).length <= fewOpen;
  return (
    <div className="mt-3 max-w-4xl border-line border-t">
      {lessons.map((lesson) => (
        <details
          key={lesson.id}
          className="group border-line border-b"
          open={lesson.id === current || (few && isUnderWay(lesson))}
        >
          <summary className="flex list-none items-baseline gap-x-2 py-2.5 hover:bg-accent-soft [&::-webkit-details-marker]:hidden">
            <Icon
              name="next"
              className="size-3.5 self-center text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none"
            />
            <span className="flex grow flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h4 className="font-medium">
                {lesson.number}. {lesson.title}
              </h4>
              <Meter earned={lesson.earned} possible={lesson.possible} />
            </span>
          </summary>
          <LessonTable path={`/courses/${course}/${lesson.slug}`} exercises={lesson.exercises} />
        </details>
      ))}
    </div>
  );
}

function isUnderWay({ exercises }: LessonProgress): boolean {
  const begun = exercises.some(({ score }) => score !== null);
  return begun && exercises.some(({ score }) => (score?.best ?? 0) < 1);
}

interface LessonTableProps {
  path: string;
  exercises: readonly ExerciseProgress[];
}

function LessonTable({ path, exercises }: LessonTableProps) {
  return (
    <div className="pb-4 pl-5.5 text-sm">
      {exercises.length > 0 ? (
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-line border-b text-left text-muted">
              <th className="py-1.5 pr-3 font-medium">Exercise</th>
              <th className="px-2 py-1.5 text-right font-medium">Best</th>
              <th className="px-2 py-1.5 text-right font-medium">First try</th>
              <th className="py-1.5 pl-2 text-right font-medium">Attempts</th>
            </tr>
          </thead>
          <tbody>
            {exercises.map((exercise) => (
              <ExerciseRow key={exercise.id} path={path} exercise={exercise} />
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="mt-2">
        <a href={path} className="text-accent underline underline-offset-2">
          Read the lesson
        </a>
      </p>
    </div>
  );
}

function ExerciseRow({
  path,
  exercise: { id, slug, title, score },
}: {
  path: string;
  exercise: ExerciseProgress;
}) {
  return (
    <tr className="border-line border-b">
      <td className="py-2 pr-3">
        <a href={`${path}#exercise-${slug}`} className="text-accent hover:underline">
          {title}
        </a>
      </td>
      <td className="whitespace-nowrap px-2 text-right tabular-nums">
        {score ? percent(score.best) : "–"}
      </td>
      <td className="whitespace-nowrap px-2 text-right tabular-nums">
        {score ? percent(score.first) : "–"}
      </td>
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
  );
}
