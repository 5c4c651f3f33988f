import type { DrawnDraft } from "@/lib/authoring/draft/drawn-draft";
import { type FilesBeside, markdownToHtml, parseLesson, scopeOf } from "@/lib/content";
import { Blocks } from "@/lib/content/Blocks";
import { PartField } from "@/lib/content/exercise-card/PartField";
import { SolutionView } from "@/lib/content/exercise-card/SolutionView";
import { shownPart } from "@/lib/content/exercise-card/shown-part";
import type { Exercise } from "@/lib/exercise";
import { wordedIn } from "@/lib/exercise/wording";
import { DraftForm, type GradeDraft } from "./DraftForm";

interface PreviewProseProps {
  readonly source: string;
  /** The text of the lesson's own givens. */
  readonly givens: string;
  readonly files: FilesBeside;
}

/** Prose of a lesson as its readers will see it. */
export function PreviewProse({ source, givens, files }: PreviewProseProps) {
  const text = `---\ntitle: Preview\nsummary: Preview\n---\n\n${givens}\n\n${source}\n`;
  const parsed = parseLesson(text, "lesson.mdx", undefined, files);
  if (parsed.status === "refused") return null;
  return <Blocks nodes={parsed.lesson.body} scope={scopeOf(parsed.lesson.givens, "preview")} />;
}

interface PreviewExerciseProps {
  readonly exercise: Exercise;
  readonly drawn: DrawnDraft;
  readonly grade: GradeDraft;
}

/** An exercise as its students will see it, to be answered, with what only its author sees below: its key, what mistakes come
 *  to, and the worked solution. */
export function PreviewExercise({ exercise, drawn, grade }: PreviewExerciseProps) {
  const { variant, mark, solution } = drawn;
  const givens = new Map(Object.entries(variant.givens));
  const field = (name: string) => {
    const part = exercise.parts.find((one) => one.name === name);
    if (!part) throw new Error(`${exercise.id} has no part ${name}`);
    const { kind, points } = part;
    const shown = shownPart(part, variant.parts[name]?.view, givens, mark);
    return (
      <PartField
        id={`preview-${name}`}
        part={name}
        kind={kind}
        points={points}
        {...shown}
        typed={false}
      />
    );
  };
  const answers = drawn.answers.map(({ name, ...answer }) => ({
    ...answer,
    name: markdownToHtml(name),
  }));
  const labels = Object.fromEntries(
    exercise.parts.map(({ name, label }) => [
      name,
      markdownToHtml(wordedIn(label, givens) || "Your answer"),
    ]),
  );
  return (
    <section
      aria-labelledby="preview-title"
      className="rounded-md border border-line bg-card px-4 py-5 shadow-xs sm:px-6"
    >
      <h3 id="preview-title" className="mb-4 font-sans font-semibold text-lg">
        {exercise.title}
      </h3>
      <DraftForm
        key={mark}
        {...{ grade, answers, labels }}
        parts={exercise.parts.map(({ name }) => name)}
      >
        <div className="exercise-body">
          <Blocks nodes={exercise.body} scope={givens} part={field} kept={mark} />
        </div>
      </DraftForm>
      <details className="mt-5 font-sans">
        <summary className="cursor-pointer text-accent">Worked solution</summary>
        <SolutionView
          exercise={exercise}
          solution={solution}
          scope={variant.scope}
          note="Students see it once they ask for it, with their own numbers."
        />
      </details>
    </section>
  );
}
