import type { OpenExercise } from "@/lib/assessment/sitting/open-work";
import { findExercisePath } from "@/lib/catalogue/exercise-path";

interface PracticeLinksProps {
  exercises: readonly OpenExercise[];
}

/** Leads to the same exercises in their lessons, with numbers to practise on. */
export async function PracticeLinks({ exercises }: PracticeLinksProps) {
  const links = await Promise.all(
    exercises.map(async ({ exerciseId, title }) => ({
      title,
      path: await findExercisePath(exerciseId),
    })),
  );
  const there = links.filter(({ path }) => path !== null);
  if (there.length === 0) return null;
  return (
    <section className="mt-10 border-line border-t pt-5">
      <h2 className="font-semibold text-lg">Practise these again</h2>
      <p className="mt-1 text-muted text-sm">
        With new numbers, as often as you like. It doesn’t change your points here.
      </p>
      <ul className="mt-2">
        {there.map(({ title, path }) => (
          <li key={path} className="py-1">
            <a href={path!} className="text-accent underline underline-offset-2">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
