import type { Holding } from "@/lib/assessment/sitting/held";
import type { Exercise } from "@/lib/exercise";
import { LocalTime } from "@/lib/ui/LocalTime";

interface HeldCardProps {
  exercise: Pick<Exercise, "id" | "title">;
  holding: Holding;
}

/** What stands in an exercise's place while it is graded with these very numbers. */
export function HeldCard({
  exercise,
  holding: { assignmentId, title, closesAt, zone },
}: HeldCardProps) {
  const id = `exercise-${exercise.id}`;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="my-10 rounded-md border border-line bg-card px-4 py-5 font-sans sm:px-6"
    >
      <h3 id={`${id}-title`} className="font-semibold text-lg" style={{ margin: 0 }}>
        {exercise.title}
      </h3>
      <p className="mt-2">
        This exercise is part of{" "}
        <a
          href={`/assignments/${assignmentId}`}
          className="text-accent underline underline-offset-2"
        >
          {title}
        </a>
        , and its numbers are the same for everyone. So you can’t practise it until that closes:{" "}
        <LocalTime at={closesAt} zone={zone} />.
      </p>
    </section>
  );
}
