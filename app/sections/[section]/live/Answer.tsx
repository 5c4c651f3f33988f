import type { LiveSession } from "@/lib/cohort/live/session";
import { getWorkedExample } from "@/lib/cohort/live/worked-example";
import { markdownToHtml } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { SolutionView } from "@/lib/content/exercise-card/SolutionView";
import { wordedIn } from "@/lib/exercise/wording";

/** The exercise worked out with example numbers, once staff show it. */
export async function Answer({ live }: { live: LiveSession }) {
  const { exercise, givens, solution, scope } = await getWorkedExample(live);
  const label = (name: string) =>
    wordedIn(exercise.parts.find((part) => part.name === name)?.label ?? [], givens) || name;
  return (
    <section className="mt-10 border-line border-t pt-6" aria-labelledby="answer">
      <h2 id="answer" className="font-semibold text-2xl">
        The answer, with example numbers
      </h2>
      <div className="prose mt-4 max-w-3xl text-xl">
        <Blocks
          nodes={exercise.body}
          scope={givens}
          part={(name) => (
            <p
              className="font-medium"
              dangerouslySetInnerHTML={{ __html: markdownToHtml(label(name)) }}
            />
          )}
        />
        <SolutionView
          exercise={exercise}
          solution={solution}
          scope={scope}
          note="Each student has numbers of their own, unless the exercise draws none."
        />
      </div>
    </section>
  );
}
