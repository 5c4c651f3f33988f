import { may } from "@/lib/access/enter";
import type { Viewer } from "@/lib/auth/viewer";
import type { BankExercise } from "@/lib/authoring/bank/exercise";
import { findWrittenExercise, type WrittenExercise } from "@/lib/authoring/bank/retire";
import { findWritten } from "@/lib/authoring/course/courses";
import { Button } from "@/lib/ui/button";
import { retire } from "./actions";

interface RetireSectionProps {
  viewer: Viewer;
  exercise: BankExercise;
}

/** The way to retire an exercise, and to bring it back; nothing for those who don't write its course. */
export async function RetireSection({ viewer, exercise }: RetireSectionProps) {
  const { slug, title } = exercise.course;
  const course = await findWritten(slug);
  if (!course || !(await may(viewer, "page /write/[course]", { course: slug }))) return null;
  const written = await findWrittenExercise(course.id, exercise.exercise.id);
  return (
    <section className="min-w-0">
      <h2 className="font-semibold text-lg">Retire</h2>
      {written ? (
        <form action={retire} className="mt-2 text-sm">
          <p role="status">{words(exercise, written)}</p>
          {exercise.retired === written.retired ? null : (
            <p className="mt-2">
              <a href={`/write/${slug}`} className="text-accent underline">
                Publish {title}
              </a>
            </p>
          )}
          <input type="hidden" name="exercise" value={exercise.id} />
          <Button
            type="submit"
            size="small"
            name="retired"
            value={written.retired ? "no" : "yes"}
            className="mt-3"
          >
            {written.retired ? "Bring it back" : "Retire this exercise"}
          </Button>
        </form>
      ) : (
        <p className="mt-2 text-sm">
          No lesson that can be read has it any more.{" "}
          <a href={`/write/${slug}/history`} className="text-accent underline">
            Restore an earlier version
          </a>{" "}
          to bring it back.
        </p>
      )}
    </section>
  );
}

function words({ retired }: BankExercise, written: WrittenExercise): string {
  if (written.retired)
    return retired
      ? "It’s retired. Whoever had begun it keeps it, with their answers and points."
      : "It’s retired as soon as you publish the course.";
  return retired
    ? "It’s back as soon as you publish the course."
    : "Nobody new gets a retired exercise, and this bank doesn’t show it unless asked. Whoever has begun it keeps it, with their answers and points, and assignments that have it keep it.";
}
